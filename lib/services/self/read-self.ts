import { findPerson } from '@/lib/db/people';
import { findSession } from '@/lib/db/sessions';
import { findToken } from '@/lib/db/tokens';
import type { Actor, Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { SelfView } from '@/lib/domain/self-view';
import { limitFields } from '@/lib/domain/token-input';
import { noLimits } from '@/lib/domain/token-limits';
import { findPermissions } from '@/lib/services/access/list-permissions';

/** What the credential of this call is, and what it may do now. Asks for nothing but that it lives. */
export async function readSelf(call: Call): Promise<SelfView> {
  const { actor } = call;
  if (actor.kind === 'system') throw new DeskError('unauthenticated', 'The system has no credential.');
  const person = await findPerson({ id: actor.personId });
  if (person === null) throw new DeskError('unauthenticated', 'The credential is not valid.');
  const facts = actor.kind === 'token' ? await tokenFacts(actor) : await sessionFacts(actor);
  return {
    ...facts,
    owner: { id: person.id, name: person.name },
    permissions: await findPermissions(call),
  };
}

type Facts = Omit<SelfView, 'owner' | 'permissions'>;

async function tokenFacts(actor: Extract<Actor, { kind: 'token' }>): Promise<Facts> {
  const { tokenId: id, personId, name: description, limits, standIn } = actor;
  const token = await findToken(personId, id);
  if (token === null) throw new DeskError('unauthenticated', 'The credential is not valid.');
  return {
    kind: standIn === undefined ? 'token' : 'access-token',
    id,
    description,
    access: standIn?.narrowedTo ?? token.access,
    expiresAt: actor.expiresAt?.toISOString() ?? null,
    ...limitFields(limits),
  };
}

async function sessionFacts({ personId, sessionId }: Extract<Actor, { kind: 'person' }>): Promise<Facts> {
  const found = await findSession(personId, sessionId);
  if (found === null) throw new DeskError('unauthenticated', 'The credential is not valid.');
  return {
    kind: 'session',
    id: sessionId,
    description: 'A sign-in',
    access: { kind: 'full' },
    expiresAt: found.session.expiresAt.toISOString(),
    ...limitFields(noLimits),
  };
}
