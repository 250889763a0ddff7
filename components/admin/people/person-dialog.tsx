'use client';

import { useState } from 'react';
import { ConfirmStep } from '@/components/security/confirm-dialog';
import { fieldIssues, refusalOf } from '@/components/security/refusal-of';
import { Dialog } from '@/components/ui/dialog';
import { createPersonAction } from '@/lib/actions/people';
import type { FieldIssue } from '@/lib/domain/errors';
import type { RolePlaces } from '@/lib/domain/role-view';
import type { PersonRow, RoleHeld, RoleView } from '@/lib/domain/person';
import { PersonForm } from './person-form';
import type { CheckedPerson } from './new-person-schema';
import { RoleChangeLines } from './role-change-list';
import { roleChanges } from './role-words';

export interface PersonDialogProps {
  roles: readonly RoleView[];
  places: RolePlaces;
  username: string;
  onClose: () => void;
  onDone: (person: PersonRow) => void;
}

const noIssues: readonly FieldIssue[] = [];

/** Creates a person: first who, then what that means, with the password. What the desk refuses leads back to its field. */
export function PersonDialog({ roles, places, username, onClose, onDone }: PersonDialogProps) {
  const [fields, setFields] = useState<CheckedPerson | null>(null);
  const [held, setHeld] = useState<readonly RoleHeld[]>([{ role: 'member', context: 'global' }]);
  const [isConfirming, setIsConfirming] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [issues, setIssues] = useState(noIssues);

  const send = async (checked: CheckedPerson, password: string) => {
    const input = { ...checked, roles: [...held], proof: { password } };
    const result = await createPersonAction(input).catch(() => null);
    if (result?.isOk === true) onDone(result.value);
    const wrong = fieldIssues(result);
    if (wrong.length === 0) return refusalOf(result);
    setIssues(wrong);
    setIsConfirming(false);
    return null;
  };
  const confirmed = isConfirming ? fields : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !isSending) onClose();
      }}
      title={confirmed === null ? 'Create person' : 'Confirm with your password'}
      sub={confirmed === null ? 'They sign in with this email and password.' : 'One person gets an account.'}
      size="confirm"
    >
      {confirmed === null ? (
        <PersonForm
          start={fields}
          issues={issues}
          held={held}
          roles={roles}
          places={places}
          onHeldChange={setHeld}
          onClose={onClose}
          onNext={(checked) => {
            setFields(checked);
            setIssues(noIssues);
            setIsConfirming(true);
          }}
        />
      ) : (
        <ConfirmStep
          username={username}
          backLabel="Back"
          onBack={() => setIsConfirming(false)}
          onSendingChange={setIsSending}
          onSend={(password) => send(confirmed, password)}
        >
          <ul className="dif">
            <li>
              <h3>Person</h3>
              <div>
                <span className="t1">{confirmed.name}</span>
                <span className="t2">{confirmed.email}</span>
              </div>
            </li>
            <RoleChangeLines changes={roleChanges([], held)} roles={roles} isNew />
            <li>
              <h3>Sign-in</h3>
              <span>With the password you typed, which they can change under Security.</span>
            </li>
          </ul>
        </ConfirmStep>
      )}
    </Dialog>
  );
}
