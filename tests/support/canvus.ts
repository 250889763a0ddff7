import type { DoorFixture, Wanted } from './door';

/** An answer with its body parsed: what clients of this API see. */
export interface CanvusAnswer {
  status: number;
  body: unknown;
  text: string;
  headers: Record<string, unknown>;
}

/** Asks the Canvus door as `curl -H "Private-Token: …"` does; `data` as `curl -d` sends it. */
export async function canvus(
  front: DoorFixture,
  secret: string | null,
  request: string,
  data?: unknown,
  more: Partial<Wanted> = {},
): Promise<CanvusAnswer> {
  const [method = 'GET', path = '/'] = request.split(' ');
  const answered = await front.send({
    method,
    path: `/api/v1${path}`,
    headers: {
      ...(secret === null ? {} : { 'Private-Token': secret }),
      ...(data === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
      ...more.headers,
    },
    ...(data === undefined ? {} : { body: typeof data === 'string' ? data : JSON.stringify(data) }),
  });
  const { status, text, headers } = answered;
  return { status, text, headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

/** The number by which this API knows a person. */
export async function numberOf(personId: string): Promise<number> {
  const { findPerson } = await import('@/lib/db/people');
  const person = await findPerson({ id: personId });
  if (person === null) throw new Error('There is no such person.');
  return person.number;
}
