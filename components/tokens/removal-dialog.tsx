'use client';

import { useId, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import type { ActionResult } from '@/lib/domain/action-result';
import type { TokenRow } from '@/lib/domain/token-view';
import { ProofFields } from './dialogs/proof-fields';
import type { Refusal } from './dialogs/refusal';
import { useProof } from './dialogs/use-proof';
import type { KeyComponents } from './key-geometry';
import { AtWorkCallout, RemovalList } from './removal-list';
import { removalRefusal } from './removal-refusal';
import { removalUses } from './remove-facts';

/** What both dialogs get that end tokens: one's own, or anyone's. */
export interface RemovalDialogProps {
  /** The tokens as they stand now; one that has gone meanwhile is no longer among them. */
  tokens: readonly TokenRow[];
  components: KeyComponents;
  now: Date;
  /** Whose password is asked, for password managers. */
  username: string | undefined;
  onClose: () => void;
  onRemoved: (ids: readonly string[]) => void;
  /** Something was changed elsewhere: the rows must be read again. */
  onStale: () => void;
}

interface RemovalWords {
  title: string;
  sentence: string;
  confirm: string;
  note: string;
}

/** What the action gets: each token at the version that is shown. */
interface Removal {
  tokens: { id: string; version: number }[];
  proof: { password: string };
}

/** Ends tokens, all or none, with the password. What is still in use is named first. */
export function RemovalDialog({
  tokens,
  components,
  now,
  username,
  onClose,
  onRemoved,
  onStale,
  words,
  owners,
  act,
}: RemovalDialogProps & {
  words: RemovalWords;
  /** Whose each token is, by its id; absent where all are one's own. */
  owners?: ReadonlyMap<string, string>;
  act: (removal: Removal) => Promise<ActionResult<{ removedIds: string[] }>>;
}) {
  const formId = useId();
  const uses = removalUses(tokens, now);

  const send = async (password: string): Promise<Refusal | null> => {
    const chosen = tokens.map(({ id, version }) => ({ id, version }));
    const result = await act({ tokens: chosen, proof: { password } }).catch(() => null);
    if (result?.isOk === true) {
      onRemoved(result.value.removedIds);
      return null;
    }
    const { refusal, isStale } = removalRefusal(result?.error ?? null);
    if (isStale) onStale();
    return refusal;
  };
  const proof = useProof(send);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tokens.length > 0) void proof.submit();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !proof.isSending) onClose();
      }}
      title={words.title}
      sub={words.sentence}
      size="remove"
      initialFocus={proof.field}
    >
      <DialogBody>
        <RemovalList uses={uses} components={components} owners={owners} />
        <AtWorkCallout uses={uses} />
        <form id={formId} onSubmit={submit}>
          <ProofFields proof={proof} username={username} />
        </form>
      </DialogBody>
      <DialogFooter note={words.note}>
        <Button variant="plain" size="large" isBusy={proof.isSending} onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="end-solid"
          size="large"
          isBusy={proof.isSending}
          disabledReason={tokens.length === 0 ? 'These tokens are gone already' : null}
        >
          {words.confirm}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
