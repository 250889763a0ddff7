'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { listed } from '@/components/permissions/plain-words';
import { copyText } from './copy-text';
import {
  operationToTry,
  secretPlaceholder,
  tryCommand,
  withSecret,
  type Presentation,
  type TryOperation,
} from './try-command';

/** A command that uses the token, with a placeholder on the screen and the secret only in what is copied. */
export function TryIt({
  secret,
  operations,
  services,
  mayUseInUrls,
}: {
  secret: string;
  /** Of the desk itself. */
  operations: readonly TryOperation[];
  /** Imported services that it may use: where those are reached only their operators know. */
  services: readonly string[];
  mayUseInUrls: boolean;
}) {
  const [presentation, setPresentation] = useState<Presentation>('Bearer');
  const [isCopied, setIsCopied] = useState(false);
  const operation = operationToTry(operations);
  if (operation === null && services.length > 0) {
    return (
      <p className="hint">
        Send it to {listed(services)} as <span className="mono">Authorization: Bearer</span>: the gateway
        there asks this desk.
      </p>
    );
  }
  if (operation === null) {
    return <p className="hint">There is nothing to try: you hold none of its permissions now.</p>;
  }
  const ways: Presentation[] = mayUseInUrls
    ? ['Bearer', 'Private-Token', 'session=']
    : ['Bearer', 'Private-Token'];
  const command = tryCommand(window.location.origin, operation, presentation);
  const Icon = isCopied ? Check : Copy;
  const [before = '', after = ''] = command.split(secretPlaceholder);
  return (
    <>
      <div className="tryhead">
        <span className="h3">Try it</span>
        <span className="seg" role="group" aria-label="How to present it">
          {ways.map((way) => (
            <button
              key={way}
              type="button"
              aria-pressed={way === presentation}
              onClick={() => {
                setPresentation(way);
                setIsCopied(false);
              }}
            >
              {way}
            </button>
          ))}
        </span>
      </div>
      <div className="cmd">
        <pre>
          {before}
          <i>{secretPlaceholder}</i>
          {after}
        </pre>
        <button
          type="button"
          className="iconbtn"
          aria-label={isCopied ? 'Copied the command' : 'Copy the command'}
          title="Copies it with the secret in it"
          onClick={() => void copyText(withSecret(command, secret)).then(setIsCopied)}
        >
          <Icon aria-hidden="true" />
        </button>
      </div>
    </>
  );
}
