'use client';

import { useState } from 'react';
import { SecretTag } from '@/components/tokens/dialogs/secret-tag';
import { useGoneWithThePage } from '@/components/tokens/dialogs/use-gone-with-the-page';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import type { NewClientView } from '@/lib/domain/client-view';
import { credentialFile, credentialWord, servicesWords } from './client-words';
import { SetUp } from './set-up';

export interface CredentialStepProps {
  answer: NewClientView;
  origin: string;
  isTaken: boolean;
  onTaken: () => void;
  onDone: () => void;
  /** The page goes away: without asking. */
  onGone: () => void;
}

/** The credential, this once, and below it where it goes. */
export function CredentialStep(props: CredentialStepProps) {
  const { answer, origin, isTaken, onTaken, onDone, onGone } = props;
  const { client, secret } = answer;
  const [isAsked, setAsked] = useState(false);
  useGoneWithThePage(onGone);
  return (
    <>
      <div className={isTaken ? 'newtoken torn credential' : 'newtoken credential'}>
        <div className="tagwrap">
          <SecretTag
            label={credentialWord(client.kind)}
            secret={secret}
            isTaken={isTaken}
            onTaken={onTaken}
            file={() => credentialFile(client, secret, origin)}
          />
          <div className="keeps">
            <span className="voice">The desk’s part: a fingerprint, not the credential</span>
            <dl>
              <div>
                <dt>Name</dt>
                <dd>{client.name}</dd>
              </div>
              <div>
                <dt>Known as</dt>
                <dd className="mono">{client.hint}</dd>
              </div>
              <div>
                <dt>Asks for</dt>
                <dd title={servicesWords(client.services)}>{servicesWords(client.services)}</dd>
              </div>
            </dl>
          </div>
        </div>
        <div className="try">
          <SetUp client={client} origin={origin} />
        </div>
      </div>
      <DialogFooter note={isTaken ? undefined : isAsked ? 'It cannot be shown again.' : 'Not copied yet.'}>
        <Button
          size="large"
          variant={isTaken ? 'primary' : isAsked ? 'end' : 'outline'}
          onClick={() => (isTaken || isAsked ? onDone() : setAsked(true))}
        >
          {isAsked && !isTaken ? 'Close without it' : 'Done'}
        </Button>
      </DialogFooter>
    </>
  );
}
