import { expect, it } from 'vitest';
import { suggestType } from './suggest-type';

it('a path parameter suggests the type of context that it names', () => {
  const cases = [
    ['storeId', '/stores/{storeId}', 'store'],
    ['cost_center_key', '/x/{cost_center_key}', 'cost-center'],
    ['id', '/stores/{id}/orders', 'store'],
    ['id', '/categories/{id}', 'category'],
    ['name', '/{name}', ''],
    ['project', '/projects/{project}', 'project'],
    ['globalId', '/x/{globalId}', ''],
  ] as const;
  for (const [parameter, path, type] of cases)
    expect([parameter, suggestType(parameter, path)]).toEqual([parameter, type]);
});
