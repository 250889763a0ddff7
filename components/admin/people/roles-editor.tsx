'use client';

import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ContextSelect } from '@/components/ui/context-select';
import { Select } from '@/components/ui/select';
import type { RoleHeld, RoleView } from '@/lib/domain/person';
import type { RolePlaces } from '@/lib/domain/role-view';
import { roleProblems } from './role-words';

export interface RolesEditorProps {
  held: readonly RoleHeld[];
  roles: readonly RoleView[];
  places: RolePlaces;
  onHeldChange: (held: readonly RoleHeld[]) => void;
}

/** Roles, a line each: which, and where it holds. A line that stands twice says so. */
export function RolesEditor({ held, roles, places, onHeldChange }: RolesEditorProps) {
  const problems = roleProblems(held);
  const put = (index: number, change: Partial<RoleHeld>) =>
    onHeldChange(held.map((each, place) => (place === index ? { ...each, ...change } : each)));
  const next = firstFree(held, roles, places.contexts);
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
          <ContextSelect
            label={`Context ${index + 1}`}
            value={each.context}
            contexts={places.contexts}
            types={places.types}
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
  contexts: RolePlaces['contexts'],
): RoleHeld | null {
  for (const { key: role } of [...roles].reverse()) {
    for (const { context } of contexts) {
      if (!held.some((each) => each.role === role && each.context === context)) return { role, context };
    }
  }
  return null;
}
