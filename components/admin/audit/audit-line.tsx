'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useId, useState } from 'react';
import { addressOf } from '@/components/admin/part-links';
import { ContextCode } from '@/components/ui/context-code';
import { exactTime } from '@/components/ui/relative-time';
import type { AuditRow } from '@/lib/domain/admin-view';
import { AuditFacts } from './audit-facts';
import { eventNote, eventWords } from './event-words';

/** One event; its every field opens below it. A token's name leads to all that is written of it, in the log at `path`. */
export function AuditLine({ row, path }: { row: AuditRow; path: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const factsId = useId();
  const { did, object } = eventWords(row);
  const note = eventNote(row);
  const [day = '', time = ''] = exactTime(new Date(row.at)).split(' ');
  return (
    <>
      <tr role="row">
        <td role="cell" className="c-at">
          <time dateTime={row.at}>
            <span className="t1">{time}</span> <span className="t2">{day}</span>
          </time>
        </td>
        <td role="cell" className="c-who">
          <span className="t1" title={row.actor.name}>
            {row.actor.kind === 'token' && <span className="minitag" aria-hidden="true" />}
            {row.actor.kind === 'token' && <span className="vh">the token </span>}
            {row.actor.name}
          </span>
          {row.actor.kind === 'system' && <span className="t2">the desk itself</span>}
        </td>
        <td role="cell" className="c-what">
          <span
            className={row.outcome === 'refused' ? 't1 rust' : 't1'}
            title={object === null ? did : `${did} ${object}`}
          >
            {did}
            {object !== null && ' '}
            {object !== null &&
              (row.subjectKind === 'token' ? <TokenLink row={row} path={path} /> : <b>{object}</b>)}
          </span>
          {note !== '' && (
            <span className="t2" title={note}>
              {note}
            </span>
          )}
        </td>
        <td role="cell" className="c-context">
          {row.context !== null && <ContextCode context={row.context} />}
        </td>
        <td role="cell" className="c-from">
          <span className="t1 mono">{row.address ?? ''}</span>
          <span className="t2">{row.device ?? ''}</span>
        </td>
        <td role="cell" className="c-act">
          <button
            type="button"
            className="iconbtn"
            aria-expanded={isOpen}
            aria-controls={isOpen ? factsId : undefined}
            aria-label={`Every field of event ${row.seq}`}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr role="row" className="facts-row">
          <td role="cell" colSpan={6} id={factsId}>
            <AuditFacts row={row} />
          </td>
        </tr>
      )}
    </>
  );
}

function TokenLink({ row, path }: { row: AuditRow; path: string }) {
  return (
    <Link href={addressOf(path, { token: row.subjectId })} prefetch={false}>
      <b>{row.subject}</b>
    </Link>
  );
}
