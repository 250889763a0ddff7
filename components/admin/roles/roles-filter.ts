import type { RoleRow } from '@/lib/domain/role-view';
import { wordsOf } from './tree-rows';

/** What a clause of the sentence narrows to. */
export type RoleKind = 'any' | 'built-in' | 'own' | 'unheld' | 'unmatched';

export interface RolesFilter {
  text: string;
  kind: RoleKind;
}

export const everyRole: RolesFilter = { text: '', kind: 'any' };

const tests: Record<RoleKind, (role: RoleRow) => boolean> = {
  any: () => true,
  'built-in': (role) => role.isBuiltIn,
  own: (role) => !role.isBuiltIn,
  unheld: (role) => role.holderCount === 0,
  unmatched: (role) => role.unmatched.length > 0,
};

/** How many roles are of a kind. */
export function countRoles(roles: readonly RoleRow[], kind: RoleKind): number {
  return roles.filter(tests[kind]).length;
}

/** The roles that match: of the kind, and every word typed stands in name, key, summary or patterns. */
export function filterRoles(roles: readonly RoleRow[], { text, kind }: RolesFilter): RoleRow[] {
  const words = wordsOf(text);
  return roles.filter((role) => {
    const haystack = [role.name, role.key, role.summary, ...role.patterns].join(' ').toLocaleLowerCase('en');
    return tests[kind](role) && words.every((word) => haystack.includes(word));
  });
}
