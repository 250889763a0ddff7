/** Someone of the sample company Northwharf. The passwords are printed by `npm run demo`: they guard sample data only. */
export interface SeedPerson {
  key: string;
  name: string;
  email: string;
  password: string;
  /** `role context`. */
  roles: readonly string[];
  /** What changes later: the roles that are left, or that they are blocked. */
  later?: { daysAgo: number; roles?: readonly string[]; isBlocked?: boolean };
  says: string;
}

export const seedPeople: readonly SeedPerson[] = [
  {
    key: 'noor',
    name: 'Noor Haddad',
    email: 'noor@northwharf.example',
    password: 'copper lantern over wharf nine',
    roles: ['administrator global'],
    says: 'administrator, twenty-six tokens',
  },
  {
    key: 'ines',
    name: 'Ines Caldeira',
    email: 'ines@northwharf.example',
    password: 'quiet heron by the north quay',
    roles: ['member global', 'project-admin project:shop', 'project-admin project:billing'],
    later: { daysAgo: 12, roles: ['member global', 'project-admin project:shop', 'viewer project:billing'] },
    says: 'runs shop; lost billing, so some of her tokens are narrowed',
  },
  {
    key: 'tomasz',
    name: 'Tomasz Wrona',
    email: 'tomasz@northwharf.example',
    password: 'seven barges carry blue slate',
    roles: ['member global', 'developer project:shop', 'developer project:docs-site'],
    says: 'developer in shop and docs-site',
  },
  {
    key: 'pavel',
    name: 'Pavel Dvořák',
    email: 'pavel@northwharf.example',
    password: 'winter tide under old pilings',
    roles: ['member global', 'viewer project:shop'],
    says: 'looks on in shop; no token yet',
  },
  {
    key: 'maren',
    name: 'Maren Olsen',
    email: 'maren@northwharf.example',
    password: 'ferry bell and a paper ledger',
    roles: ['member global', 'developer project:billing'],
    later: { daysAgo: 3, isBlocked: true },
    says: 'blocked: she cannot sign in, and her tokens are dead',
  },
];

export const seedProjects = [
  { key: 'shop', name: 'Shop' },
  { key: 'billing', name: 'Billing' },
  { key: 'docs-site', name: 'Documentation site' },
] as const;
