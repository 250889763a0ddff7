'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { KeyGlyph } from '../key-glyph';
import type { KeyComponents } from '../key-geometry';
import { CountWords, TermWords, usableGrants, type AccessWordsProps } from './access-words';
import { teethOf } from './diff-token';
import { SummaryPane } from './summary-pane';

/** Where there is no room for the summary it is a bar above the footer, and opens to the whole of it. */
export const SummaryPeek = memo(function SummaryPeek(
  props: AccessWordsProps & { components: KeyComponents },
) {
  const { control, index, picks, accessKind, components } = props;
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const grants = usableGrants(index, picks);
  const isFull = accessKind === 'full';
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  return (
    <div className="peekwrap">
      {isOpen && (
        <div className="peekpanel" id={panelId} role="region" aria-label="Summary" tabIndex={0}>
          <SummaryPane control={control} index={index} picks={picks} accessKind={accessKind} isPlain />
        </div>
      )}
      <button
        type="button"
        className="peek"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <KeyGlyph
          label={isFull ? 'Full access' : `${grants.length} permissions`}
          components={components}
          teeth={teethOf(index, grants)}
          isFull={isFull}
        />
        <span>
          {isFull ? <b>Full access</b> : <CountWords index={index} picks={picks} noun="permission" />}
          <span className="term">
            <TermWords control={control} isLower />
          </span>
        </span>
        <Chevron aria-hidden="true" />
      </button>
    </div>
  );
});
