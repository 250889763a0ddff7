'use client';

import { useMemo } from 'react';
import type { PickerIndex } from '@/components/permissions/picker-index';
import type { Grant } from '@/lib/domain/grant';
import { lastValidDay } from '@/lib/domain/expiry';
import type { NewTokenView } from '@/lib/domain/token-view';
import { Button } from '../../ui/button';
import { DialogFooter } from '../../ui/dialog';
import { envFile, envFileName } from './env-file';
import { FirstUse } from './first-use';
import { SecretTag } from './secret-tag';
import { TryIt } from './try-it';
import { useGoneWithThePage } from './use-gone-with-the-page';

export interface NewTokenStepProps {
  answer: NewTokenView;
  grants: readonly Grant[];
  index: PickerIndex;
  isTaken: boolean;
  onTaken: () => void;
  /** Done, which asks first while it is not taken. */
  onDone: () => void;
  /** The page goes away: without asking. */
  onGone: () => void;
}

/** The secret, this once: the half of the tag that is torn off. The stub is all that the desk keeps. */
export function NewTokenStep(props: NewTokenStepProps) {
  const { answer, grants, index, isTaken, onTaken, onDone, onGone } = props;
  const { token, secret } = answer;
  const usable = useMemo(
    () => usableOperations(index, token.access === 'full', grants),
    [index, token.access, grants],
  );
  const imported = new Set(index.catalog.imported);
  useGoneWithThePage(onGone);
  return (
    <>
      <div className={isTaken ? 'newtoken torn' : 'newtoken'}>
        <div className="tagwrap">
          <SecretTag
            label="Token"
            secret={secret}
            isTaken={isTaken}
            onTaken={onTaken}
            file={() => ({
              name: envFileName(token.description),
              text: envFile({ token, secret, grants, origin: window.location.origin }),
            })}
          />
          <div className="keeps">
            <span className="voice">The desk’s part: a fingerprint, not the secret</span>
            <dl>
              <div>
                <dt>Description</dt>
                <dd>{token.description}</dd>
              </div>
              <div>
                <dt>Known as</dt>
                <dd className="mono">{token.hint}</dd>
              </div>
              <div>
                <dt>Expires</dt>
                <dd>{token.expiresAt === null ? 'never' : lastValidDay(new Date(token.expiresAt))}</dd>
              </div>
            </dl>
          </div>
        </div>
        <div className="try">
          <TryIt
            secret={secret}
            operations={usable.filter(({ service }) => !imported.has(service))}
            services={[...new Set(usable.map(({ service }) => service))].filter((each) => imported.has(each))}
            mayUseInUrls={token.mayUseInUrls}
          />
          <FirstUse tokenId={token.id} />
        </div>
      </div>
      <DialogFooter note={isTaken ? undefined : 'Not copied yet.'}>
        <Button size="large" variant={isTaken ? 'primary' : 'outline'} onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </>
  );
}

function usableOperations(index: PickerIndex, isFull: boolean, grants: readonly Grant[]) {
  if (isFull) {
    const contexts = index.contexts.map((each) => each.context);
    return index.operations.filter(({ code }) =>
      contexts.some((context) => index.tickableIn(context).has(code)),
    );
  }
  const codes = new Set(
    grants
      .filter(({ permission, context }) => index.tickableIn(context).has(permission))
      .map((each) => each.permission),
  );
  return index.operations.filter((operation) => codes.has(operation.code));
}
