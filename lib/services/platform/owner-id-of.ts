import type { Call } from '@/lib/domain/call';

/** The person in whose name something is made; `system` for what the desk makes itself. */
export function ownerIdOf(call: Call): string {
  return call.actor.kind === 'system' ? 'system' : call.actor.personId;
}
