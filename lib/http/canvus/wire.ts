import { detailOf, type Refusal } from '@/lib/http/rest/refusal';

/** An instant as this API writes it on tokens: milliseconds and no zone, in UTC. */
export function withoutZone(at: Date): string {
  return at.toISOString().slice(0, -1);
}

/** How this API tells a refusal. All that is forbidden is forbidden in one sentence. */
export function refusalBody(refusal: Refusal): { msg: string } {
  const isDenied = refusal.kind === 'error' && refusal.error.code === 'permission_denied';
  return { msg: isDenied ? 'Permission denied' : detailOf(refusal) };
}
