/** Every page that a signed-in administrator can open. */
export const screens = [
  '/profile/auth-tokens',
  '/profile/security',
  '/profile/activity',
  '/environments',
  '/admin/people',
  '/admin/roles',
  '/admin/projects',
  '/admin/catalog',
  '/admin/tokens',
  '/admin/audit',
  '/admin/gateways',
  '/docs/api',
  '/docs/services/nowhere',
] as const;

/** Data that pages fetch. */
export const feeds = [
  '/profile/auth-tokens/rows?offset=0&limit=2000',
  '/profile/activity/export',
  '/environments/rows',
  '/admin/audit/export',
] as const;
