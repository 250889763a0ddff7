import { detailOf, type Refusal } from '@/lib/http/rest/refusal';

/** An instant as this API writes it on tokens: milliseconds and no zone, in UTC. */
export function withoutZone(at: Date): string {
  return at.toISOString().slice(0, -1);
}

/** How this API tells a refusal. All that is forbidden is forbidden in one sentence. */
export function refusalBody(refusal: Refusal, status: number): { msg: string } {
  return { msg: status === 403 ? 'Permission denied' : detailOf(refusal) };
}
