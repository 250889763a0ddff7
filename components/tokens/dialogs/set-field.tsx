'use client';

import { describeChoice } from '@/components/permissions/describe-choice';
import {
  bringBack,
  choiceIn,
  chooseSet,
  dropWithdrawn,
  withdrawnIn,
} from '@/components/permissions/picker-state';
import { Select } from '../../ui/select';
import type { TokenForm } from './use-token-form';

const custom = 'custom';
const prefix = 'set:';

/** A named set, or Custom: permissions picked by hand. Changing one tick of a set makes it Custom, and it says so. */
export function SetField({ editor }: { editor: TokenForm }) {
  const { index, picks, changePicks } = editor;
  const choice = choiceIn(picks, picks.active);
  const options = [
    { value: custom, label: 'Custom', note: 'picked by hand' },
    ...index.catalog.permissionSets.map(({ name }) => ({
      value: `${prefix}${name}`,
      label: name,
      note: index.tickableOfSet(name, picks.active).size,
    })),
  ];
  return (
    <Select
      label="Permission set"
      value={choice.kind === 'set' ? `${prefix}${choice.name}` : custom}
      options={options}
      onValueChange={(value) =>
        changePicks((state) => chooseSet(index, state, value === custom ? null : value.slice(prefix.length)))
      }
      hint={
        <>
          <span aria-live="polite">{describeChoice(index, picks, picks.active)}</span> No set can touch
          passwords, accounts or tokens.
          {choice.kind === 'set' && choice.aside !== null && (
            <button type="button" className="lnk strong block" onClick={() => changePicks(bringBack)}>
              Bring back the {choice.aside.size} picked by hand
            </button>
          )}
          <Withdrawn editor={editor} />
        </>
      }
    />
  );
}

/** What the token holds and can do nothing with: what its owner no longer holds, and what is gone from its service. */
function Withdrawn({ editor }: { editor: TokenForm }) {
  const { index, picks, changePicks } = editor;
  const codes = [...withdrawnIn(picks, picks.active)];
  if (codes.length === 0) return null;
  const gone = codes.filter((code) => !index.byCode.has(code));
  const lost = codes.filter((code) => index.byCode.has(code));
  return (
    <span className="withdrawn">
      {lost.length > 0 && (
        <>
          {lost.length} withdrawn, of no use until you hold {lost.length === 1 ? 'it' : 'them'} again:{' '}
          {named(lost)}.{' '}
        </>
      )}
      {gone.length > 0 && (
        <>
          {gone.length} gone, the service no longer has {gone.length === 1 ? 'it' : 'them'}:{' '}
          <del>{named(gone)}</del>.{' '}
        </>
      )}
      <button type="button" className="lnk strong" onClick={() => changePicks(dropWithdrawn)}>
        Take {codes.length === 1 ? 'it' : 'them'} out
      </button>
    </span>
  );
}

const namedAtMost = 8;

function named(codes: readonly string[]): string {
  const rest = codes.length - namedAtMost;
  return codes.slice(0, namedAtMost).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
