'use client';

import { createRoleAction, editRoleAction, previewRoleChangeAction } from '@/lib/actions/roles';
import type { RoleOperation, RolePreview, RoleRow } from '@/lib/domain/role-view';
import { ReviewDialog } from '../review-dialog';
import { useReview } from '../use-review';
import type { PatternNode, Patterns } from './pattern-tree';
import { RoleChanges } from './role-changes';
import { RoleForm } from './role-form';
import { emptyRole, type CheckedRole } from './role-form-schema';

export interface RoleDialogProps {
  /** Null: a new one. */
  role: RoleRow | null;
  operations: readonly RoleOperation[];
  tree: PatternNode;
  mine: Patterns;
  username: string;
  onClose: () => void;
  onDone: (role: CheckedRole) => void;
}

/** Creates or edits a role: first what it is and holds, then whom and which tokens that reaches, with the password. */
export function RoleDialog({ role, operations, tree, mine, username, onClose, onDone }: RoleDialogProps) {
  const review = useReview<CheckedRole, RolePreview>({
    start: role === null ? emptyRole : checkedOf(role),
    findPreview: role === null ? null : ({ key, patterns }) => previewRoleChangeAction({ key, patterns }),
    send: (fields, password) =>
      role === null
        ? createRoleAction({ ...fields, proof: { password } })
        : editRoleAction({ ...fields, version: role.version, proof: { password } }),
    onDone,
  });
  return (
    <ReviewDialog
      review={review}
      title={role === null ? 'New role' : 'Edit role'}
      sub={role === null ? subOfNew : subOf(role.name)}
      size={{ form: 'gen', confirm: 'new' }}
      username={username}
      onClose={onClose}
      form={
        <RoleForm
          start={review.fields}
          before={role}
          issues={review.issues}
          refusal={review.refusal}
          isBusy={review.isBusy}
          tree={tree}
          operations={operations}
          mine={mine}
          onClose={onClose}
          onNext={(checked) => void review.review(checked)}
        />
      }
      changes={({ fields, preview }) => (
        <RoleChanges before={role} role={fields} preview={preview} operations={operations} />
      )}
    />
  );
}

function checkedOf({ name, key, summary, patterns }: RoleRow): CheckedRole {
  return { name, key, summary, patterns: [...patterns] };
}

const subOfNew = { form: 'What people may do who are given it.', confirm: 'One role is created.' };

function subOf(name: string): typeof subOfNew {
  return {
    form: `${name}: what people may do who hold it.`,
    confirm: `${name} changes. Whoever holds it follows at once, and so do their tokens.`,
  };
}
