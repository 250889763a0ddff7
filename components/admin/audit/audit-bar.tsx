'use client';

import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { addressOf } from '@/components/admin/part-links';
import { Button } from '@/components/ui/button';
import { FilterSelect } from '@/components/ui/filter-select';
import type { AuditPerson } from '@/lib/domain/admin-view';
import { actionChoices } from './action-choices';

const path = '/admin/audit';

/** Narrows the log by person and action. The address carries both, so that what is seen can be passed on. */
export function AuditBar(props: { people: readonly AuditPerson[]; person: string; action: string }) {
  const { people, person, action } = props;
  const router = useRouter();
  const go = (next: { person: string; action: string }) => {
    const set = (value: string) => (value === 'any' ? null : value);
    router.push(addressOf(path, { person: set(next.person), action: set(next.action) }));
  };
  return (
    <div className="bar">
      <FilterSelect
        label="Person"
        value={person}
        options={[
          { value: 'any', label: 'any' },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValueChange={(next) => go({ person: next, action })}
      />
      <FilterSelect
        label="Action"
        value={action}
        options={actionChoices}
        onValueChange={(next) => go({ person, action: next })}
      />
      <span className="sp" />
      <Button icon={<RotateCw aria-hidden="true" />} onClick={() => router.refresh()}>
        Refresh
      </Button>
    </div>
  );
}
