'use client';

import { useCallback, useId, useState } from 'react';
import { FormRefusal } from '@/components/entry/form-refusal';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import type { FieldIssue } from '@/lib/domain/errors';
import type { RoleView } from '@/lib/domain/person';
import type { RoleOperation } from '@/lib/domain/role-view';
import type { PatternNode, Patterns } from './pattern-tree';
import { reachSentence } from './pattern-words';
import { RoleFields } from './role-fields';
import { checkDraft, issueOf, type CheckedRole, type RoleDraft } from './role-form-schema';
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
  const change = (fields: Partial<RoleDraft>) => setDraft((now) => ({ ...now, ...fields }));
  const changePatterns = useCallback(
    (turn: (patterns: Patterns) => Patterns) => setDraft((now) => ({ ...now, patterns: turn(now.patterns) })),
    [],
  );
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
          if (checked.isOk) onNext(checked.role);
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
      <DialogFooter
        note={before === null ? 'Next you see what is created.' : 'Next you see whom it reaches.'}
      >
        <Button variant="plain" size="large" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="primary"
          size="large"
          isBusy={isBusy}
          disabledReason={isSame ? 'Nothing is changed yet' : null}
        >
          Continue
        </Button>
      </DialogFooter>
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
