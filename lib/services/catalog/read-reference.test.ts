import { expect, it } from 'vitest';
import { currentCatalog } from './current-catalog';
import { readReference } from './read-reference';

const { reference, pagePermissions } = readReference();
const operations = reference.apis.flatMap((api) => api.operations);

it('every permission of the catalog is an anchor of the page, once: the picker links to it', () => {
  const anchors = [
    ...operations.flatMap(({ id, anchors }) => [id, ...anchors]),
    ...pagePermissions.map(({ code }) => code),
  ];
  expect(new Set(anchors).size).toBe(anchors.length);
  const codes = currentCatalog().operations.map(({ code }) => code);
  expect(codes.filter((code) => !anchors.includes(code))).toEqual([]);
});

it('a permission lands on an operation that needs it', () => {
  const at = (anchor: string) =>
    operations.find(({ id, anchors }) => id === anchor || anchors.includes(anchor));
  expect(at('users.authentication.CreateToken')?.summary).toBeDefined();
  for (const { id, anchors, permission } of operations)
    for (const anchor of anchors) expect([id, permission]).toEqual([id, anchor]);
});

it('every sample has a value for whatever the operation needs', () => {
  const empty = operations.flatMap(({ call }) =>
    call.parameters
      .filter(({ isRequired, value }) => isRequired && value === '')
      .map(({ name }) => `${call.id} ${name}`),
  );
  expect(empty).toEqual([]);
});
