'use client';

import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ContextCode } from '@/components/ui/context-code';
import { Select } from '@/components/ui/select';
import type { ProjectView, RoleHeld, RoleView } from '@/lib/domain/person';
import { roleProblems } from './role-words';

export interface RolesEditorProps {
  held: readonly RoleHeld[];
  roles: readonly RoleView[];
  projects: readonly ProjectView[];
  onHeldChange: (held: readonly RoleHeld[]) => void;
}

/** Roles, a line each: which, and where it holds. A line that stands twice says so. */
export function RolesEditor({ held, roles, projects, onHeldChange }: RolesEditorProps) {
  const problems = roleProblems(held);
  const contexts = [
    { value: 'global', label: 'global', note: 'everywhere' },
    ...projects.map(({ context, name }) => ({
      value: context,
      label: context,
      drawn: <ContextCode context={context} />,
      note: name,
    })),
  ];
  const put = (index: number, change: Partial<RoleHeld>) =>
    onHeldChange(held.map((each, place) => (place === index ? { ...each, ...change } : each)));
  const next = firstFree(held, roles, contexts);
  return (
    <fieldset className="role-lines">
      <legend className="lab">Roles</legend>
      {held.length === 0 && <p className="hint">No role: they can sign in, and hold nothing.</p>}
      {held.map((each, index) => (
        <div className="role-line" key={index}>
          <Select
            label={`Role ${index + 1}`}
            value={each.role}
            options={roles.map(({ key, name, summary }) => ({ value: key, label: name, note: summary }))}
            error={problems.get(index)}
            onValueChange={(role) => put(index, { role })}
          />
          <Select
            label={`Context ${index + 1}`}
            value={each.context}
            options={contexts}
            onValueChange={(context) => put(index, { context })}
          />
          <button
            type="button"
            className="iconbtn"
            aria-label={`Take role ${index + 1} away`}
            onClick={() => onHeldChange(held.filter((_, place) => place !== index))}
          >
            <X aria-hidden="true" />
          </button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden="true" />}
          disabledReason={next === null ? 'Every role is held everywhere' : null}
          onClick={() => {
            if (next !== null) onHeldChange([...held, next]);
          }}
        >
          Add a role
        </Button>
      </div>
    </fieldset>
  );
}

/** The narrowest role in the first context where it is not held yet. */
function firstFree(
  held: readonly RoleHeld[],
  roles: readonly RoleView[],
  contexts: readonly { value: string }[],
): RoleHeld | null {
  for (const { key: role } of [...roles].reverse()) {
    for (const { value: context } of contexts) {
      if (!held.some((each) => each.role === role && each.context === context)) return { role, context };
    }
  }
  return null;
}
