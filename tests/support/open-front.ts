import { afterEach } from 'vitest';
import type { ServerOptions } from '@/lib/http/server/server-options';
import { doorFixture, type DoorFixture } from './door';

const open: DoorFixture[] = [];

/** The front on a real listener, closed after the test that opened it. */
export async function openFront(overrides: Partial<ServerOptions> = {}): Promise<DoorFixture> {
  const fixture = await doorFixture(overrides);
  open.push(fixture);
  return fixture;
}

afterEach(async () => {
  for (const fixture of open.splice(0)) await fixture.close();
});
