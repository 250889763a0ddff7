import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canvus, numberOf } from '@/tests/support/canvus';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { escalationCases, escalationProjects } from '@/tests/support/escalation.cases';
import { isWithin, makeToken, tokenRecord } from '@/tests/support/within';

let front: DoorFixture;
let owner: PersonFixture;
let tokens: string;
beforeAll(async () => {
  front = await doorFixture();
  for (const key of escalationProjects) await createProjectFixture(key);
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  tokens = `/users/${await numberOf(owner.person.id)}/access-tokens`;
});
afterAll(() => front.close());

describe.each(escalationCases.map((each) => [each.title, each] as const))('%s', (_title, given) => {
  test('AZ-4 what a token creates here is as strong as itself, and no stronger', async () => {
    const holder = await makeToken(owner, given.holder);
    const answer = await canvus(front, holder.secret, `POST ${tokens}`, { description: 'made' });
    expect(answer.status).toBe(200);
    const made = await tokenRecord(owner, (answer.body as { id: string }).id);
    expect(await isWithin(owner, made, holder.record)).toBe(true);
    expect(made.access).toEqual(holder.record.access);
  });

  test('AZ-4 a token describes none beyond it', async () => {
    const holder = await makeToken(owner, given.holder);
    const target = await makeToken(owner, given.wanted);
    const answer = await canvus(front, holder.secret, `PATCH ${tokens}/${target.record.id}`, {
      description: 'new',
    });
    expect(answer.status).toBe(given.isAllowed ? 200 : 403);
    expect((await tokenRecord(owner, target.record.id)).description === 'new').toBe(given.isAllowed);
  });
});
