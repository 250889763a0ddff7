import type { ReactNode } from 'react';
import { addressOf, PartLinks } from '@/components/admin/part-links';
import { EmptyState } from '@/components/ui/empty-state';
import type { AuditPerson, AuditView } from '@/lib/domain/admin-view';
import { isChosen, type AuditChoice } from '@/lib/domain/audit-filter';
import { AuditBar } from './audit-bar';
import { AuditLedger } from './audit-ledger';
import { exportNote, foundSentence, tokensSentence } from './log-words';

export interface LogViewProps {
  title: string;
  /** What this log is, in a sentence or two. */
  children: ReactNode;
  path: string;
  people: readonly AuditPerson[] | null;
  choice: AuditChoice;
  /** The log, or why the address cannot be read. */
  view: AuditView | { problem: string };
  /** Somewhere in the middle of the log. */
  isFurther: boolean;
}

/** A log with its filters: everyone's, or one's own. */
export function LogView({ title, children, path, people, choice, view, isFurther }: LogViewProps) {
  const log = 'rows' in view ? view : null;
  const part = (cursor: Record<string, number>) => addressOf(path, { ...choice, ...cursor });
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
        <p className="say">{children}</p>
        <p className="say" role="status">
          {log !== null && isChosen(choice) && foundSentence(log)}
          {log !== null && log.tokens !== null && ` ${tokensSentence(log.tokens)}`}
        </p>
      </div>
      <AuditBar path={path} people={people} choice={choice} isReadable={log !== null} />
      {log !== null && log.rows.length > 0 && <AuditLedger rows={log.rows} title={title} path={path} />}
      {log !== null && log.rows.length === 0 && (
        <EmptyState title="Nothing is written here.">
          {isChosen(choice) ? 'No event matches what you chose.' : 'What happens stands here, newest first.'}
        </EmptyState>
      )}
      {'problem' in view && <EmptyState title="The filter cannot be read.">{view.problem}</EmptyState>}
      <div className="foot-bar">
        <span>Newest first, times are UTC</span>
        {log !== null && log.isMore && <span>{exportNote(log)}</span>}
        <span className="sp" />
        {log !== null && (
          <PartLinks
            links={{
              Newest: isFurther ? addressOf(path, choice) : null,
              Newer: log.newer === null ? null : part({ after: log.newer }),
              Older: log.older === null ? null : part({ before: log.older }),
            }}
          />
        )}
      </div>
    </>
  );
}
