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
  const isNoDay = (text: string) => text !== '' && endOfDay(text) === null;
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
      <FilterField
        label="Token"
        className="wide"
        placeholder="description or id"
        value={choice.token}
        onCommit={(text) => go({ token: text })}
      />
      <FilterField
        label="Address"
        className="wide"
        placeholder="10.2.0.14"
        value={choice.address}
        onCommit={(address) => go({ address })}
      />
      <FilterField
        label="From"
        placeholder="dd-mm-yyyy"
        isInvalid={isNoDay(choice.from)}
        value={choice.from}
        onCommit={(from) => go({ from })}
      />
      <FilterField
        label="To"
        placeholder="dd-mm-yyyy"
        isInvalid={isNoDay(choice.to)}
        value={choice.to}
        onCommit={(to) => go({ to })}
      />
    </>
  );
}
