import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalog, type Operation } from './catalog';
import { decide } from './decide';
import { effectiveGrants } from './effective-grants';
import type { Power } from './grant';

const codes = ['shop.orders.List', 'shop.orders.Refund', 'shop.stock.List', 'bank.accounts.List'];
const catalog = createCatalog({
  contextTypes: [],
  operations: codes.map((code): Operation => ({
    code,
    summary: code,
    phrase: code,
    reach: 'reads',
    contextType: 'global',
    docs: '/',
    parameters: [],
  })),
  permissionSets: [],
});
const contexts = ['global', 'store:a', 'store:b'];

const powerArbitrary: fc.Arbitrary<Power> = fc.oneof(
  fc.constant({ kind: 'full' } as const),
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...contexts), fc.subarray(codes)), {
      selector: ([context]) => context,
    })
    .map((entries) => ({
      kind: 'limited' as const,
      grants: new Map(entries.map(([context, each]) => [context, new Set(each)])),
    })),
);
const rightsArbitrary = fc.array(
  fc.record({
    context: fc.constantFrom(...contexts),
    patterns: fc.subarray(['*', 'shop.*', 'shop.orders.*', ...codes]),
  }),
  { maxLength: 4 },
);

test('TOK-9 the list of what a token may do says what the judge says, in every context', () => {
  fc.assert(
    fc.property(powerArbitrary, rightsArbitrary, (power, ownerRights) => {
      const asked = codes.filter((code) => code.startsWith('shop.'));
      const grants = effectiveGrants({ power, ownerRights, codes: asked });
      for (const context of [...contexts, 'store:elsewhere']) {
        for (const permission of codes) {
          const isListed =
            grants.get('global')?.has(permission) === true || grants.get(context)?.has(permission) === true;
          const decision = decide({ power, ownerRights, permission, context, catalog });
          expect(isListed).toBe(decision.isAllowed && asked.includes(permission));
        }
      }
      for (const [context, granted] of grants) {
        expect(granted.size).toBeGreaterThan(0);
        if (context !== 'global')
          for (const code of granted) expect(grants.get('global')?.has(code) ?? false).toBe(false);
      }
    }),
    { numRuns: 2_000 },
  );
});
