'use client';

import { ConfirmDialog } from '@/components/security/confirm-dialog';
import { refusalOf } from '@/components/security/refusal-of';
import { blockPersonAction, unblockPersonAction } from '@/lib/actions/people';
import { counted } from '@/lib/domain/number-words';
import type { PersonRow } from '@/lib/domain/person';

export interface BlockDialogProps {
  person: PersonRow;
  username: string;
  onClose: () => void;
  onDone: (person: PersonRow) => void;
}

/** Blocks a person, or lets them in again, saying what that does. */
export function BlockDialog({ person, username, onClose, onDone }: BlockDialogProps) {
  const isBlocked = person.status === 'blocked';
  const tokens = (verb: string) => tokenWords(person.tokenCount, verb);
  const send = async (password: string) => {
    const act = isBlocked ? unblockPersonAction : blockPersonAction;
    const result = await act({ personId: person.id, version: person.version, proof: { password } }).catch(
      () => null,
    );
    if (result?.isOk === true) onDone(result.value);
    return refusalOf(result);
  };
  return (
    <ConfirmDialog
      sub={
        isBlocked
          ? `${person.name} may come in again.`
          : `${person.name} is locked out from the next request on.`
      }
      username={username}
      confirmLabel={isBlocked ? 'Unblock' : 'Block'}
      isEnd={!isBlocked}
      onClose={onClose}
      onSend={send}
    >
      <ul className="dif">
        <li>
          <h3>Person</h3>
          <div>
            <span className="t1">{person.name}</span>
            <span className="t2">{person.email}</span>
          </div>
        </li>
        <li>
          <h3>{isBlocked ? 'Begins' : 'Ends'}</h3>
          <span>
            {isBlocked
              ? `Sign-in is possible again${tokens('work as before')} Wrong passwords are forgotten.`
              : `Every session ends and nobody can sign in${tokens('are refused from the next request on')}`}
          </span>
        </li>
        <li>
          <h3>Stays</h3>
          <span>
            {isBlocked
              ? 'Their password and roles. Sessions that had ended stay ended.'
              : 'The account, its roles and its tokens: unblocking brings them back.'}
          </span>
        </li>
      </ul>
    </ConfirmDialog>
  );
}

/** The end of a sentence about the live tokens; where there are none it ends before and says so. */
function tokenWords(count: number, verb: string): string {
  if (count === 0) return '. There is no live token.';
  const singular = verb.replace(/^are/, 'is').replace(/^work/, 'works');
  return `, and ${counted(count, 'live token')} ${count === 1 ? singular : verb}.`;
}
