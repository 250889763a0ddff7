import type { PersonRow } from '@/lib/domain/person';

/** What a clause of the sentence narrows to. */
export type PeopleKind = 'any' | 'administrators' | 'blocked' | 'unseen' | 'roleless';

export interface PeopleFilter {
  text: string;
  kind: PeopleKind;
}

export const everyone: PeopleFilter = { text: '', kind: 'any' };

const tests: Record<PeopleKind, (person: PersonRow) => boolean> = {
  any: () => true,
  administrators: (person) =>
    person.roles.some(({ role, context }) => role === 'administrator' && context === 'global'),
  blocked: (person) => person.status === 'blocked',
  unseen: (person) => person.lastSignInAt === null,
  roleless: (person) => person.roles.length === 0,
};

/** How many people are of each kind. */
export function countPeople(people: readonly PersonRow[]): Record<PeopleKind, number> {
  const count = (kind: PeopleKind) => people.filter(tests[kind]).length;
  return {
    any: people.length,
    administrators: count('administrators'),
    blocked: count('blocked'),
    unseen: count('unseen'),
    roleless: count('roleless'),
  };
}

/** The people that match: of the kind, and every word typed stands in name, email, roles or contexts. */
export function filterPeople(people: readonly PersonRow[], filter: PeopleFilter): PersonRow[] {
  const typed = filter.text
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .filter((word) => word !== '');
  return people.filter((person) => {
    if (!tests[filter.kind](person)) return false;
    const roles = person.roles.map(({ role, context }) => `${role} ${context}`).join(' ');
    const text = `${person.name} ${person.email} ${roles}`.toLocaleLowerCase('en');
    return typed.every((word) => text.includes(word));
  });
}
