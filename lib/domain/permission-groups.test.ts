import { expect, it } from 'vitest';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { permissionDependencies, permissionGroups } from './permission-groups';

const catalog = currentCatalog();

it('every permission is in one group, in the order of the catalog', () => {
  const groups = permissionGroups(catalog);
  expect(groups.map((group) => group.priority)).toEqual(groups.map((_, index) => index));
  expect(groups.flatMap((group) => group.codes).sort()).toEqual([...catalog.byCode.keys()].sort());
  for (const { title, codes } of groups) for (const code of codes) expect(code).toMatch(`${title}.`);
});

it('what changes depends on a reading permission of its component, and what reads on nothing', () => {
  const dependencies = new Map(permissionDependencies(catalog).map((each) => [each.code, each.dependsOn]));
  expect(dependencies.get('environment.control.StopEnv')).toBe('environment.control.GetEnvs');
  expect(dependencies.get('users.authentication.CreateToken')).toBe('users.authentication.GetTokens');
  // Nothing reads people: there is nothing to depend on.
  expect(dependencies.has('desk.people.Manage')).toBe(false);
  for (const [code, dependsOn] of dependencies) {
    expect(catalog.byCode.get(code)?.reach).not.toBe('reads');
    expect(catalog.byCode.get(dependsOn)?.reach).toBe('reads');
    expect(catalog.componentOf.get(code)).toBe(catalog.componentOf.get(dependsOn));
  }
});
