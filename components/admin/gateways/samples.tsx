'use client';

import { Check, Copy } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { copyText } from '@/components/tokens/dialogs/copy-text';

/** One way to set something up: text to paste, and what to know about it. */
export interface Sample {
  title: string;
  /** Where it belongs, such as a file's name. */
  place: string;
  text: string;
  notes: readonly string[];
}

/** Samples in tabs, each with its own copy button. Arrows go from tab to tab. */
export function Samples({ label, samples }: { label: string; samples: readonly Sample[] }) {
  const id = useId();
  const [at, setAt] = useState(0);
  const [copied, setCopied] = useState<string | null>(null);
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
  const isCopied = copied === sample.text;
  const Icon = isCopied ? Check : Copy;
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
        <div className="samplehead">
          <span className="mono dim">{sample.place}</span>
          <button
            type="button"
            className="iconbtn"
            aria-label={isCopied ? `Copied the ${sample.title} sample` : `Copy the ${sample.title} sample`}
            onClick={() =>
              void copyText(sample.text).then((isDone) => setCopied(isDone ? sample.text : null))
            }
          >
            <Icon aria-hidden="true" />
          </button>
        </div>
        <pre tabIndex={0} role="region" aria-label={`${sample.title} sample`}>
          <code>{sample.text}</code>
        </pre>
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
