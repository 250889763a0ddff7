'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import { usePickerLook } from '@/components/permissions/use-picker-look';
import type { PickerIndex } from '@/components/permissions/picker-index';
import { toast } from '@/components/ui/toast';
import type { TokenRow, TokenView } from '@/lib/domain/token-view';
import type { KeyComponents } from '../key-geometry';
import { ConfirmStep } from './confirm-step';
import { grantsIn } from './diff-token';
import type { DialogKind } from './form-start';
import { FormStep } from './form-step';
import { NewTokenStep } from './new-token-step';
import { readPicker } from './picker-source';
import { fieldOf, type Refusal } from './refusal';
import { RegenerateStep } from './regenerate-step';
import { sendChange, type Outcome } from './send-change';
import type { Loss, Step } from './steps';
import { useStale } from './use-stale';
import { useTokenForm } from './use-token-form';

export interface TokenEditorProps {
  kind: DialogKind;
  index: PickerIndex;
  token: TokenView | null;
  step: Step;
  setStep: (step: Step) => void;
  /** Filled with what closing would lose. */
  lossNow: RefObject<() => Loss | null>;
  onCancel: () => void;
  onChanged: (row: TokenRow) => void;
  onTaken: () => void;
  components: KeyComponents;
  username: string | undefined;
}

/** The steps of one dialog over one form. */
export function TokenEditor(props: TokenEditorProps) {
  const { kind, token: opened, step, setStep, lossNow, onChanged, components, username } = props;
  const [token, setToken] = useState(opened);
  const editor = useTokenForm(kind, props.index, opened);
  const look = usePickerLook();
  const { stale, look: lookAgain, clear } = useStale(kind === 'edit' && opened !== null ? opened.id : null, token?.version ?? 0);
  const isBack = useRef(false);

  useEffect(() => {
    lossNow.current = () => {
      if (step.kind === 'new') return step.isTaken ? null : 'secret';
      return editor.isTouched() ? 'changes' : null;
    };
  });

  const back = () => {
    isBack.current = true;
    setStep({ kind: 'form' });
  };
  /** Shows an outcome where it belongs; what is left is for the step that asked for the password. */
  const settle = async (outcome: Outcome): Promise<Refusal | null> => {
    if (outcome.kind === 'changed') {
      toast.success('Token changed', { description: outcome.row.description });
      onChanged(outcome.row);
      return null;
    }
    if (outcome.kind === 'made') {
      const access = step.kind === 'confirm' ? step.fields.access : (token?.accessEntries ?? { kind: 'full' as const });
      setStep({ kind: 'new', answer: outcome.answer, grants: grantsIn(editor.index, access), isTaken: false });
      return null;
    }
    const { refusal } = outcome;
    if (refusal.at === 'stale') {
      await lookAgain();
      back();
    } else if (refusal.at === 'picker') {
      const picker = await readPicker(true).catch(() => null);
      editor.narrow(picker?.isOk === true ? picker.value : editor.index, refusal.missing);
      back();
    } else if (refusal.at === 'fields' && step.kind === 'confirm') {
      for (const issue of refusal.issues) {
        const field = fieldOf(issue);
        if (field !== null) editor.form.setError(field, { message: issue.message }, { shouldFocus: true });
      }
      back();
    } else return refusal;
    return null;
  };

  if (step.kind === 'new') {
    const taken = () => setStep({ ...step, isTaken: true });
    return <NewTokenStep answer={step.answer} grants={step.grants} index={editor.index} isTaken={step.isTaken} onTaken={taken} onDone={props.onCancel} onGone={props.onTaken} />;
  }
  if (step.kind === 'confirm') {
    const send = async (password: string) => settle(await sendChange(kind, token, step.fields, password));
    const subject = { before: editor.before, after: step.fields, hint: kind === 'edit' ? (token?.hint ?? null) : null };
    return <ConfirmStep index={editor.index} subject={subject} components={components} username={username} onBack={back} onSend={send} />;
  }
  if (step.kind === 'regenerate' && token !== null) {
    return <RegenerateStep token={token} username={username} onBack={back} onOutcome={settle} />;
  }
  return (
    <FormStep
      kind={kind}
      editor={editor}
      look={look}
      components={components}
      stale={stale}
      isBack={isBack.current}
      onLoadPresent={(present) => {
        editor.rebase(present);
        setToken(present);
        clear();
      }}
      onNext={(fields) => setStep({ kind: 'confirm', fields })}
      onRegenerate={() => setStep({ kind: 'regenerate' })}
      onCancel={props.onCancel}
    />
  );
}
