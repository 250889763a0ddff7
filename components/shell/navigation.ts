/** The pictures a link may have; the links' component draws them. */
export type LinkIcon =
  | 'key'
  | 'shield'
  | 'server'
  | 'book'
  | 'users'
  | 'badge'
  | 'folder'
  | 'layers'
  | 'scroll'
  | 'clock'
  | 'library'
  | 'network';

export interface ShellLink {
  href: string;
  label: string;
  icon: LinkIcon;
  /** Shown at the right end, such as how many tokens there are. */
  count?: number;
}

export interface ShellSection {
  title: string;
  links: readonly ShellLink[];
}

/** What the person may see beside their own. */
export interface ShellRights {
  /** The sample platform can be switched off. */
  hasPlatform: boolean;
  mayManagePeople: boolean;
  mayManageRoles: boolean;
  mayManageProjects: boolean;
  mayViewTokens: boolean;
  mayViewAudit: boolean;
  mayManageCatalog: boolean;
  mayManageGateways: boolean;
}

/** The sections of the sidebar: what exists, for whom it exists. A section without a link is left out. */
export function navigationFor(rights: ShellRights, tokenCount?: number): ShellSection[] {
  const tokens: ShellLink = { href: '/profile/auth-tokens', label: 'Auth Tokens', icon: 'key' };
  const platform: ShellLink[] = [{ href: '/docs/api', label: 'API reference', icon: 'book' }];
  if (rights.hasPlatform) platform.unshift({ href: '/environments', label: 'Environments', icon: 'server' });
  const administration: ShellLink[] = [];
  if (rights.mayManagePeople) administration.push({ href: '/admin/people', label: 'People', icon: 'users' });
  if (rights.mayManageRoles) administration.push({ href: '/admin/roles', label: 'Roles', icon: 'badge' });
  if (rights.mayManageProjects)
    administration.push({ href: '/admin/projects', label: 'Projects', icon: 'folder' });
  if (rights.mayManageCatalog)
    administration.push({ href: '/admin/catalog', label: 'Catalog', icon: 'library' });
  if (rights.mayViewTokens)
    administration.push({ href: '/admin/tokens', label: 'All tokens', icon: 'layers' });
  if (rights.mayViewAudit) administration.push({ href: '/admin/audit', label: 'Audit log', icon: 'scroll' });
  if (rights.mayManageGateways)
    administration.push({ href: '/admin/gateways', label: 'Gateways', icon: 'network' });
  const sections: ShellSection[] = [
    {
      title: 'Profile',
      links: [
        tokenCount === undefined ? tokens : { ...tokens, count: tokenCount },
        { href: '/profile/security', label: 'Security', icon: 'shield' },
        { href: '/profile/activity', label: 'Activity', icon: 'clock' },
      ],
    },
    { title: 'Platform', links: platform },
    { title: 'Administration', links: administration },
  ];
  return sections.filter((section) => section.links.length > 0);
}

/** Section and link of the page at `path`, for the crumbs and the index tab; null where no link leads. */
export function placeOf(
  sections: readonly ShellSection[],
  path: string,
): { section: string; link: ShellLink } | null {
  for (const section of sections) {
    for (const link of section.links) {
      if (path === link.href || path.startsWith(`${link.href}/`)) return { section: section.title, link };
    }
  }
  return null;
}
