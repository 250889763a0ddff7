'use client';

import { useAddress } from '@/components/admin/use-address';
import { FilterField } from '@/components/ui/filter-field';
import { FilterSelect } from '@/components/ui/filter-select';
import type { AuditPerson } from '@/lib/domain/admin-view';
import type { AuditChoice } from '@/lib/domain/audit-filter';
import { endOfDay } from '@/lib/domain/day';
import { actionChoices } from './action-choices';

const outcomes = [
  { value: '', label: 'any' },
  { value: 'done', label: 'Done' },
  { value: 'refused', label: 'Refused' },
];

const typed = [
  ['token', 'Token', 'description or id'],
  ['address', 'Address', '10.2.0.14'],
  ['from', 'From', 'dd-mm-yyyy'],
  ['to', 'To', 'dd-mm-yyyy'],
] as const;

/** What the log can be narrowed by; each of them goes into the address, and all of them hold together. */
export function AuditFilters({
  path,
  people,
  choice,
}: {
  path: string;
  people: readonly AuditPerson[] | null;
  choice: AuditChoice;
}) {
  const go = useAddress(path, choice);
  return (
    <>
      {people !== null && (
        <FilterSelect
          label="Person"
          value={choice.person}
          options={[
            { value: '', label: 'any' },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(person) => go({ person })}
        />
      )}
      <FilterSelect
        label="Action"
        value={choice.action}
        options={actionChoices}
        onValueChange={(action) => go({ action })}
      />
      <FilterSelect
        label="Outcome"
        value={choice.outcome}
        options={outcomes}
        onValueChange={(outcome) => go({ outcome })}
      />
      {typed.map(([name, label, placeholder]) => (
        <FilterField
          key={name}
          label={label}
          className={name === 'token' ? 'wide' : ''}
          placeholder={placeholder}
          isInvalid={(name === 'from' || name === 'to') && isNoDay(choice[name])}
          value={choice[name]}
          onCommit={(text) => go({ [name]: text })}
        />
      ))}
    </>
  );
}

function isNoDay(text: string): boolean {
  return text !== '' && endOfDay(text) === null;
}
