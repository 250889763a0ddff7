'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { FieldIssue } from '@/lib/domain/errors';
import { permissionPatternSchema } from '@/lib/domain/permission';
import { keyFromName } from '../key-from-name';
import { nodeOf, withPattern, withoutPattern, type PatternNode, type Patterns } from './pattern-tree';
import { issueOf, type RoleDraft } from './role-form-schema';

export interface RoleFieldsProps {
  draft: RoleDraft;
  issues: readonly FieldIssue[];
  /** The key of a role that exists stays. */
  isNew: boolean;
  tree: PatternNode;
  sentence: string;
  onDraftChange: (change: Partial<RoleDraft>) => void;
  onPatternsChange: (change: (patterns: Patterns) => Patterns) => void;
}

/** Who the role is: name, key, summary; and the patterns that the tree cannot show. */
export function RoleFields(props: RoleFieldsProps) {
  const { draft, issues, isNew, tree, sentence, onDraftChange, onPatternsChange } = props;
  const { name, key, summary, patterns } = draft;
  const unmatched = [...patterns].filter((pattern) => nodeOf(tree, pattern) === null);
  return (
    <div className="form">
      <TextField
        label="Name"
        autoComplete="off"
        autoFocus={isNew && name === ''}
        value={name}
        error={issueOf(issues, 'name')}
        onChange={({ target }) =>
          onDraftChange({
            name: target.value,
            // The key follows the name until it is typed by hand.
            ...(isNew && key === keyFromName(name) ? { key: keyFromName(target.value) } : {}),
          })
        }
      />
      <TextField
        label="Key"
        autoComplete="off"
        spellCheck={false}
        className="mono"
        value={key}
        readOnly={!isNew}
        error={issueOf(issues, 'key')}
        hint={isNew ? 'The audit log names the role by it. It cannot be changed later.' : 'The key stays.'}
        onChange={({ target }) => onDraftChange({ key: target.value })}
      />
      <TextField
        label="Summary"
        autoComplete="off"
        value={summary}
        error={issueOf(issues, 'summary')}
        hint="What it is for, in one line."
        onChange={({ target }) => onDraftChange({ summary: target.value })}
      />
      <p aria-live="polite">{sentence}</p>
      <ExtraPattern onAdd={(pattern) => onPatternsChange((before) => withPattern(before, pattern))} />
      {unmatched.length > 0 && (
        <ul className="unmatched" aria-label="Patterns that match nothing now">
          {unmatched.map((pattern) => (
            <li key={pattern}>
              <code>{pattern}</code>
              <span className="rust">matches nothing now</span>
              <button
                type="button"
                className="iconbtn"
                aria-label={`Take ${pattern} away`}
                onClick={() => onPatternsChange((before) => withoutPattern(tree, before, pattern))}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A pattern by hand, for what the catalog does not list yet. */
function ExtraPattern({ onAdd }: { onAdd: (pattern: string) => void }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | undefined>();
  const add = () => {
    const parsed = permissionPatternSchema.safeParse(text.trim());
    setError(parsed.error?.issues[0]?.message);
    if (!parsed.success) return;
    onAdd(parsed.data);
    setText('');
  };
  return (
    <TextField
      label="Pattern by hand"
      note="optional"
      autoComplete="off"
      spellCheck={false}
      value={text}
      error={error}
      hint="For what the catalog does not list yet, such as billing.invoice.*"
      action={
        <Button size="small" variant="plain" onClick={add}>
          Add
        </Button>
      }
      onChange={({ target }) => setText(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // Enter adds; it must not send the form.
        event.preventDefault();
        add();
      }}
    />
  );
}
