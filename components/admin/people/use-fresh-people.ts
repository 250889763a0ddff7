'use client';

import { useState } from 'react';
import type { PersonRow } from '@/lib/domain/person';
import { useFreshMarks } from '../use-fresh-marks';
import { withChanged } from './with-changed';

/**
 * The people as the server gave them, and over them what was changed here until the server gives it too. Reads the page
 * again when someone was changed elsewhere; `fresh` names the lines to mark for three seconds.
 */
export function useFreshPeople(served: readonly PersonRow[]) {
  const [changed, setChanged] = useState<readonly PersonRow[]>([]);
  const { fresh, mark } = useFreshMarks('person');
  const put = (person: PersonRow) => {
    setChanged((before) => [...before.filter((each) => each.id !== person.id), person]);
    mark(person.id);
  };
  return { people: withChanged(served, changed), fresh, put };
}
