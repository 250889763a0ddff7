import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { permissionSchema } from '@/lib/domain/permission';
import { serviceOperationSchema } from '@/lib/domain/service';
import { assignCodes, requestOf } from './assign-codes';
import type { OutlinedOperation } from './document-outline';
import { mergeOperations } from './merge-operations';

const operation = (request: string, given: Partial<OutlinedOperation> = {}): OutlinedOperation => {
  const [method = 'GET', path = '/'] = request.split(' ');
  return {
    method: method as OutlinedOperation['method'],
    path,
    operationId: null,
    tag: null,
    summary: null,
    description: null,
    docs: null,
    parameters: [],
    ...given,
  };
};
const codesOf = (...operations: OutlinedOperation[]) => assignCodes('shop', operations, []);
const codeOf = (operationId: string | null, tag: string | null = 'orders') =>
  codesOf(operation('GET /x', { operationId, tag }))[0];

describe('what an operation is called', () => {
  it.each([
    ['listOrders', 'orders', 'shop.orders.listOrders'],
    ['orders/list', 'Orders & Returns', 'shop.Orders-Returns.orders-list'],
    ['List all  orders.', '  orders ', 'shop.orders.List-all-orders'],
    ['2fa', '2.0', 'shop.tag-2-0.op-2fa'],
    ['__proto__', 'constructor', 'shop.constructor.proto'],
    ['Überblick', 'Réglages', 'shop.Reglages.Uberblick'],
    ['-', '…', 'shop.tag-1l6okqa.op-0v2gdqz'],
    ['店舗', '店舗 list', 'shop.list-1tvw1nr.op-0xe2r4p'],
    ['a'.repeat(57), 'b'.repeat(400), `shop.${'b'.repeat(48)}-0ah1sgb.${'a'.repeat(48)}-1v44iv8`],
  ])('%j with the tag %j', (operationId, tag, expected) => {
    const code = codeOf(operationId, tag) ?? '';
    expect(permissionSchema.safeParse(code).success).toBe(true);
    expect(code.replaceAll(/-[0-9a-z]{7}(?=\.|$)/g, '-#')).toBe(
      expected.replaceAll(/-[0-9a-z]{7}(?=\.|$)/g, '-#'),
    );
  });

  it('without an id by method and path, without a tag under the first word of the path', () => {
    expect(
      codesOf(
        operation('GET /api/v2/stores/{storeId}/orders.json'),
        operation('GET /{all}'),
        operation('GET /'),
      ),
    ).toEqual([
      'shop.stores.get-api-v2-stores-storeId-orders-json',
      'shop.default.get-all',
      'shop.default.get',
    ]);
  });

  it('names that only differ in capitals are two, and a number does not take what another asks for', () => {
    const codes = codesOf(
      operation('GET /c', { operationId: 'list', tag: 't' }),
      operation('GET /b', { operationId: 'List', tag: 't' }),
      operation('GET /d', { operationId: 'list-2', tag: 't' }),
      operation('GET /a', { operationId: 'list', tag: 't' }),
    );
    expect(codes).toEqual(['shop.t.list-4', 'shop.t.List-3', 'shop.t.list-2', 'shop.t.list']);
    expect(new Set(codes.map((code) => code.toLowerCase())).size).toBe(4);
  });
});

const texts = fc.oneof(
  fc.constantFrom(
    'list',
    'List',
    'list-2',
    'get',
    '2fa',
    'a/b',
    'a b',
    '店',
    'ü',
    '__proto__',
    'constructor',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const outlined = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'DELETE' as const),
  path: fc
    .array(fc.constantFrom('a', 'b', '{x}', '{y}.json', 'v1'), { maxLength: 4 })
    .map((parts) => `/${parts.join('/')}`),
  operationId: fc.option(texts),
  tag: fc.option(texts),
  summary: fc.option(texts),
  description: fc.option(texts),
  docs: fc.option(fc.webUrl()),
  parameters: fc.constant<OutlinedOperation['parameters']>([]),
});
const documents = fc.uniqueArray(outlined, { selector: requestOf, maxLength: 25 });

const byRequest = (operations: readonly OutlinedOperation[], codes: readonly string[]) =>
  new Map(operations.map((each, index) => [requestOf(each), codes[index]]));

