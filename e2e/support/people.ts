/** Someone of the sample company, as `npm run demo` prints them. */
export interface Person {
  name: string;
  email: string;
  password: string;
}

export const people = {
  noor: { name: 'Noor Haddad', email: 'noor@northwharf.example', password: 'unknown yet' },
  member: { name: 'Member', email: 'member@northwharf.example', password: 'unknown yet' },
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof people;
