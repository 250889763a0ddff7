import { ArrowRight } from 'lucide-react';
import type { PickerIndex } from '@/components/permissions/picker-index';
import type { KeyComponents } from '../key-geometry';
import { KeyGlyph } from '../key-glyph';
import { grantsIn, teethOf, type TokenDiff, type TokenShape } from './diff-token';

/** What the password is asked for. `before` and `hint` are null for a token still to be made. */
export interface ChangeSubject {
  before: TokenShape | null;
  after: TokenShape;
  hint: string | null;
}

const glyphWidth = 105;

/** The token, and its key before and after: rust outline what is taken away, green what is added. */
export function ChangedToken({
  index,
  subject,
  diff,
  components,
}: {
  index: PickerIndex;
  subject: ChangeSubject;
  diff: TokenDiff;
  components: KeyComponents;
}) {
  const { before, after, hint } = subject;
  const had = before === null ? [] : grantsIn(index, before.access);
  const has = grantsIn(index, after.access);
  const isFull = (shape: TokenShape) => shape.access.kind === 'full';
  const hasKeyChanged =
    before !== null && (diff.added.length + diff.removed.length > 0 || diff.access !== null);
  return (
    <div className="stub">
      <div>
        <span className="t1">{after.description}</span>
        <span className="t2 mono">{hint ?? 'a new token'}</span>
      </div>
      <div className="chg">
        {hasKeyChanged && (
          <>
            <KeyGlyph
              label={`${had.length} permissions before`}
              components={components}
              teeth={teethOf(index, had)}
              isFull={isFull(before)}
              width={glyphWidth}
            />
            {!isFull(before) && <span className="dim">{had.length}</span>}
            <ArrowRight className="i" aria-hidden="true" />
          </>
        )}
        <KeyGlyph
          label={`${has.length} permissions${before === null ? '' : ' after'}`}
          components={components}
          teeth={teethOf(index, [...has, ...diff.removed])}
          withdrawnTeeth={teethOf(index, diff.removed)}
          addedTeeth={before === null ? [] : teethOf(index, diff.added)}
          isFull={isFull(after)}
          width={glyphWidth}
        />
        {!isFull(after) && <b>{has.length}</b>}
      </div>
    </div>
  );
}
