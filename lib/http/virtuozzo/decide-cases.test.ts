import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertToken } from '@/lib/db/tokens';
import { transaction } from '@/lib/db/transaction';
import { randomId } from '@/lib/crypto/random-id';
import { projectKeyOf } from '@/lib/domain/context';
import { decideCases, limitsOfCase, type DecideCase } from '@/lib/domain/decide.cases';
import { createEnvironment } from '@/lib/services/platform/environments/create-environment';
import { makeSecret } from '@/lib/services/tokens/make-secret';
import { createPersonFixture, createProjectFixture, systemCall } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';

let door: DoorFixture;

/** What this door may answer; where the environment is out of sight, it does not exist (11). */
const answers: Record<DecideCase['expected'], number[]> = {
  allowed: [0],
  token_lacks: [8202, 11],
  owner_lacks: [8, 11],
  not_in_urls: [8],
  address_not_allowed: [8],
  not_yet_valid: [8],
  unknown_permission: [1702],
};

// A door asks about an environment, which lies in a project; and it reads names in any case, so that it has no other spelling.
const asked = decideCases.filter(
  ({ permission, context }) =>
    projectKeyOf(context) !== null &&
    /^[a-z]+\.[a-z]+\.[A-Za-z]+$/.test(permission) &&
    permission !== permission.toLowerCase() &&
    !permission.endsWith('.stopenv'),
);

beforeAll(async () => {
  door = await doorFixture({ trustedProxies: ['127.0.0.1'] });
  for (const key of new Set(asked.map(({ context }) => projectKeyOf(context) ?? '')))
    await createProjectFixture(key);
});
afterAll(() => door.close());

test('the table of the judge has cases that this door can be asked', () => {
  expect(asked.length).toBeGreaterThan(20);
});

test.each(asked.map((each, index) => ({ ...each, index })))(
  'TOK-9 the door judges: $title',
  async (given) => {
    const owner = await createPersonFixture({ name: `Owner ${given.index}`, roles: given.roles });
    const { secret, columns } = makeSecret();
    const settings = {
      description: given.title,
      access: given.access,
      ...limitsOfCase(given),
      expiresAt: null,
    };
    await transaction(systemCall(), (tx) =>
      insertToken(tx, {
        id: randomId(),
        ownerId: owner.person.id,
        createdAt: new Date(),
        ...settings,
        ...columns,
      }),
    );
    const shortdomain = `e${given.index}`;
    await createEnvironment(systemCall(), { env: { shortdomain }, envGroups: projectKeyOf(given.context) });

    const [service, component, method] = given.permission.split('.');
    const path = `/1.0/${service}/${component}/rest/${method}?envName=${shortdomain}`;
    const from = given.address === undefined ? {} : { 'x-forwarded-for': given.address };
    const answer =
      given.isInUrl === true
        ? await door.send({ path: `${path}&session=${secret}`, headers: from })
        : await door.send({ path, headers: { ...from, authorization: `Bearer ${secret}` } });
    const envelope = JSON.parse(answer.text) as {
      result: number;
      error?: string;
      infos?: { env: { envName: string } }[];
    };
    // A list is not asked about one environment: what may not be seen is left out of it.
    const isLeftOut =
      envelope.infos !== undefined && !envelope.infos.some(({ env }) => env.envName === shortdomain);
    const expected = isLeftOut ? [0] : answers[given.expected];
    expect({ title: given.title, ...envelope }).toSatisfy(({ result }: { result: number }) =>
      expected.includes(result),
    );
    if (isLeftOut) expect(given.expected).not.toBe('allowed');
    if (envelope.result === 8202) expect(envelope.error).toContain(given.permission);
  },
);
