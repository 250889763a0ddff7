'use client';

import { useId, useState } from 'react';
import { regenerateTokenAction } from '@/lib/actions/tokens';
import type { TokenView } from '@/lib/domain/token-view';
import { ProofFooter } from './confirm-step';
import { ExpiryField } from './expiry-field';
import { futureExpirySchema, offeredExpiry, tidyDay } from './expiry-choice';
import { ProofFields } from './proof-fields';
import type { Refusal } from './refusal';
import { settle, toMade, type Outcome } from './send-change';
import { TokenStub } from './token-stub';
import { useProof } from './use-proof';

/** A new secret for a token that stays otherwise as it is; its end may be moved, and must be when it has passed. */
export function RegenerateStep({
  token,
  username,
  onBack,
  onOutcome,
}: {
  token: TokenView;
  username: string | undefined;
  onBack: () => void;
  onOutcome: (outcome: Outcome) => Promise<Refusal | null>;
}) {
  const formId = useId();
  const [expiry, setExpiry] = useState(() => offeredExpiry(new Date(), token.expiry));
  const [problem, setProblem] = useState<string | undefined>();
  const proof = useProof(async (password) => {
    const checked = futureExpirySchema.safeParse(tidyDay(expiry));
    if (!checked.success) {
      setProblem(checked.error.issues[0]?.message);
      return null;
    }
    const moved = checked.data === token.expiry ? {} : { expiry: checked.data };
    const input = { id: token.id, version: token.version, proof: { password }, ...moved };
    const refusal = await onOutcome(await settle(() => regenerateTokenAction(input), toMade));
    if (refusal?.at === 'fields') setProblem(refusal.issues[0]?.message);
    return refusal;
  });
  return (
    <>
      <form
        id={formId}
        className="body regenstep"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void proof.submit();
        }}
      >
        <TokenStub token={token} />
        <ul className="dif">
          <li>
            <h3>Ends</h3>
            <div>
              The secret <span className="ctx">{token.hint}</span>, with the next request that uses it.
            </div>
          </li>
          <li>
            <h3>Begins</h3>
            <div>A new secret, shown once.</div>
          </li>
          <li>
            <h3>Stays</h3>
            <div>The description, the access and the limits.</div>
          </li>
        </ul>
        <ExpiryField
          value={expiry}
          error={problem}
          onValueChange={(next) => {
            setExpiry(next);
            setProblem(undefined);
          }}
        />
        <ProofFields proof={proof} username={username} />
      </form>
      <ProofFooter formId={formId} proof={proof} onBack={onBack} />
    </>
  );
}
