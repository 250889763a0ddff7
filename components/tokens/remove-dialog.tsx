'use client';

import { TriangleAlert } from 'lucide-react';
import { useId, useRef, useState, type FormEvent, type RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { PasswordField } from '@/components/ui/password-field';
import { removeTokensAction } from '@/lib/actions/tokens';
import type { TokenRow } from '@/lib/domain/token-view';
import type { KeyComponents } from './key-geometry';
import { removalProblem, type RemovalProblem } from './removal-problem';
import { removalUses } from './remove-facts';
import { AtWorkCallout, RemovalList } from './removal-list';
import { capitalise, inWords } from './token-grid/page-sentence';
import { count } from './token-grid/token-facts';

export interface RemoveDialogProps {
  /** The tokens as they stand now; one that has gone meanwhile is no longer among them. */
  tokens: readonly TokenRow[];
  components: KeyComponents;
  now: Date;
  onClose: () => void;
  onRemoved: (ids: readonly string[]) => void;
  /** Something was changed elsewhere: the rows must be read again. */
  onStale: () => void;
  finalFocus?: RefObject<HTMLElement | null>;
}

/** Hands tokens back, all or none, with the password. What is still in use is named first. */
export function RemoveDialog({
  tokens,
  components,
  now,
  onClose,
  onRemoved,
  onStale,
  finalFocus,
}: RemoveDialogProps) {
  const formId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<RemovalProblem | null>(null);
  const [isRemoving, setIsRemoving] = useState(false);
  const uses = removalUses(tokens, now);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isRemoving || tokens.length === 0) return;
    setIsRemoving(true);
    const chosen = tokens.map(({ id, version }) => ({ id, version }));
    const result = await removeTokensAction({ tokens: chosen, proof: { password } }).catch(() => null);
    setIsRemoving(false);
    if (result?.isOk === true) return onRemoved(result.value.removedIds);
    const next = removalProblem(result?.error ?? null);
    setProblem(next);
    if (next.isStale) onStale();
    field.current?.focus();
    if (next.isAtField) field.current?.select();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !isRemoving) onClose();
      }}
      title="Remove tokens"
      sub={removalSentence(tokens.length)}
      size="remove"
      initialFocus={field}
      {...(finalFocus === undefined ? {} : { finalFocus })}
    >
      <DialogBody>
        <RemovalList uses={uses} components={components} />
        <AtWorkCallout uses={uses} />
        {problem !== null && !problem.isAtField && (
          <div className="callout" role="alert">
            <TriangleAlert aria-hidden="true" />
            <span>{problem.message}</span>
          </div>
        )}
        <form id={formId} className="pw" onSubmit={(event) => void submit(event)}>
          <PasswordField
            ref={field}
            label="Password"
            value={password}
            maxLength={1024}
            error={problem?.isAtField === true ? problem.message : undefined}
            onChange={(event) => setPassword(event.target.value)}
          />
        </form>
      </DialogBody>
      <DialogFooter note="A removed token cannot be brought back.">
        <Button variant="plain" size="large" onClick={onClose} disabled={isRemoving}>
          Cancel
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="end-solid"
          size="large"
          isBusy={isRemoving}
          disabledReason={tokens.length === 0 ? 'These tokens are gone already' : null}
        >
          Remove {count(tokens.length, 'token')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function removalSentence(amount: number): string {
  if (amount === 0) return 'These tokens are gone already.';
  if (amount === 1) return 'One token is handed back. From the next request it is refused.';
  return `${capitalise(inWords(amount))} tokens are handed back, all or none. From the next request they are refused.`;
}
