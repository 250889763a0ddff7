'use client';

import { Download, RotateCw } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { FoldedFilters } from '@/components/admin/folded-filters';
import { addressOf } from '@/components/admin/part-links';
import { Button } from '@/components/ui/button';
import type { AuditPerson } from '@/lib/domain/admin-view';
import { isChosen, type AuditChoice } from '@/lib/domain/audit-filter';
import { AuditFilters } from './audit-filters';

/** The line above the log: what it is narrowed to, and the way out as CSV. The address carries all of it. */
export function AuditBar(props: {
  path: string;
  /** Null: one's own log, in which there is no choosing of people. */
  people: readonly AuditPerson[] | null;
  choice: AuditChoice;
  /** The choice can be read, so that it can be exported. */
  isReadable: boolean;
}) {
  const { path, people, choice, isReadable } = props;
  const router = useRouter();
  return (
    <div className="bar wraps">
      <FoldedFilters label="Filter">
        <AuditFilters path={path} people={people} choice={choice} />
      </FoldedFilters>
      {isChosen(choice) && (
        <Link className="lnk" href={path}>
          Clear filters
        </Link>
      )}
      <span className="sp" />
      {isReadable && (
        <a className="btn" href={addressOf(`${path}/export`, choice)} download>
          <Download aria-hidden="true" />
          Export CSV
        </a>
      )}
      <Button icon={<RotateCw aria-hidden="true" />} aria-label="Refresh" onClick={() => router.refresh()}>
        <span className="d-only">Refresh</span>
      </Button>
    </div>
  );
}
