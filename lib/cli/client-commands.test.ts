import { expect, it } from 'vitest';
import { verifyClient } from '@/lib/services/clients/verify-client';
import { runDesk } from './run-desk';

async function desk(...typed: string[]) {
  const said = { out: [] as string[], error: [] as string[] };
  const code = await runDesk(typed, {
    out: (text) => said.out.push(text),
    error: (text) => said.error.push(text),
  });
  return { code, out: said.out.join('\n'), error: said.error.join('\n') };
}

it.each(['gateway', 'resource-server'] as const)(
  'a %s is added, listed, renewed and removed in the terminal',
  async (kind) => {
    const name = `${kind}-one`;
    const added = await desk(kind, 'add', '--name', name, '--service', 'environment', '--json');
    expect(added.code).toBe(0);
    const { secret } = JSON.parse(added.out) as { secret: string };
    expect(await verifyClient(secret, kind)).toMatchObject({ name, services: ['environment'] });
    const listed = await desk(kind, 'list');
    expect(listed.out).toContain(name);
    expect(listed.out).not.toContain(secret);
    const renewed = await desk(kind, 'renew', name);
    const fresh = renewed.out.split('\n').at(-1) ?? '';
    expect(await verifyClient(secret, kind)).toBeNull();
    expect(await verifyClient(fresh, kind)).toMatchObject({ name });
    expect((await desk(kind, 'remove', name)).code).toBe(0);
    expect(await verifyClient(fresh, kind)).toBeNull();
    expect(await desk(kind, 'remove', name)).toMatchObject({
      code: 1,
      error: expect.stringContaining(name) as string,
    });
    expect((await desk(kind, 'add', '--name', name, '--service', 'nowhere')).code).toBe(1);
    expect((await desk(kind, 'add')).code).toBe(2);
  },
);
