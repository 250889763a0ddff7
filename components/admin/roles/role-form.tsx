'use client';

import { useCallback, useId, useState } from 'react';
import { FormRefusal } from '@/components/entry/form-refusal';
import type { FieldIssue } from '@/lib/domain/errors';
import type { RoleView } from '@/lib/domain/person';
import type { RoleOperation } from '@/lib/domain/role-view';
import { FormFooter } from '../form-footer';
import type { PatternNode, Patterns } from './pattern-tree';
import { reachSentence } from './pattern-words';
import { RoleFields } from './role-fields';
import { checkDraft, issueOf, withoutFields, type CheckedRole, type RoleDraft } from './role-form-schema';
import { RolePermissions } from './role-permissions';

export interface RoleFormProps {
  start: CheckedRole;
  /** The role as it is; null for a new one. */
  before: RoleView | null;
  /** What the desk refused, by field. */
  issues: readonly FieldIssue[];
  /** Why the next step could not be shown. */
  refusal: string | null;
  isBusy: boolean;
  tree: PatternNode;
  operations: readonly RoleOperation[];
  mine: Patterns;
  onClose: () => void;
  onNext: (role: CheckedRole) => void;
}

/** Inside a dialog: who the role is, and what it holds. */
export function RoleForm(props: RoleFormProps) {
  const { start, before, refusal, isBusy, tree, operations, mine, onClose, onNext } = props;
  const formId = useId();
  const [draft, setDraft] = useState<RoleDraft>({ ...start, patterns: new Set(start.patterns) });
  const [issues, setIssues] = useState(props.issues);
  const change = (fields: Partial<RoleDraft>) => {
    setDraft((now) => ({ ...now, ...fields }));
    setIssues((now) => withoutFields(now, Object.keys(fields)));
  };
  const changePatterns = useCallback((turn: (patterns: Patterns) => Patterns) => {
    setDraft((now) => ({ ...now, patterns: turn(now.patterns) }));
    setIssues((now) => withoutFields(now, ['patterns']));
  }, []);
  const isSame = before !== null && isSameRole(before, draft);
  return (
    <>
      <form
        id={formId}
        className="gen roleform"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isSame || isBusy) return;
          const checked = checkDraft(draft);
          setIssues(checked.isOk ? [] : checked.issues);
          if (checked.isOk) return onNext(checked.role);
          const form = event.currentTarget;
          requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
        }}
      >
        <RoleFields
          draft={draft}
          issues={issues}
          isNew={before === null}
          tree={tree}
          sentence={reachSentence(draft.patterns, operations)}
          onDraftChange={change}
          onPatternsChange={changePatterns}
        />
        <RolePermissions
          tree={tree}
          patterns={draft.patterns}
          mine={mine}
          error={issueOf(issues, 'patterns')}
          onChange={changePatterns}
        />
      </form>
      <FormRefusal message={refusal} />
      <FormFooter
        formId={formId}
        note={before === null ? 'Next you see what is created.' : 'Next you see whom it reaches.'}
        isBusy={isBusy}
        disabledReason={isSame ? 'Nothing is changed yet' : null}
        onClose={onClose}
      />
    </>
  );
}

function isSameRole(one: RoleView, other: RoleDraft): boolean {
  return (
    one.name === other.name &&
    one.summary === other.summary &&
    one.patterns.length === other.patterns.size &&
    one.patterns.every((pattern) => other.patterns.has(pattern))
  );
}
