import { detailOf, type Refusal } from '@/lib/http/rest/refusal';

/** An instant as this API writes it on tokens: milliseconds and no zone, in UTC. */
export function withoutZone(at: Date): string {
  return at.toISOString().slice(0, -1);
}

/** How this API tells a refusal. What is forbidden is forbidden in one sentence, unless a condition of the token does it. */
export function refusalBody(refusal: Refusal): { msg: string } {
  const isDenied =
    refusal.kind === 'error' &&
    refusal.error.code === 'permission_denied' &&
    refusal.error.details.conditions === undefined;
  return { msg: isDenied ? 'Permission denied' : detailOf(refusal) };
}
