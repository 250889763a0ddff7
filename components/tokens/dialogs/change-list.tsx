'use client';

import type { ReactNode } from 'react';
import type { PickerIndex } from '@/components/permissions/picker-index';
import type { ChangeSubject } from './changed-token';
import type { TokenDiff } from './diff-token';
import { GrantLines } from './grant-lines';
import { stays } from './stays';
import { TermChange } from './term-change';

const accessWords = {
  full: 'Full access: all that you hold, as it changes',
  limited: 'Limited access',
} as const;

/** The change as lines of a ledger: only what becomes different, then what stays. */
export function ChangeList({
  index,
  subject,
  diff,
}: {
  index: PickerIndex;
  subject: ChangeSubject;
  diff: TokenDiff;
}) {
  const isNew = subject.before === null;
  const contexts = new Set([...diff.granted, ...diff.removed].map((grant) => grant.context));
  const isContextShown = contexts.size > 1 || isNew;
  const kept = stays(diff, subject);
  return (
    <ul className="dif">
      {diff.description !== null && (
        <Line name="Description">
          <Was text={diff.description.before} /> <b>{diff.description.after}</b>
        </Line>
      )}
      {diff.access !== null && (!isNew || diff.access.after === 'full') && (
        <Line name="Access">
          {diff.access.before !== null && <Was text={accessWords[diff.access.before]} />}{' '}
          <b>{accessWords[diff.access.after]}</b>
        </Line>
      )}
      {diff.added.length > 0 && (
        <Line name={isNew ? permissions(diff.added.length) : `${diff.added.length} added`}>
          <GrantLines index={index} grants={diff.added} sign="plus" isContextShown={isContextShown} />
        </Line>
      )}
      {diff.removed.length > 0 && (
        <Line name={`${diff.removed.length} removed`}>
          <GrantLines index={index} grants={diff.removed} sign="minus" isContextShown={isContextShown} />
        </Line>
      )}
      {diff.access?.before === 'full' && (
        <Line name={`${permissions(diff.granted.length)} left`}>
          <GrantLines index={index} grants={diff.granted} sign="stay" isContextShown />
        </Line>
      )}
      {diff.sets.map(({ context, before, after }) => (
        <Line key={context} name="Permission set">
          {before !== null && <Was text={before} />} <b>{after ?? 'Custom'}</b>{' '}
          <span className="dim">in</span> <span className="ctx">{context}</span>
        </Line>
      ))}
      {diff.expiry !== null && (
        <Line name="Expires at">
          <TermChange before={diff.expiry.before} after={diff.expiry.after} change={diff.expiry.change} />
        </Line>
      )}
      {diff.mayUseInUrls !== null && (
        <Line name="Use in URLs">
          {diff.mayUseInUrls.before !== null && (
            <Was text={diff.mayUseInUrls.before ? 'allowed' : 'not allowed'} />
          )}{' '}
          <b>{diff.mayUseInUrls.after === true ? 'allowed' : 'not allowed'}</b>
        </Line>
      )}
      {kept !== '' && <Line name="Stays">{kept}</Line>}
    </ul>
  );
}

function permissions(count: number): string {
  return count === 1 ? '1 permission' : `${count} permissions`;
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li>
      <h3>{name}</h3>
      <div>{children}</div>
    </li>
  );
}

function Was({ text }: { text: string }) {
  return (
    <del className="dim">
      <span className="vh">before: </span>
      {text}
    </del>
  );
}
