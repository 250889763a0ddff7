'use client';

import { ConfirmStep } from '@/components/security/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { createRoleAction, editRoleAction, previewRoleChangeAction } from '@/lib/actions/roles';
import type { RoleOperation, RolePreview, RoleRow } from '@/lib/domain/role-view';
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
  const { reviewed, ...step } = useReview<CheckedRole, RolePreview>({
    start: role === null ? emptyRole : checkedOf(role),
    findPreview: role === null ? null : ({ key, patterns }) => previewRoleChangeAction({ key, patterns }),
    send: (fields, password) =>
      role === null
        ? createRoleAction({ ...fields, proof: { password } })
        : editRoleAction({ ...fields, version: role.version, proof: { password } }),
    onDone,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !step.isBusy) onClose();
      }}
      title={reviewed !== null ? 'Confirm with your password' : role === null ? 'New role' : 'Edit role'}
      sub={subOf(role, reviewed !== null)}
      size={reviewed === null ? 'gen' : 'new'}
    >
      {reviewed === null ? (
        <RoleForm
          start={step.fields}
          before={role}
          issues={step.issues}
          refusal={step.refusal}
          isBusy={step.isBusy}
          tree={tree}
          operations={operations}
          mine={mine}
          onClose={onClose}
          onNext={(checked) => void step.review(checked)}
        />
      ) : (
        <ConfirmStep
          username={username}
          backLabel="Back"
          onBack={step.back}
          onSendingChange={step.setIsBusy}
          onSend={(password) => step.confirm(reviewed.fields, password)}
        >
          <RoleChanges
            before={role}
            role={reviewed.fields}
            preview={reviewed.preview}
            operations={operations}
          />
        </ConfirmStep>
      )}
    </Dialog>
  );
}

function checkedOf({ name, key, summary, patterns }: RoleRow): CheckedRole {
  return { name, key, summary, patterns: [...patterns] };
}

function subOf(role: RoleRow | null, isReviewed: boolean): string {
  if (role === null) return isReviewed ? 'One role is created.' : 'What people may do who are given it.';
  if (!isReviewed) return `${role.name}: what people may do who hold it.`;
  return `${role.name} changes. Whoever holds it follows at once, and so do their tokens.`;
}
