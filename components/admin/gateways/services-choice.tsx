'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { SearchField } from '@/components/ui/search-field';

export interface ServicesChoiceProps {
  /** Imported services by name, with their titles. */
  known: readonly { name: string; title: string }[];
  chosen: readonly string[];
  error: string | undefined;
  onChosenChange: (chosen: readonly string[]) => void;
}

const searchedFrom = 9;

/** Which services a client asks for; none ticked: all, also those imported later. */
export function ServicesChoice({ known, chosen, error, onChosenChange }: ServicesChoiceProps) {
  const [text, setText] = useState('');
  // What was chosen and has been removed since can still be taken out.
  const all = [
    ...known,
    ...chosen
      .filter((name) => !known.some((each) => each.name === name))
      .map((name) => ({ name, title: 'no longer in the catalog' })),
  ];
  const shown = all.filter(({ name, title }) =>
    `${name} ${title}`.toLowerCase().includes(text.toLowerCase()),
  );
  return (
    <fieldset className="svcchoice">
      <legend className="lab">Services</legend>
      <p className="hint" aria-live="polite">
        {chosen.length === 0
          ? 'None ticked: it asks for every service, also for those imported later.'
          : `It asks for ${chosen.join(', ')} alone.`}
      </p>
      {all.length >= searchedFrom && (
        <SearchField label="Search services" value={text} onValueChange={setText} />
      )}
      <ul>
        {shown.map(({ name, title }) => (
          <li key={name}>
            <label>
              <Checkbox
                checked={chosen.includes(name)}
                onCheckedChange={(isOn) =>
                  onChosenChange(isOn ? [...chosen, name] : chosen.filter((each) => each !== name))
                }
              />
              <code>{name}</code>
              <span className="dim" title={title}>
                {title}
              </span>
            </label>
          </li>
        ))}
        {all.length === 0 && <li className="hint">Nothing is imported yet: import an API in the Catalog.</li>}
      </ul>
      {error !== undefined && <p className="err">{error}</p>}
    </fieldset>
  );
}
