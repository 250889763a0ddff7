'use client';

import { Suspense, lazy, useState } from 'react';
import type { SampleCall } from '@/lib/domain/api/sample-call';
import { Button } from '@/components/ui/button';
import { CodeSample } from './code-sample';
import { useSampleLanguage } from './docs-state';
import { sampleLanguages, sampleText } from './sample-text';

const TryPanel = lazy(() => import('./try-panel').then((module) => ({ default: module.TryPanel })));

/** The sample of an operation in the language chosen, and the way to try it. */
export function OperationTools({ call, origin }: { call: SampleCall; origin: string }) {
  const [language, setLanguage] = useSampleLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const panelId = `${call.id}-try`;
  return (
    <div className="op-tools">
      <div className="op-bar">
        <div className="langs" role="group" aria-label={`Language of the samples, at ${call.id}`}>
          {sampleLanguages.map((each) => (
            <button
              key={each}
              type="button"
              className="lang"
              aria-pressed={each === language}
              onClick={() => setLanguage(each)}
            >
              {each}
            </button>
          ))}
        </div>
        {call.bodyType !== 'upload' && (
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-controls={panelId}
            aria-label={`Try ${call.id}`}
            onClick={() => setIsOpen((was) => !was)}
          >
            {isOpen ? 'Close' : 'Try it'}
          </Button>
        )}
      </div>
      <CodeSample label={`Example of ${call.id} in ${language}`} text={sampleText(call, origin, language)} />
      <div id={panelId} className="try-place">
        {isOpen && (
          <Suspense fallback={<p className="dim">Opening…</p>}>
            <TryPanel call={call} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
