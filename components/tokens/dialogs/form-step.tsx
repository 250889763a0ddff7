'use client';

import { KeyRound, Lock } from 'lucide-react';
import { useDeferredValue, useEffect, useEffectEvent, useId, useRef, type RefObject } from 'react';
import { PermissionPicker } from '@/components/permissions/permission-picker';
import type { LookMemory } from '@/components/permissions/use-picker-look';
import type { TokenFields } from '@/lib/domain/token-input';
import type { TokenView } from '@/lib/domain/token-view';
import { Button } from '../../ui/button';
import { DialogFooter } from '../../ui/dialog';
import type { KeyComponents } from '../key-geometry';
import { FieldsPane } from './fields-pane';
import type { DialogKind } from './form-start';
import { FullAccessPane } from './full-access-pane';
import { PickerNotice } from './picker-notice';
import { RequestedNotice } from './requested-notice';
import { StaleNotice } from './stale-notice';
import { SummaryPane } from './summary-pane';
import { SummaryPeek } from './summary-peek';
import { useNothingChanged } from './use-nothing-changed';
import type { Stale } from './use-stale';
import { plainNames, type TokenForm } from './use-token-form';

export interface FormStepProps {
  kind: DialogKind;
  editor: TokenForm;
  memory: RefObject<LookMemory>;
  components: KeyComponents;
  stale: Stale | null;
  /** Come back to from the password: the focus must be given a place. */
  isBack: boolean;
  onLoadPresent: (present: TokenView) => void;
  onNext: (fields: TokenFields) => void;
  isPaused: boolean;
  onRegenerate: () => void;
  onPause: () => void;
  onCancel: () => void;
}

const nextWords: Record<DialogKind, { note: string; button: string }> = {
  generate: { note: 'Next, your password. The secret is then shown once.', button: 'Generate token' },
  edit: { note: 'Next, what changes, and your password. The secret stays the same.', button: 'Save changes' },
  copy: { note: 'Next, your password. The new secret is then shown once.', button: 'Copy token' },
};

/** Who and until when · what · so it can. */
export function FormStep(props: FormStepProps) {
  const { kind, editor, memory, components, stale, isBack, onNext, onCancel } = props;
  const { form, index, picks, accessKind, changePicks, searchRef } = editor;
  const formId = useId();
  const scroller = useRef<HTMLFormElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const shownPicks = useDeferredValue(picks);
  const { note, button } = nextWords[kind];
  const isGone = stale !== null && stale.present === null;
  const unchanged = useNothingChanged(kind, editor, shownPicks);

  const placeFocus = useEffectEvent(() => {
    const { errors } = form.formState;
    // A finger has not asked for the keyboard yet.
    if (!isBack)
      return window.matchMedia('(pointer: fine)').matches ? form.setFocus('description') : undefined;
    const wrong = plainNames.find((name) => errors[name] !== undefined);
    if (wrong !== undefined) form.setFocus(wrong);
    else if (errors.access !== undefined || editor.refused.length > 0) searchRef.current?.focus();
    else submit.current?.focus();
  });
  useEffect(() => placeFocus(), []);

  return (
    <>
      <form
        id={formId}
        ref={scroller}
        className="gen"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isGone && !unchanged) void editor.send(onNext);
        }}
      >
        <FieldsPane
          kind={kind}
          editor={editor}
          isPaused={props.isPaused}
          onRegenerate={props.onRegenerate}
          onPause={props.onPause}
        >
          {editor.requested.length > 0 && <RequestedNotice grants={editor.requested} />}
          {stale !== null && (
            <StaleNotice stale={stale} index={index} before={editor.before} onLoad={props.onLoadPresent} />
          )}
        </FieldsPane>
        {accessKind === 'full' ? (
          <FullAccessPane index={index} onLimit={() => editor.setAccessKind('limited')} />
        ) : (
          <PermissionPicker
            index={index}
            state={picks}
            memory={memory}
            onChange={changePicks}
            scroller={scroller}
            searchRef={searchRef}
            notice={<PickerNotice editor={editor} />}
          />
        )}
        <SummaryPane control={form.control} index={index} picks={shownPicks} accessKind={accessKind} />
      </form>
      <SummaryPeek
        control={form.control}
        index={index}
        picks={shownPicks}
        accessKind={accessKind}
        components={components}
      />
      <DialogFooter
        note={
          <>
            <Lock aria-hidden="true" />
            {note}
          </>
        }
      >
        <Button variant="plain" size="large" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          ref={submit}
          type="submit"
          form={formId}
          variant="primary"
          size="large"
          icon={kind === 'edit' ? null : <KeyRound aria-hidden="true" />}
          disabledReason={isGone ? 'This token was removed.' : unchanged ? 'Nothing has changed yet.' : null}
        >
          {button}
        </Button>
      </DialogFooter>
    </>
  );
}
