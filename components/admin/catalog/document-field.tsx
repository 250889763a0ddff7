'use client';

import { FileUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ImportPreview } from '@/lib/domain/service-view';

export interface DocumentFieldProps {
  file: File | null;
  /** What stands in the file; null while nothing was read of it. */
  read: ImportPreview | null;
  isReading: boolean;
  /** Why it cannot be taken, a line each, with the line of the document where there is one. */
  problems: readonly string[];
  onFile: (file: File) => void;
}

const shownAtMost = 12;

/** The OpenAPI document: dropped here or chosen. What is wrong with it stands below, by line. */
export function DocumentField({ file, read, isReading, problems, onFile }: DocumentFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const rest = problems.length - shownAtMost;
  return (
    <div>
      <div className="lab">
        <label htmlFor={id}>Document</label>
        <small id={`${id}-note`}>OpenAPI 3, Swagger 2; YAML or JSON</small>
      </div>
      <div
        className={isOver ? 'dropzone over' : 'dropzone'}
        aria-invalid={problems.length > 0 || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [dropped] = event.dataTransfer.files;
          if (dropped !== undefined) onFile(dropped);
        }}
      >
        <FileUp aria-hidden="true" />
        <span className="what" role="status">
          {file === null ? (
            'Drop the file here, or choose it.'
          ) : (
            <>
              <b>{file.name}</b> <span className="dim">{sizeWords(file.size)}</span>
              <span className="t2">{isReading ? 'Reading it.' : readWords(read)}</span>
            </>
          )}
        </span>
        <input
          ref={input}
          id={id}
          type="file"
          className="vh"
          tabIndex={-1}
          accept=".yaml,.yml,.json,application/json,application/yaml"
          aria-describedby={`${id}-note ${id}-problems`}
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen !== undefined) onFile(chosen);
            // The same file, corrected, can be chosen again.
            target.value = '';
          }}
        />
        <Button size="small" onClick={() => input.current?.click()}>
          {file === null ? 'Choose file' : 'Choose another'}
        </Button>
      </div>
      <div id={`${id}-problems`} aria-live="polite">
        {problems.length > 0 && (
          <ul className="problems">
            {problems.slice(0, shownAtMost).map((problem) => (
              <li className="err" key={problem}>
                {problem}
              </li>
            ))}
            {rest > 0 && <li className="hint">and {rest} more of the kind</li>}
          </ul>
        )}
      </div>
    </div>
  );
}

function readWords(read: ImportPreview | null): string {
  if (read === null) return 'Nothing was read of it.';
  return `${read.title}, ${read.apiVersion}: ${read.operationCount.toLocaleString('en')} operations`;
}

function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
