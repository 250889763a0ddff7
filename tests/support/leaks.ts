import type { Answered, DoorFixture } from './door';

/** Where secrets that leaked are reported. */
export const leaksPath = '/api/v1/credentials/revoke';

let addresses = 0;

/** An address that has reported nothing yet. The door must trust 127.0.0.1 as its proxy. */
export function newAddress(): string {
  addresses += 1;
  return `198.51.100.${addresses}`;
}

/** Sends a body as a report of leaks, from an address of its own unless one is given. */
export function sendReport(door: DoorFixture, body: unknown, from = newAddress()): Promise<Answered> {
  return door.send({
    method: 'POST',
    path: leaksPath,
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: JSON.stringify(body),
  });
}
