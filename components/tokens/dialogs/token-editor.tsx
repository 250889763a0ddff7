'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import { startLook } from '@/components/permissions/use-picker-look';
import type { PickerIndex } from '@/components/permissions/picker-index';
import type { Grant } from '@/lib/domain/grant';
import type { TokenRow, TokenView } from '@/lib/domain/token-view';
import type { KeyComponents } from '../key-geometry';
import { ConfirmStep } from './confirm-step';
import type { DialogKind } from './form-start';
import { FormStep } from './form-step';
import { NewTokenStep } from './new-token-step';
import { PauseStep } from './pause-step';
import { RegenerateStep } from './regenerate-step';
import { sendChange } from './send-change';
import type { Loss, Step } from './steps';
import { useOutcome } from './use-outcome';
import { useStale } from './use-stale';
import { useTokenForm } from './use-token-form';

export interface TokenEditorProps {
  kind: DialogKind;
  index: PickerIndex;
  token: TokenView | null;
  requested: readonly Grant[];
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
  const editor = useTokenForm(kind, props.index, opened, props.requested);
  const [firstLook] = useState(() => startLook(editor.index, editor.picks));
  const memory = useRef(firstLook);
  const {
    stale,
    look: lookAgain,
    clear,
  } = useStale(kind === 'edit' && opened !== null ? opened.id : null, token?.version ?? 0);
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
  const settle = useOutcome({ step, setStep, editor, token, lookAgain, back, onChanged });

  if (step.kind === 'new') {
    const taken = () => setStep({ ...step, isTaken: true });
    return (
      <NewTokenStep
        answer={step.answer}
        grants={step.grants}
        index={editor.index}
        isTaken={step.isTaken}
        onTaken={taken}
        onDone={props.onCancel}
        onGone={props.onTaken}
      />
    );
  }
  if (step.kind === 'confirm') {
    const send = async (password: string) =>
      settle(await sendChange(kind, token, step.fields, password, editor.before));
    const subject = {
      before: editor.before,
      after: step.fields,
      hint: kind === 'edit' ? (token?.hint ?? null) : null,
    };
    return (
      <ConfirmStep
        index={editor.index}
        subject={subject}
        components={components}
        username={username}
        onBack={back}
        onSend={send}
      />
    );
  }
  if (step.kind === 'regenerate' && token !== null) {
    return <RegenerateStep token={token} username={username} onBack={back} onOutcome={settle} />;
  }
  if (step.kind === 'pause' && token !== null) {
    return <PauseStep token={token} username={username} onBack={back} onOutcome={settle} />;
  }
  return (
    <FormStep
      kind={kind}
      editor={editor}
      memory={memory}
      components={components}
      stale={stale}
      isBack={isBack.current}
      onLoadPresent={(present) => {
        editor.rebase(present);
        setToken(present);
        clear();
      }}
      onNext={(fields) => setStep({ kind: 'confirm', fields })}
      isPaused={token?.isPaused ?? false}
      onPause={() => setStep({ kind: 'pause', isPaused: token?.isPaused ?? false })}
      onRegenerate={() => setStep({ kind: 'regenerate' })}
      onCancel={props.onCancel}
    />
  );
}
