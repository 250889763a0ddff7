'use client';

import { useId } from 'react';
import { pauseTokenAction, resumeTokenAction } from '@/lib/actions/tokens';
import type { TokenView } from '@/lib/domain/token-view';
import { ChangeLine, Was } from './change-line';
import { ProofFooter } from './confirm-step';
import { ProofFields } from './proof-fields';
import type { Refusal } from './refusal';
import { settle, type Outcome } from './send-change';
import { TokenStub } from './token-stub';
import { useProof } from './use-proof';

/** Takes the password for a pause, or for its end. */
export function PauseStep({
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
  const { isPaused } = token;
  const proof = useProof(async (password) => {
    const input = { id: token.id, version: token.version, proof: { password } };
    const act = () => (isPaused ? resumeTokenAction(input) : pauseTokenAction(input));
    return onOutcome(await settle(act, (row) => ({ kind: 'changed', row })));
  });
  return (
    <>
      <form
        id={formId}
        className="body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void proof.submit();
        }}
      >
        <TokenStub token={token} />
        <ul className="dif">
          <ChangeLine name="Requests">
            <Was text={isPaused ? 'refused' : 'taken'} />{' '}
            <b>{isPaused ? 'taken' : 'refused, until you resume it'}</b>
          </ChangeLine>
          {!isPaused && (
            <ChangeLine name="Ends">
              The short-lived access tokens that it gave. They do not come back.
            </ChangeLine>
          )}
          <ChangeLine name="Stays">The secret, the access, the expiry and the limits.</ChangeLine>
        </ul>
        <ProofFields proof={proof} username={username} />
      </form>
      <ProofFooter formId={formId} proof={proof} onBack={onBack} />
    </>
  );
}
