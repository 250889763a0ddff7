/**
 * Rights to the desk's own administration. Roles hold them by the same patterns as any permission; they are not in the
 * catalog, so no token can be granted them and `decide` refuses them to every token (default deny).
 */
export const deskPermissions = {
  managePeople: 'desk.people.Manage',
  viewTokens: 'desk.tokens.ViewAll',
  viewAudit: 'desk.audit.View',
} as const;

export type DeskPermission = (typeof deskPermissions)[keyof typeof deskPermissions];
