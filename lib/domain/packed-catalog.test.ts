import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CatalogData, Operation } from './catalog';
import { phraseOf } from './imports/operation-words';
import { packCatalog, unpackCatalog } from './packed-catalog';

const operation = fc.record({
  component: fc.constantFrom('shop.orders', 'shop.items', 'depot.slots'),
  summary: fc.string({ minLength: 1, maxLength: 40 }),
  phrase: fc.option(fc.string({ minLength: 1, maxLength: 40 }), { nil: null }),
  reach: fc.constantFrom<Operation['reach'][]>('reads', 'changes', 'destroys'),
  contextType: fc.constantFrom('global', 'store', 'project'),
  docs: fc.option(fc.webUrl(), { nil: null }),
  required: fc.array(fc.string({ minLength: 1, maxLength: 10 }), { maxLength: 3 }),
});

it('what is packed comes out again, operation by operation', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 30 }), (drawn) => {
      const operations = drawn.map((each, at): Operation => {
        const { component, summary, phrase, reach, contextType, docs, required } = each;
        const code = `${component}.Do${at}`;
        return {
          code,
          summary,
          reach,
          contextType,
          phrase: phrase ?? phraseOf(summary),
          docs:
            docs ?? (component.startsWith('depot') ? `/docs/services/depot#${code}` : `/docs/api#${code}`),
          parameters: (component.startsWith('depot') ? [] : required).map((name) => ({
            name,
            isRequired: true,
            summary: name,
          })),
        };
      });
      const data: CatalogData = { contextTypes: [], operations, permissionSets: [], imported: ['depot'] };
      const unpacked = unpackCatalog(packCatalog(data)).operations;
      const byCode = (one: Operation, other: Operation) => one.code.localeCompare(other.code);
      expect(unpacked.toSorted(byCode)).toEqual(operations.toSorted(byCode));
    }),
  );
});

it('what is gone does not travel', () => {
  const gone: Operation = {
    code: 'shop.orders.Old',
    summary: 'Old',
    reach: 'reads',
    contextType: 'global',
    phrase: 'old',
    docs: '/docs/api#shop.orders.Old',
    parameters: [],
    isGone: true,
  };
  expect(packCatalog({ contextTypes: [], operations: [gone], permissionSets: [] }).components).toEqual([]);
});