describe('whatever a document says', () => {
  it('its codes are legal and each stands once, however they are written', () => {
    fc.assert(
      fc.property(documents, (operations) => {
        const codes = assignCodes('shop', operations, []);
        expect(codes.filter((code) => !permissionSchema.safeParse(code).success)).toEqual([]);
        expect(new Set(codes.map((code) => code.toLowerCase())).size).toBe(operations.length);
      }),
    );
  });

  it('what is stored can be read again, so that no document keeps the desk from starting', () => {
    const anything = fc.option(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 500 }), fc.constant('𝒜'.repeat(250))),
    );
    const parameters = fc.array(
      fc.record({
        name: fc.string({ unit: 'binary', minLength: 1, maxLength: 128 }),
        place: fc.constantFrom('path' as const, 'query' as const),
        isRequired: fc.boolean(),
        about: anything,
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        outlined,
        fc.record({
          operationId: anything,
          summary: anything,
          description: anything,
          docs: anything,
          parameters,
        }),
        (given, words) => {
          const merged = mergeOperations('shop', [{ ...given, ...words }], [], []).operations;
          const stored: unknown = JSON.parse(JSON.stringify(merged));
          expect(z.array(serviceOperationSchema).parse(stored)).toEqual(merged);
        },
      ),
    );
  });

  it('the order of its operations does not matter, first or again', () => {
    fc.assert(
      fc.property(
        documents.chain((each) =>
          fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
        ),
        documents,
        ([operations, shuffled], before) => {
          const former = mergeOperations('shop', before, [], []).operations;
          for (const known of [[], former])
            expect(byRequest(shuffled, assignCodes('shop', shuffled, known))).toEqual(
              byRequest(operations, assignCodes('shop', operations, known)),
            );
        },
      ),
    );
  });

  it('imported again it changes nothing, and whatever came between, every operation comes back with its code', () => {
    fc.assert(
      fc.property(documents, documents, (operations, between) => {
        const first = mergeOperations('shop', operations, [], []);
        const again = mergeOperations('shop', operations, [], first.operations);
        expect(again).toMatchObject({
          added: [],
          changed: [],
          gone: [],
          returned: [],
          unchanged: operations.length,
        });
        expect(again.operations).toEqual(first.operations);
        // Only operations that no other document moves about under one id.
        const ids = new Set(operations.map(({ operationId }) => operationId));
        const others = between.filter(({ operationId }) => !ids.has(operationId));
        const after = mergeOperations('shop', others, [], first.operations);
        const back = mergeOperations('shop', operations, [], after.operations);
        expect(
          byRequest(
            operations,
            back.operations.map(({ code }) => code),
          ),
        ).toEqual(
          byRequest(
            operations,
            first.operations.map(({ code }) => code),
          ),
        );
      }),
    );
  });

  it('no code ever stands for another kind of act than before under the same id', () => {
    const former = mergeOperations(
      'shop',
      [operation('GET /a', { operationId: 'act', tag: 't' })],
      [],
      [],
    ).operations;
    const moved = (request: string) =>
      mergeOperations('shop', [operation(request, { operationId: 'act', tag: 't' })], [], former);
    expect(moved('GET /b')).toMatchObject({
      changed: [{ after: { code: 'shop.t.act' } }],
      added: [],
      gone: [],
    });
    expect(moved('DELETE /b')).toMatchObject({
      added: [{ code: 'shop.t.act-2', reach: 'destroys' }],
      gone: [{ code: 'shop.t.act' }],
    });
  });
});

describe('what is gone', () => {
  it('comes back by its request alone: its id on another request revives no grant that slept', () => {
    const act = operation('GET /status', { operationId: 'act', tag: 't' });
    const other = operation('GET /x', { operationId: 'x', tag: 't' });
    const first = mergeOperations('shop', [act, other], [], []).operations;
    const without = mergeOperations('shop', [other], [], first).operations;
    const elsewhere = operation('GET /admin/secrets', { operationId: 'act', tag: 't' });
    expect(mergeOperations('shop', [elsewhere, other], [], without)).toMatchObject({
      added: [{ code: 'shop.t.act-2', route: { path: '/admin/secrets' } }],
      returned: [],
      changed: [],
    });
    expect(mergeOperations('shop', [act, other], [], without)).toMatchObject({
      added: [],
      returned: [{ code: 'shop.t.act', route: { path: '/status' } }],
    });
  });
});
