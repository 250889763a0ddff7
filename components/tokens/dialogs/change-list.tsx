'use client';

import type { PickerIndex } from '@/components/permissions/picker-index';
import { ChangeLine, Was } from './change-line';
import type { ChangeSubject } from './changed-token';
import type { TokenDiff } from './diff-token';
import { GrantLines } from './grant-lines';
import { LimitLines } from './limit-lines';
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
        <ChangeLine name="Description">
          <Was text={diff.description.before} /> <b>{diff.description.after}</b>
        </ChangeLine>
      )}
      {diff.access !== null && (!isNew || diff.access.after === 'full') && (
        <ChangeLine name="Access">
          {diff.access.before !== null && <Was text={accessWords[diff.access.before]} />}{' '}
          <b>{accessWords[diff.access.after]}</b>
        </ChangeLine>
      )}
      {diff.added.length > 0 && (
        <ChangeLine name={isNew ? permissions(diff.added.length) : `${diff.added.length} added`}>
          <GrantLines index={index} grants={diff.added} sign="plus" isContextShown={isContextShown} />
        </ChangeLine>
      )}
      {diff.removed.length > 0 && (
        <ChangeLine name={`${diff.removed.length} removed`}>
          <GrantLines index={index} grants={diff.removed} sign="minus" isContextShown={isContextShown} />
        </ChangeLine>
      )}
      {diff.access?.before === 'full' && (
        <ChangeLine name={`${permissions(diff.granted.length)} left`}>
          <GrantLines index={index} grants={diff.granted} sign="stay" isContextShown />
        </ChangeLine>
      )}
      {diff.sets.map(({ context, before, after }) => (
        <ChangeLine key={context} name="Permission set">
          {before !== null && <Was text={before} />} <b>{after ?? 'Custom'}</b>{' '}
          <span className="dim">in</span> <span className="ctx">{context}</span>
        </ChangeLine>
      ))}
      {diff.expiry !== null && (
        <ChangeLine name="Expires at">
          <TermChange before={diff.expiry.before} after={diff.expiry.after} change={diff.expiry.change} />
        </ChangeLine>
      )}
      <LimitLines diff={diff} isNew={isNew} />
      {kept !== '' && <ChangeLine name="Stays">{kept}</ChangeLine>}
    </ul>
  );
}

function permissions(count: number): string {
  return count === 1 ? '1 permission' : `${count} permissions`;
}
