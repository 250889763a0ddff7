'use client';

import { useState } from 'react';
import { contextSchema, type Context } from '@/lib/domain/context';
import { Button } from './button';
import { ContextCode } from './context-code';
import { Select } from './select';
import { TextField } from './text-field';

export interface ContextSelectProps {
  label: string;
  value: Context;
  contexts: readonly { context: Context; title: string }[];
  /** Types whose contexts are named by their key: each is a choice of its own, with a field for the key. */
  types: readonly { type: string; title: string }[];
  onValueChange: (context: Context) => void;
}

const prefix = 'type ';

/** Where something holds: a context that is known, or one of an imported type by its key. */
export function ContextSelect({ label, value, contexts, types, onValueChange }: ContextSelectProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const known = contexts.some((each) => each.context === value)
    ? contexts
    : [{ context: value, title: isOf(types, value) ? value : 'no longer yours' }, ...contexts];
  const options = [
    ...known.map(({ context, title }) => ({
      value: context,
      label: context,
      drawn: <ContextCode context={context} />,
      note: title === context ? undefined : title,
    })),
    ...types.map(({ type, title }) => ({
      value: `${prefix}${type}`,
      label: `${title} …`,
      note: 'by its key',
    })),
  ];
  const type = types.find((each) => `${prefix}${each.type}` === typed);
  return (
    <div className="ctxselect">
      <Select
        label={label}
        value={typed ?? value}
        options={options}
        onValueChange={(next) => {
          setTyped(next.startsWith(prefix) ? next : null);
          if (!next.startsWith(prefix)) onValueChange(next);
        }}
      />
      {type !== undefined && (
        <KeyField
          type={type}
          onCancel={() => setTyped(null)}
          onKey={(context) => {
            setTyped(null);
            onValueChange(context);
          }}
        />
      )}
    </div>
  );
}

function KeyField(props: {
  type: { type: string; title: string };
  onCancel: () => void;
  onKey: (context: Context) => void;
}) {
  const { type, onCancel, onKey } = props;
  const [text, setText] = useState('');
  const [error, setError] = useState<string | undefined>();
  const take = () => {
    const parsed = contextSchema.safeParse(`${type.type}:${text.trim()}`);
    if (parsed.success) return onKey(parsed.data);
    setError(text.trim() === '' ? 'Type the key.' : 'A key has letters, digits and . _ ~ -, at most 128.');
  };
  return (
    <TextField
      label={`${type.title} key`}
      placeholder={`${type.title} key`}
      autoFocus
      autoComplete="off"
      spellCheck={false}
      className="mono"
      value={text}
      error={error}
      action={
        <Button size="small" variant="plain" onClick={take}>
          Use
        </Button>
      }
      onChange={({ target }) => {
        setText(target.value);
        setError(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // Neither may reach the form or the dialog: one would send it, the other close it.
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') take();
        else onCancel();
      }}
    />
  );
}

function isOf(types: ContextSelectProps['types'], context: Context): boolean {
  return types.some(({ type }) => context.startsWith(`${type}:`));
}
