'use client';

import { Check, Copy, Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { copyText } from './copy-text';

/** The marigold half of the tag: the secret in its field, and the two ways to take it. */
export function SecretTag({
  label,
  secret,
  isTaken,
  onTaken,
  file,
}: {
  /** What the field is called: `Token`. */
  label: string;
  secret: string;
  isTaken: boolean;
  onTaken: () => void;
  /** What Download gives. */
  file: () => { name: string; text: string };
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const copyButton = useRef<HTMLButtonElement>(null);
  const [copied, setCopied] = useState<'yes' | 'refused' | null>(null);
  useEffect(() => copyButton.current?.focus(), []);
  const copy = async () => {
    const isCopied = await copyText(secret, field.current);
    setCopied(isCopied ? 'yes' : 'refused');
    if (isCopied) onTaken();
  };
  return (
    <div className="tag">
      <div className="row">
        <label htmlFor="new-secret">{label}</label>
        <span className="voice">{isTaken ? 'your part, taken' : 'your part: shown once'}</span>
      </div>
      <textarea
        id="new-secret"
        ref={field}
        className="secret"
        readOnly
        rows={1}
        value={secret}
        spellCheck={false}
        autoComplete="off"
        data-1p-ignore
        data-lpignore="true"
        onFocus={(event) => event.target.select()}
      />
      <div className="acts">
        <Button
          ref={copyButton}
          icon={copied === 'yes' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          onClick={() => void copy()}
        >
          {copied === 'yes' ? 'Copied' : 'Copy to clipboard'}
        </Button>
        <Button
          className="alt"
          icon={<Download aria-hidden="true" />}
          onClick={() => {
            const { name, text } = file();
            download(text, name);
            onTaken();
          }}
        >
          Download
        </Button>
        <span role="status">
          {copied === 'refused' && 'The browser refused to copy. The field is selected: copy it by hand.'}
          {copied === 'yes' && <span className="vh">Copied.</span>}
        </span>
      </div>
    </div>
  );
}

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The address leads to the secret for as long as it lives.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
