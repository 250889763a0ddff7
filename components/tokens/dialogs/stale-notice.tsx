'use client';

import { History } from 'lucide-react';
import type { PickerIndex } from '@/components/permissions/picker-index';
import { listed } from '@/components/permissions/plain-words';
import type { TokenView } from '@/lib/domain/token-view';
import { Button } from '../../ui/button';
import { diffToken, diffWords, type TokenShape } from './diff-token';
import { shapeOf } from './form-start';
import type { Stale } from './use-stale';

/** Says that the token changed elsewhere, by whom and in what, and offers its present state under what was typed. */
export function StaleNotice({
  stale,
  index,
  before,
  onLoad,
}: {
  stale: Stale;
  index: PickerIndex;
  before: TokenShape | null;
  onLoad: (present: TokenView) => void;
}) {
  const { by, at, present } = stale;
  const time = at === null ? '' : ` at ${at.slice(11, 16)} UTC`;
  const who = by === null ? 'It' : by;
  return (
    <div className="callout stale" role="alert">
      <History className="i" aria-hidden="true" />
      {present === null ? (
        <p>
          {by === null ? 'This token was removed elsewhere' : `${by} removed this token`}
          {time}. Nothing of it can be changed.
        </p>
      ) : (
        <div>
          <p>
            {by === null ? 'It was changed elsewhere' : `${who} changed it elsewhere`}
            {time}: {listed(changesSince(index, before, present))}.
          </p>
          <Button size="small" onClick={() => onLoad(present)}>
            Load the present state
          </Button>
          <p className="hint">What you typed stays.</p>
        </div>
      )}
    </div>
  );
}

function changesSince(index: PickerIndex, before: TokenShape | null, present: TokenView): string[] {
  const words = diffWords(diffToken(index, before, shapeOf(present)));
  return words.length === 0 ? ['its secret'] : words;
}
