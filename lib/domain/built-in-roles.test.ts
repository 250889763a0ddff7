import { expect, test } from 'vitest';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { builtInRoles } from './built-in-roles';
import { matchesPattern, permissionPatternSchema } from './permission';

const codes = currentCatalog().operations.map((operation) => operation.code);
const heldBy = (key: string) => {
  const patterns = builtInRoles.find((role) => role.key === key)?.patterns ?? [];
  return codes.filter((code) => patterns.some((pattern) => matchesPattern(pattern, code)));
};

test('every pattern of a built-in role includes something the catalog lists', () => {
  for (const pattern of builtInRoles.flatMap((role) => role.patterns)) {
    expect(permissionPatternSchema.safeParse(pattern).success, pattern).toBe(true);
    expect(
      codes.some((code) => matchesPattern(pattern, code)),
      pattern,
    ).toBe(true);
  }
});

test('a viewer changes nothing but favourites and tokens of their own, and a developer neither creates, moves nor deletes environments', () => {
  const reachOf = new Map(
    currentCatalog().operations.map((operation) => [operation.code, operation.reach] as const),
  );
  const changed = heldBy('viewer').filter((code) => reachOf.get(code) !== 'reads');
  const own = ['marketplace.favorite.', 'users.authentication.'];
  expect(changed.filter((code) => !own.some((prefix) => code.startsWith(prefix)))).toEqual([]);
  const kept = ['CreateEnvironment', 'CloneEnv', 'DeleteEnv', 'SetEnvGroup'].map(
    (name) => `environment.control.${name}`,
  );
  expect(heldBy('developer').filter((code) => kept.includes(code))).toEqual([]);
  expect(heldBy('developer')).toContain('environment.control.StopEnv');
});

test('each role holds all that the narrower one holds', () => {
  const order = ['administrator', 'project-admin', 'developer', 'viewer', 'member'];
  for (const [index, key] of order.entries()) {
    const narrower = order[index + 1];
    if (narrower !== undefined) expect(heldBy(key)).toEqual(expect.arrayContaining(heldBy(narrower)));
  }
});
