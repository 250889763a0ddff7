import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { platformCatalog } from '@/lib/domain/api/virtuozzo';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { createEnvironment } from '@/lib/services/platform/environments/create-environment';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { operationScenarios } from '@/tests/support/operations.cases';
import { validateReply } from '@/tests/support/validate-reply';
import { platformOperations } from './platform-operations';

const operations = platformOperations();
const { byCode } = currentCatalog();
const catalogCodes = platformCatalog(currentCatalog()).map(({ code }) => code);
let door: DoorFixture;
let owner: PersonFixture;
let without: string;
let withoutAccount: string;

beforeAll(async () => {
  door = await doorFixture();
  await createProjectFixture('shop');
  await createProjectFixture('annex');
  owner = await createPersonFixture({
    name: 'Ines Caldeira',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  without = (await tokenFixture(owner, { access: limitedTo('global', 'users.account.GetUserInfo') })).secret;
  withoutAccount = (
    await tokenFixture(owner, { access: limitedTo('global', 'environment.control.GetRegions') })
  ).secret;
});
afterAll(() => door.close());

async function call(code: string, secret: string, parameters: Record<string, string | Buffer>) {
  const [service, component, method] = code.split('.');
  const path = `/1.0/${service}/${component}/rest/${method}`;
  const form = new FormData();
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([new Uint8Array(value)]), 'archive');
  }
  const encoded = new Response(form);
  const headers = {
    authorization: `Bearer ${secret}`,
    'content-type': encoded.headers.get('content-type') ?? '',
  };
  const body = Buffer.from(await encoded.arrayBuffer());
  const answer = await door.send({ method: 'POST', path, headers, body });
  const reply = JSON.parse(answer.text) as Record<string, unknown>;
  expect(validateReply({ method: 'POST', path, status: answer.status, body: reply })).toEqual([]);
  return reply;
}

describe('the catalog and what is served', () => {
  test('every operation of the catalog is served here, but what the desk serves itself, and nothing else', () => {
    expect(operations.map(({ code }) => code).toSorted()).toEqual(catalogCodes.toSorted());
    expect(Object.keys(operationScenarios).toSorted()).toEqual(catalogCodes.toSorted());
    const others = [...byCode.keys()].filter((code) => !catalogCodes.includes(code));
    expect(others.filter((code) => !/^(?:users\.authentication|desk)\./.test(code))).toEqual([]);
  });

  test.each(operations.map((operation) => [operation.code, operation] as const))(
    '%s takes the parameters that the catalog tells',
    (code, operation) => {
      const told = byCode.get(code)?.parameters ?? [];
      expect(told.map(({ name }) => name).toSorted()).toEqual(
        Object.keys(operation.parameters.shape).toSorted(),
      );
      for (const { name, isRequired } of told) {
        const field = operation.parameters.shape[name];
        expect([name, isRequired]).toEqual([name, field?.safeParse(undefined).success === false]);
      }
    },
  );

  test('every set of the catalog has members, and Extended Access leaves tokens and passwords out', () => {
    const { sets } = currentCatalog();
    for (const [name, members] of sets) expect([name, members.size > 0]).toEqual([name, true]);
    expect(
      [...(sets.get('Extended Access') ?? [])].filter((code) => code.startsWith('users.authentication.')),
    ).toEqual([]);
  });
});

describe('each operation', () => {
  test.each(Object.entries(operationScenarios))(
    'TOK-9 %s works with its permission alone and is 8202 without',
    async (code, scenario) => {
      const envName = `e-${code.toLowerCase().replaceAll('.', '-').slice(-34)}`;
      await createEnvironment(systemCall(), { env: { shortdomain: envName }, envGroups: 'shop' });
      const parameters = await scenario.prepare(envName);
      const denied = await call(
        code,
        code === 'users.account.GetUserInfo' ? withoutAccount : without,
        parameters,
      );
      expect(denied).toMatchObject({ result: 8202, error: expect.stringContaining(code) as string });

      const contexts = scenario.contexts ?? ['project:shop'];
      const entries = contexts.map((context) => ({ context, permissions: [code] }));
      const { secret } = await tokenFixture(owner, { access: { kind: 'limited', entries } });
      const answer = await call(code, secret, parameters);
      expect(answer).toMatchObject({ result: 0, ...scenario.expected(envName) });
      expect(answer).not.toHaveProperty('error');
      if (scenario.again !== undefined)
        expect(await call(code, secret, parameters)).toMatchObject(scenario.again);
    },
  );
});
