'use client';

import { Check, Copy } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { copyText } from '@/components/tokens/dialogs/copy-text';

/** One way to set something up: files to paste, and what to know about them. */
export interface Sample {
  title: string;
  files: readonly SampleFile[];
  notes: readonly string[];
}

export interface SampleFile {
  /** Where it belongs. */
  path: string;
  text: string;
  /** It is to hold the credential: its own file, readable by the gateway alone. */
  isSecret: boolean;
}

/** Samples in tabs, each with its own copy button. Arrows go from tab to tab. */
export function Samples({ label, samples }: { label: string; samples: readonly Sample[] }) {
  const id = useId();
  const [at, setAt] = useState(0);
  const sample = samples[at] ?? samples[0];
  if (sample === undefined) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (at + step + samples.length) % samples.length;
    setAt(next);
    event.currentTarget.querySelectorAll<HTMLButtonElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div className="samples">
      <div className="seg" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {samples.map(({ title }, index) => (
          <button
            key={title}
            type="button"
            role="tab"
            id={`${id}-${index}`}
            aria-selected={index === at}
            aria-pressed={undefined}
            aria-controls={`${id}-panel`}
            tabIndex={index === at ? 0 : -1}
            onClick={() => setAt(index)}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${at}`}>
        {sample.files.map((file) => (
          <FileSample key={`${sample.title} ${file.path}`} file={file} />
        ))}
        {sample.notes.length > 0 && (
          <ul className="hint">
            {sample.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function FileSample({ file: { path, text, isSecret } }: { file: SampleFile }) {
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === text;
  const Icon = isCopied ? Check : Copy;
  return (
    <>
      <div className="samplehead">
        <span>
          <span className="mono">{path}</span>
          {isSecret && <span className="rust"> holds the credential: readable by the gateway alone</span>}
        </span>
        <button
          type="button"
          className="iconbtn"
          aria-label={`${isCopied ? 'Copied' : 'Copy'} ${path}`}
          onClick={() => void copyText(text).then((isDone) => setCopied(isDone ? text : null))}
        >
          <Icon aria-hidden="true" />
        </button>
      </div>
      <pre tabIndex={0} role="region" aria-label={path}>
        <code>{text}</code>
      </pre>
    </>
  );
}
