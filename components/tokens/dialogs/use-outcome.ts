'use client';

import { toast } from '@/components/ui/toast';
import type { TokenRow, TokenView } from '@/lib/domain/token-view';
import { grantsIn } from './diff-token';
import { readPicker } from './picker-source';
import { fieldOf, type Refusal } from './refusal';
import type { Outcome } from './send-change';
import type { Step } from './steps';
import type { TokenForm } from './use-token-form';

interface OutcomeDesk {
  step: Step;
  setStep: (step: Step) => void;
  editor: TokenForm;
  /** The token that is edited, copied or regenerated, as the form knows it. */
  token: TokenView | null;
  /** Reads the token again, to say what changed elsewhere. */
  lookAgain: () => Promise<void>;
  back: () => void;
  onChanged: (row: TokenRow) => void;
}

/** Takes an outcome to where it belongs. What it answers is left for the step that asked for the password to show. */
export function useOutcome(desk: OutcomeDesk): (outcome: Outcome) => Promise<Refusal | null> {
  const { step, setStep, editor, token, lookAgain, back, onChanged } = desk;

  const refuse = async (refusal: Refusal): Promise<Refusal | null> => {
    if (refusal.at === 'stale') {
      await lookAgain();
    } else if (refusal.at === 'picker') {
      const picker = await readPicker(true).catch(() => null);
      editor.narrow(picker?.isOk === true ? picker.value : editor.index, refusal.missing);
    } else if (refusal.at === 'fields' && step.kind === 'confirm') {
      for (const issue of refusal.issues) {
        const field = fieldOf(issue);
        if (field !== null) editor.form.setError(field, { message: issue.message });
      }
    } else return refusal;
    back();
    return null;
  };

  return async (outcome) => {
    if (outcome.kind === 'refused') return refuse(outcome.refusal);
    if (outcome.kind === 'changed') {
      toast.success(changedWords(step), { description: outcome.row.description });
      onChanged(outcome.row);
      return null;
    }
    const access = step.kind === 'confirm' ? step.fields.access : token?.accessEntries;
    const grants = access === undefined ? [] : grantsIn(editor.index, access);
    setStep({ kind: 'new', answer: outcome.answer, grants, isTaken: false });
    return null;
  };
}

function changedWords(step: Step): string {
  if (step.kind !== 'pause') return 'Token changed';
  return step.isPaused ? 'Token resumed' : 'Token paused';
}
