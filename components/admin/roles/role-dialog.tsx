'use client';

import { useEffect, useState } from 'react';
import { catalogOf, knownVersion } from '@/components/permissions/known-catalog';
import { FormSkeleton } from '@/components/tokens/dialogs/form-skeleton';
import { Dialog } from '@/components/ui/dialog';
import {
  createRoleAction,
  editRoleAction,
  previewRoleChangeAction,
  readRoleCatalogAction,
} from '@/lib/actions/roles';
import type { RoleOperation, RolePreview, RoleRow } from '@/lib/domain/role-view';
import { ReviewDialog } from '../review-dialog';
import { useReview } from '../use-review';
import { patternTree, type PatternNode, type Patterns } from './pattern-tree';
import { RoleChanges } from './role-changes';
import { RoleForm } from './role-form';
import { emptyRole, type CheckedRole } from './role-form-schema';

export interface RoleDialogProps {
  /** Null: a new one. */
  role: RoleRow | null;
  mine: Patterns;
  username: string;
  onClose: () => void;
  onDone: (role: CheckedRole) => void;
}

/** Creates or edits a role. The catalog is read when the dialog opens: it may have thousands of operations. */
export function RoleDialog(props: RoleDialogProps) {
  const { role, onClose } = props;
  const [read, setRead] = useState<RoleCatalog | string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void readRoleCatalog().then((answer) => {
      if (isWanted) setRead(answer);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  if (read !== null && typeof read === 'object') return <RoleEditor {...props} {...read} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={role === null ? 'New role' : 'Edit role'}
      size="gen"
    >
      {read === null ? (
        <FormSkeleton />
      ) : (
        <p className="gen failed" role="alert">
          {read}
        </p>
      )}
    </Dialog>
  );
}

interface RoleCatalog {
  operations: readonly RoleOperation[];
  tree: PatternNode;
}

async function readRoleCatalog(): Promise<RoleCatalog | string> {
  const result = await readRoleCatalogAction(knownVersion()).catch(() => null);
  if (result === null) return 'The desk does not answer.';
  if (!result.isOk) return result.error.message;
  const { operations } = catalogOf(result.value);
  return { operations, tree: patternTree(operations) };
}

/** First what the role is and holds, then whom and which tokens that reaches, with the password. */
function RoleEditor(props: RoleDialogProps & RoleCatalog) {
  const { role, operations, tree, mine, username, onClose, onDone } = props;
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
