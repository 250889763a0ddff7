'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { Checkbox } from '../../ui/checkbox';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';
import { CalendarButton } from './calendar-button';
import { tidyDay } from './expiry-choice';
import { isLimiting, limitNames } from './limit-fields';
import type { TokenForm } from './use-token-form';

/** What else binds the token, folded away where nothing does. */
export function MoreLimits({ editor }: { editor: TokenForm }) {
  const { form } = editor;
  const { errors } = form.formState;
  const [isOpen, setIsOpen] = useState(() => isLimiting(form.getValues()));
  const panelId = useId();
  const wrong = limitNames.find((name) => errors[name] !== undefined);
  // A mistake is never folded away; where it was, its field gets the focus once it is there.
  const isShown = isOpen || wrong !== undefined;
  const wasShown = useRef(isShown);
  const showMistake = useEffectEvent(() => {
    if (wrong !== undefined && !wasShown.current) form.setFocus(wrong);
    wasShown.current = isShown;
  });
  useEffect(() => showMistake(), [isShown, wrong]);
  const Chevron = isShown ? ChevronDown : ChevronRight;
  return (
    <div className="limits">
      <button
        type="button"
        className="fold"
        aria-expanded={isShown}
        aria-controls={isShown ? panelId : undefined}
        onClick={() => setIsOpen(!isShown)}
      >
        <Chevron aria-hidden="true" />
        More limits
      </button>
      {isShown && (
        <div id={panelId} role="group" aria-label="More limits">
          <UrlField editor={editor} />
          <AddressField editor={editor} />
          <NotBeforeField editor={editor} />
          <RateField editor={editor} />
        </div>
      )}
    </div>
  );
}

function UrlField({ editor }: { editor: TokenForm }) {
  const { field } = useController({ control: editor.form.control, name: 'mayUseInUrls' });
  return (
    <label className="urlfield">
      <Checkbox
        ref={field.ref}
        checked={field.value}
        onCheckedChange={field.onChange}
        aria-describedby="urls-hint"
        aria-labelledby="urls-name"
      />
      <span id="urls-name">May be used in URLs</span>
      <p id="urls-hint">
        As <span className="mono">session=</span> in an address it ends up in histories and logs. Off is
        safer.
      </p>
    </label>
  );
}

function AddressField({ editor }: { editor: TokenForm }) {
  const { errors } = editor.form.formState;
  return (
    <TextArea
      label="Allowed addresses"
      note="one a line"
      hint="Empty: from anywhere. Single addresses or ranges, such as 192.0.2.0/24 or 2001:db8::/32."
      error={errors.addresses?.message}
      rows={3}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      className="mono"
      {...editor.form.register('addresses')}
    />
  );
}

function NotBeforeField({ editor }: { editor: TokenForm }) {
  const [now] = useState(() => new Date());
  const { field, fieldState } = useController({ control: editor.form.control, name: 'notBefore' });
  return (
    <TextField
      ref={field.ref}
      label="Not before"
      note="dd-mm-yyyy"
      hint="Empty: at once. Until that day begins, UTC, it is refused."
      autoComplete="off"
      spellCheck={false}
      value={field.value}
      error={fieldState.error?.message}
      onChange={(event) => field.onChange(event.target.value)}
      onBlur={() => field.onChange(tidyDay(field.value))}
      action={<CalendarButton value={field.value} now={now} which="first" onPick={field.onChange} />}
    />
  );
}

function RateField({ editor }: { editor: TokenForm }) {
  const { errors } = editor.form.formState;
  return (
    <TextField
      label="Requests a minute"
      hint="Empty: no limit of its own. What comes beyond is refused until the minute lets it in again."
      error={errors.requestsPerMinute?.message}
      inputMode="numeric"
      autoComplete="off"
      {...editor.form.register('requestsPerMinute')}
    />
  );
}
