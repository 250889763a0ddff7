import { noLimits } from '@/lib/domain/token-limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog, type Catalog } from '@/lib/domain/catalog';
import { decide } from '@/lib/domain/decide';
import { powerOf, type Access } from '@/lib/domain/grant';
import type { Rights } from '@/lib/domain/rights';
import { missingFor } from './missing-for';
import { requireEnd } from './require-fields';
import { requireLimits } from './require-limits';
import type { Holder } from './require-holder';

const codes = ['a.x.Read', 'a.x.Write', 'b.y.Read', 'b.y.Drop'];
const contexts = ['global', 'project:one', 'project:two'];

/** A version of the catalog: the set `Growing` has the first `members` codes. */
function catalogWith(members: number): Catalog {
  return createCatalog({
    contextTypes: [],
    operations: codes.map((code) => ({
      code,
      summary: code,
      phrase: code,
      reach: 'reads',
      contextType: 'project',
      docs: '/',
      parameters: [],
    })),
    permissionSets: [{ name: 'Growing', summary: 'grows', include: codes.slice(0, members), exclude: [] }],
  });
}

const accesses: fc.Arbitrary<Access> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Access>({ kind: 'full' }) },
  {
    weight: 5,
    arbitrary: fc
      .subarray(contexts, { minLength: 1 })
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((context) =>
            fc.oneof(
              fc.constant({ context, set: 'Growing' }),
              fc.subarray(codes, { minLength: 1 }).map((permissions) => ({ context, permissions })),
            ),
          ),
        ),
      )
      .map((entries): Access => ({ kind: 'limited', entries })),
  },
);
const rightsOf: fc.Arbitrary<Rights> = fc.array(
  fc.record({ context: fc.constantFrom(...contexts), patterns: fc.subarray(['*', 'a.*', ...codes]) }),
  { maxLength: 3 },
);

describe('what a token may make', () => {
  it('AZ-4 is never stronger than itself, now or under a later version of the catalog, whatever its owner gains', () => {
    fc.assert(
      fc.property(
        accesses,
        accesses,
        rightsOf,
        rightsOf,
        fc.nat(4),
        fc.nat(4),
        (maker, wanted, ownerRights, later, size, growth) => {
          const catalog = catalogWith(size);
          const limits = { access: maker, power: powerOf(maker, catalog), ownerRights };
          if (missingFor(wanted, limits, null, catalog).length > 0) return true;
          const grown = catalogWith(Math.min(4, size + growth));
          return codes.every((permission) =>
            [...contexts, 'project:three'].every((context) => {
              const may = (access: Access) =>
                decide({
                  power: powerOf(access, grown),
                  ownerRights: later,
                  permission,
                  context,
                  catalog: grown,
                }).isAllowed;
              return !may(wanted) || may(maker);
            }),
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('TOK-9 a person’s hand-picked permissions are all held, or all that are not are named', () => {
    const catalog = catalogWith(2);
    fc.assert(
      fc.property(accesses, rightsOf, (wanted, ownerRights) => {
        const full: Access = { kind: 'full' };
        const missing = missingFor(
          wanted,
          { access: full, power: { kind: 'full' }, ownerRights },
          null,
          catalog,
        );
        const lacking =
          wanted.kind === 'full'
            ? []
            : wanted.entries.flatMap((entry) =>
                'set' in entry
                  ? []
                  : entry.permissions
                      .map((permission) => ({ permission, context: entry.context }))
                      .filter(
                        (grant) =>
                          !decide({ power: { kind: 'full' }, ownerRights, catalog, ...grant }).isAllowed,
                      ),
              );
        return JSON.stringify(missing) === JSON.stringify(lacking);
      }),
      { numRuns: 5_000 },
    );
  });

  it('AZ-4 ends with it at the latest, and may not be used in URLs where it may not', () => {
    const end = new Date('2027-01-01T00:00:00Z');
    const maker: Holder = {
      ownerId: 'p',
      ownerRights: [],
      power: { kind: 'full' },
      access: { kind: 'full' },
      endsBy: end,
      limits: { ...noLimits, mayUseInUrls: false },
    };
    const denied = expect.objectContaining({ code: 'permission_denied' }) as Error;
    expect(() => requireEnd(maker, end)).not.toThrow();
    expect(() => requireEnd(maker, new Date(end.getTime() + 1))).toThrow(denied);
    expect(() => requireEnd(maker, null)).toThrow(denied);
    expect(() => requireEnd({ ...maker, endsBy: null }, null)).not.toThrow();
    expect(() => requireLimits(maker, { ...noLimits, mayUseInUrls: false })).not.toThrow();
    expect(() => requireLimits(maker, noLimits)).toThrow(denied);
  });
});
