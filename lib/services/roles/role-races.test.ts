import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoleRow } from '@/lib/domain/role-view';
import { requireProof } from '@/lib/services/people/require-proof';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { roleFixture } from '@/tests/support/roles';
import { proofOf } from '@/tests/support/verbs';
import { createRole } from './create-role';
import { editRole } from './edit-role';
import { listRoleRows } from './list-role-rows';
import { removeRole } from './remove-role';

let admin: PersonFixture;
let role: RoleRow;
beforeAll(async () => {
  admin = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
});
beforeEach(async () => {
  role = await roleFixture('operator', ['environment.control.StartEnv']);
});

const edited = (more: { name?: string; proof: { password: string } }) => {
  const { key, version, name, summary, patterns } = role;
  return { key, version, name, summary, patterns: [...patterns], ...more };
};
const rowOf = async (key: string) => (await listRoleRows(admin.call())).find((each) => each.key === key);

describe('two at once', () => {
  it('API-7 a stale version is refused, and of ten edits at once exactly one wins', async () => {
    const proof = proofOf(admin);
    const edits = Array.from({ length: 10 }, (_, index) =>
      editRole(admin.call(), edited({ name: `Operator ${role.key} ${index}`, proof })),
    );
    const settled = await Promise.allSettled(edits);
    expect(settled.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    const row = await rowOf(role.key);
    expect(row?.version).toBe(role.version + 1);
    await requireProof(admin.call(), proof);
    const stale = { code: 'stale_version', details: { currentVersion: role.version + 1 } };
    await expect(editRole(admin.call(), edited({ proof }))).rejects.toMatchObject(stale);
    const { key, version } = role;
    await expect(removeRole(admin.call(), { key, version, proof })).rejects.toMatchObject(stale);
  });

  it('REL-6 of three roles of one name made at once exactly one is there', async () => {
    const make = (key: string) =>
      createRole(admin.call(), { key, name: 'Twin', summary: 'x', patterns: ['*'], proof: proofOf(admin) });
    const settled = await Promise.allSettled([make('twin-a'), make('twin-b'), make('twin-c')]);
    expect(settled.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect((await listRoleRows(admin.call())).filter(({ name }) => name === 'Twin')).toHaveLength(1);
  });

  it('a key or a name that is taken is refused at its field, whatever its case', async () => {
    const fields = { summary: 'x', patterns: ['*'], proof: proofOf(admin) };
    await expect(createRole(admin.call(), { ...fields, key: role.key, name: 'Other' })).rejects.toMatchObject(
      {
        code: 'conflict',
        details: { issues: [{ path: 'key' }] },
      },
    );
    await expect(createRole(admin.call(), { ...fields, key: 'other', name: 'VIEWER' })).rejects.toMatchObject(
      {
        code: 'conflict',
        details: { issues: [{ path: 'name' }] },
      },
    );
  });
});
