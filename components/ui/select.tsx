'use client';

import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';

export interface SelectOption<T extends string> {
  value: T;
  /** Plain words: typing finds it by them. */
  label: string;
  /** How it is drawn, where that is more than its label. */
  drawn?: ReactNode;
  note?: ReactNode;
  isDisabled?: boolean;
}

export interface SelectProps<T extends string> {
  label: string;
  value: T;
  onValueChange: (value: T) => void;
  options: readonly SelectOption<T>[];
  hint?: ReactNode;
  error?: string | undefined;
}

/** One choice of a list. The trigger is a combobox named by the label; its text is the value. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, onValueChange, options, hint, error } = props;
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  const describedBy = [error === undefined ? '' : `${id}-error`, hint === undefined ? '' : `${id}-hint`]
    .join(' ')
    .trim();
  return (
    <div>
      <span className="lab" id={`${id}-label`}>
        {label}
      </span>
      <Base.Root
        value={value}
        modal={false}
        items={options.map((option) => ({ value: option.value, label: option.label }))}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next);
        }}
      >
        <Base.Trigger
          className="sel wide"
          aria-labelledby={`${id}-label`}
          aria-describedby={describedBy === '' ? undefined : describedBy}
          aria-invalid={error === undefined ? undefined : true}
        >
          <b className="v font-normal">{chosen?.drawn ?? chosen?.label ?? value}</b>
          <ChevronDown aria-hidden="true" />
        </Base.Trigger>
        <Base.Portal role="region" aria-label={`Choices of ${label}`}>
          <Base.Positioner
            className="pop-at"
            sideOffset={4}
            collisionPadding={8}
            alignItemWithTrigger={false}
          >
            <Base.Popup className="pop">
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  label={option.label}
                  className="it"
                  disabled={option.isDisabled === true}
                >
                  <span className="ck">
                    <Base.ItemIndicator>
                      <Check aria-hidden="true" />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText>{option.drawn ?? option.label}</Base.ItemText>
                  {option.note !== undefined && <small>{option.note}</small>}
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      {error !== undefined && (
        <p className="err" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint !== undefined && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
