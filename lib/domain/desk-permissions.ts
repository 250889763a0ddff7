/**
 * Rights to the desk's own administration, held in `global`. Operations of the catalog like any other: roles hold them by
 * the same patterns, a token may hold them, and every permission set leaves them out (law 2).
 */
export const deskPermissions = {
  managePeople: 'desk.people.Manage',
  manageRoles: 'desk.roles.Manage',
  manageProjects: 'desk.projects.Manage',
  viewTokens: 'desk.tokens.ViewAll',
  manageTokens: 'desk.tokens.ManageAll',
  viewAudit: 'desk.audit.View',
  manageCatalog: 'desk.catalog.Manage',
  manageGateways: 'desk.gateways.Manage',
} as const;

export type DeskPermission = (typeof deskPermissions)[keyof typeof deskPermissions];
