import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';
import { currentCatalog } from './current-catalog';
import { readApis, readDescription } from './read-description';

const document = readDescription();
const described = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

it('API-12 the lint of the description finds no error', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  const errors = problems.filter(({ severity }) => severity === 'error');
  const told = errors.map(
    ({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ''}: ${message}`,
  );
  expect(told).toEqual([]);
}, 60_000);

it('API-12 every operation of every API stands in the description, each by its own name', () => {
  const ids = readApis().flatMap(({ operations }) => operations.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(described.map(({ operation }) => operation.operationId).sort()).toEqual([...ids].sort());
});

it('API-12 every permission that an operation names is in the catalog', () => {
  const permissions = readApis().flatMap(({ operations }) =>
    operations.flatMap(({ permission }) => permission ?? []),
  );
  expect(permissions.filter((permission) => !currentCatalog().byCode.has(permission))).toEqual([]);
});

it('API-12 every operation says how it succeeds, and where it needs a credential how it refuses', () => {
  const silent = readApis().flatMap(({ operations }) =>
    operations.filter(({ replies, credential, api }) => {
      const statuses = Object.keys(replies).map(Number);
      const isRefusing =
        api === 'virtuozzo' || credential === 'none' || statuses.some((status) => status === 401);
      return !statuses.some((status) => status < 300) || !isRefusing;
    }),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

it('API-12 every member of a shared shape is told in words, by an example or by its choices', () => {
  const silent = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties as Record<string, object>)
      .filter(([, member]) => Object.keys(member).every((word) => word === 'type'))
      .map(([member]) => `${name}.${member}`),
  );
  expect(silent).toEqual([]);
});
