import type { AuditRow } from '@/lib/domain/admin-view';
import type { EventAction } from '@/lib/domain/event';

/** Each action as a past tense; where its object follows, with what the object is. The compiler keeps the list complete. */
export const actionWords: Record<EventAction, string> = {
  'setup.completed': 'Completed the set-up',
  'person.created': 'Created the person',
  'person.blocked': 'Blocked',
  'person.unblocked': 'Unblocked',
  'person.signed-in': 'Signed in',
  'person.signed-out': 'Signed out',
  'person.sign-in-refused': 'Sign-in refused to',
  'person.password-changed': 'Changed the password of',
  'person.roles-changed': 'Changed the roles of',
  'person.approved': 'Approved',
  'person.changed': 'Changed',
  'person.removed': 'Removed',
  'session.ended': 'Ended',
  'proof.refused': 'Wrong password by',
  'token.generated': 'Generated the token',
  'token.edited': 'Edited the token',
  'token.copied': 'Copied the token',
  'token.regenerated': 'Regenerated the token',
  'token.removed': 'Removed the token',
  'token.paused': 'Paused the token',
  'token.resumed': 'Resumed the token',
  'token.exchanged': 'Gave an access token for',
  'token.access-ended': 'Ended an access token of',
  'token.first-used': 'Was used for the first time',
  'token.refused': 'Refused the token',
  'leak.reported': 'Reported the leak of',
  'leak.acknowledged': 'Took note of leaks',
  'role.created': 'Created the role',
  'role.changed': 'Changed the role',
  'role.removed': 'Removed the role',
  'service.imported': 'Imported the service',
  'service.removed': 'Removed the service',
  'client.added': 'Added',
  'client.changed': 'Changed',
  'client.renewed': 'Renewed the credential of',
  'client.removed': 'Removed',
  'project.created': 'Created the project',
  'project.changed': 'Renamed the project',
  'environment.created': 'Created the environment',
  'environment.started': 'Started',
  'environment.stopped': 'Stopped',
  'environment.put-to-sleep': 'Put to sleep',
  'environment.restarted': 'Restarted',
  'environment.cloned': 'Cloned',
  'environment.renamed': 'Renamed',
  'environment.changed': 'Changed',
  'environment.moved': 'Moved',
  'environment.deleted': 'Deleted',
  'archive.uploaded': 'Uploaded the archive',
  'archive.deleted': 'Deleted the archive',
  'deployment.deployed': 'Deployed to',
  'deployment.renamed': 'Renamed a deployment of',
  'deployment.undeployed': 'Undeployed from',
  'marketplace.installed': 'Installed',
  'marketplace.favorite-changed': 'Changed a favourite',
};

/** Actions whose object would only repeat who acted. */
const aboutOneself = new Set<string>([
  'setup.completed',
  'person.signed-in',
  'person.signed-out',
  'token.first-used',
  'leak.acknowledged',
]);

/** What was done to what: `Removed the token` and `nightly backup`. An action of a later version is shown by its code. */
export function eventWords(row: Pick<AuditRow, 'action' | 'subject'>): {
  did: string;
  object: string | null;
} {
  const did = row.action in actionWords ? actionWords[row.action as EventAction] : row.action;
  return { did, object: aboutOneself.has(row.action) ? null : row.subject };
}

const named = new Set(['name', 'description']);

/** The facts of an event in one line, shortest first to read; empty when there are none beside its name. */
export function eventNote({ action, data }: Pick<AuditRow, 'action' | 'data'>): string {
  if (action === 'person.roles-changed') return roleNote(data);
  return Object.entries(data)
    .filter(([key, value]) => !named.has(key) && value !== null && !isEmpty(value))
    .map(([key, value]) => `${wordsOf(key)}: ${textOf(value)}`)
    .join(' · ');
}

function roleNote(data: Record<string, unknown>): string {
  const lines = (sign: string, list: unknown) =>
    (Array.isArray(list) ? list : []).map((each) => `${sign} ${textOf(each)}`);
  return [...lines('+', data.added), ...lines('−', data.removed)].join(', ');
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** `endedSessions` as `ended sessions`. */
function wordsOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('role' in value && 'context' in value) return `${String(value.role)} in ${String(value.context)}`;
  return Object.values(value).map(textOf).join(' ');
}
