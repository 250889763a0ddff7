'use client';

import { useState } from 'react';
import { ConfirmStep } from '@/components/security/confirm-dialog';
import { refusalOf } from '@/components/security/refusal-of';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { changeRolesAction } from '@/lib/actions/people';
import type { RolePlaces } from '@/lib/domain/role-view';
import type { PersonRow, RoleHeld, RoleView } from '@/lib/domain/person';
import { RoleChangeLines } from './role-change-list';
import { roleChanges, roleProblems, sortRoles } from './role-words';
import { RolesEditor } from './roles-editor';

export interface RolesDialogProps {
  person: PersonRow;
  roles: readonly RoleView[];
  places: RolePlaces;
  username: string;
  onClose: () => void;
  onDone: (person: PersonRow) => void;
}

/** Edits the roles of a person: first the list, then what changes, with the password. */
export function RolesDialog({ person, roles, places, username, onClose, onDone }: RolesDialogProps) {
  const [held, setHeld] = useState<readonly RoleHeld[]>(() => sortRoles(person.roles, roles));
  const [isConfirming, setIsConfirming] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const changes = roleChanges(person.roles, held);
  const isSame = changes.added.length === 0 && changes.removed.length === 0;

  const send = async (password: string) => {
    const input = { personId: person.id, version: person.version, roles: [...held], proof: { password } };
    const result = await changeRolesAction(input).catch(() => null);
    if (result?.isOk === true) onDone(result.value);
    return refusalOf(result);
  };

  const reason = isSame
    ? 'Nothing is changed yet'
    : roleProblems(held).size > 0
      ? 'A role stands twice in one context'
      : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !isSending) onClose();
      }}
      title={isConfirming ? 'Confirm with your password' : 'Edit roles'}
      sub={
        isConfirming
          ? `The roles of ${person.name} change. Their tokens follow at once.`
          : `${person.name}, ${person.email}`
      }
      size="confirm"
    >
      {isConfirming ? (
        <ConfirmStep
          username={username}
          backLabel="Back"
          onBack={() => setIsConfirming(false)}
          onSendingChange={setIsSending}
          onSend={send}
        >
          <ul className="dif">
            <RoleChangeLines changes={changes} roles={roles} />
          </ul>
        </ConfirmStep>
      ) : (
        <>
          <DialogBody>
            <RolesEditor held={held} roles={roles} places={places} onHeldChange={setHeld} />
          </DialogBody>
          <DialogFooter note="Next you see what changes.">
            <Button variant="plain" size="large" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="primary"
              size="large"
              disabledReason={reason}
              onClick={() => setIsConfirming(true)}
            >
              Continue
            </Button>
          </DialogFooter>
        </>
      )}
    </Dialog>
  );
}
