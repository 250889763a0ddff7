import { seedPeople } from '../../prisma/seed/people';

/** Someone who can sign in. */
export interface Person {
  name: string;
  email: string;
  password: string;
}

export type PersonKey = 'noor' | 'ines' | 'tomasz' | 'pavel' | 'maren';

function find(key: PersonKey): Person {
  const person = seedPeople.find((each) => each.key === key);
  if (person === undefined) throw new Error(`The sample company has no ${key}.`);
  return person;
}

/** The sample company: Noor administers, Tomasz develops in shop, Pavel looks on and has no token, Maren is blocked. */
export const people: Record<PersonKey, Person> = {
  noor: find('noor'),
  ines: find('ines'),
  tomasz: find('tomasz'),
  pavel: find('pavel'),
  maren: find('maren'),
};
