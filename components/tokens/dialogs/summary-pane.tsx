'use client';

import { memo, useMemo, type ReactNode } from 'react';
import { plainWords } from '@/components/permissions/plain-words';
import { BigKey } from '../big-key';
import { LimitWords } from './limit-words';
import { CountWords, ElsewhereWords, TermWords, usableGrants, type AccessWordsProps } from './access-words';
import { teethOf } from './diff-token';

/** So it can: one sentence, the key as it is cut, and plain words. `isPlain`: inside the bar of narrow screens. */
export const SummaryPane = memo(function SummaryPane(props: AccessWordsProps & { isPlain?: boolean }) {
  const { control, index, picks, accessKind, isPlain = false } = props;
  const grants = useMemo(() => usableGrants(index, picks), [index, picks]);
  const isFull = accessKind === 'full';
  const operations = useMemo(() => {
    const codes = new Set(grants.map((grant) => grant.permission));
    return index.operations.filter((operation) => codes.has(operation.code));
  }, [index, grants]);
  const words = plainWords(isFull ? [] : operations);
  const can: [string, ReactNode][] = isFull
    ? [
        ['Reads', 'All that you may read'],
        ['Changes', 'All that you may change'],
        ['Deletes', 'All that you may delete'],
        ['Elsewhere', 'Wherever you hold something'],
      ]
    : [
        ['Reads', words.reads],
        ['Changes', words.changes],
        ['Deletes', words.destroys],
        ['Elsewhere', <ElsewhereWords key="elsewhere" picks={picks} />],
      ];
  return (
    <div
      className={isPlain ? 'sumry inpeek' : 'sumry'}
      {...(isPlain ? {} : { role: 'region', 'aria-label': 'Summary', tabIndex: 0 })}
    >
      <p className="stmt">
        <TermWords control={control} />, this token may do{' '}
        {isFull ? <b>all that you may</b> : <CountWords index={index} picks={picks} noun="thing" />}.
      </p>
      <LimitWords control={control} />
      <figure>
        <BigKey
          teeth={teethOf(index, grants)}
          sizes={index.catalog.teeth.sizes}
          names={index.catalog.teeth.names}
          isFull={isFull}
        />
      </figure>
      <ul className="can">
        {can.map(([name, text]) => (
          <li key={name}>
            <span>{name}</span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <p className="aside">
        It never does more than you may. Lose a role and the token loses the same permissions at once.
      </p>
    </div>
  );
});
