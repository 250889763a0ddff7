import { z } from 'zod';

/** Everything that can happen, as a closed list. `<subject>.<past participle>`. */
export const eventActions = [
  'setup.completed',
  'person.created',
  'person.blocked',
  'person.unblocked',
  'person.signed-in',
  'person.signed-out',
  'person.sign-in-refused',
  'person.password-changed',
  'person.roles-changed',
  'person.approved',
  'person.changed',
  'person.removed',
  'session.ended',
  'proof.refused',
  'token.generated',
  'token.edited',
  'token.copied',
  'token.regenerated',
  'token.removed',
  'token.paused',
  'token.resumed',
  'token.exchanged',
  'token.access-ended',
  'token.first-used',
  'token.refused',
  'leak.reported',
  'leak.acknowledged',
  'role.created',
  'role.changed',
  'role.removed',
  'service.imported',
  'service.removed',
  'client.added',
  'client.changed',
  'client.renewed',
  'client.removed',
  'project.created',
  'project.changed',
  'environment.created',
  'environment.started',
  'environment.stopped',
  'environment.put-to-sleep',
  'environment.restarted',
  'environment.cloned',
  'environment.renamed',
  'environment.changed',
  'environment.moved',
  'environment.deleted',
  'archive.uploaded',
  'archive.deleted',
  'deployment.deployed',
  'deployment.renamed',
  'deployment.undeployed',
  'marketplace.installed',
  'marketplace.favorite-changed',
] as const;
export const eventActionSchema = z.enum(eventActions);
export type EventAction = z.infer<typeof eventActionSchema>;

export type EventOutcome = 'done' | 'refused';

/** What a verb says of its change; who, when and from where come from the call (AUD-4). */
export interface EventDraft {
  action: EventAction;
  outcome?: EventOutcome;
  subjectKind:
    | 'person'
    | 'session'
    | 'token'
    | 'role'
    | 'service'
    | 'client'
    | 'project'
    | 'environment'
    | 'archive'
    | 'setup'
    | 'app';
  subjectId: string;
  /** The person whose desk this concerns; null for platform-wide events. */
  ownerId: string | null;
  context?: string;
  /** Plain facts, no secrets. Keys per action are what the audit page shows. */
  data?: Record<string, unknown>;
}

/** One entry of the audit log. `seq` rises by commit order. */
export interface DeskEvent {
  seq: number;
  at: Date;
  action: EventAction;
  outcome: EventOutcome;
  actor: {
    kind: 'person' | 'token' | 'system';
    personId: string | null;
    tokenId: string | null;
    name: string;
  };
  sessionId: string | null;
  subjectKind: string;
  subjectId: string;
  ownerId: string | null;
  context: string | null;
  via: string;
  requestId: string;
  address: string | null;
  userAgent: string | null;
  data: Record<string, unknown>;
}
