import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { builtInRoles } from './built-in-roles';
import { createCatalog, type Catalog } from './catalog';
import { decide, isVisibleIn, visibleContexts } from './decide';
import { decideCases, limitsOfCase } from './decide.cases';
import { grantsOf, powerOf, type Access } from './grant';
import type { Rights } from './rights';
import { beyond } from './within';

const patternsOf = (role: string) => builtInRoles.find((each) => each.key === role)?.patterns ?? [];

describe('decide', () => {
  it.each(decideCases)('TOK-9 $title: $expected', (given) => {
    const ownerRights = given.roles.map(({ role, context }) => ({ context, patterns: patternsOf(role) }));
    const catalog = currentCatalog();
    const { permission, context, isInUrl = false, address } = given;
    const power = powerOf(given.access, catalog);
    const decision = decide({
      power,
      ownerRights,
      permission,
      context,
      catalog,
      conditions: {
        limits: limitsOfCase(given),
        isInUrl,
        now: new Date('2026-12-01T12:00:00.000Z'),
        ...(address === undefined ? {} : { address }),
      },
    });
    expect(decision.isAllowed ? 'allowed' : decision.reason).toBe(given.expected);
    if (!decision.isAllowed) expect(decision.missing).toEqual({ permission, context });
  });
});

// A small world, in which everything can happen: two services, four operations, one set, three contexts.
const codes = ['a.x.Read', 'a.x.Write', 'a.y.Read', 'b.z.Drop'];
const contexts = ['global', 'project:one', 'project:two'];
const patterns = ['*', 'a.*', 'a.x.*', 'a.x.Read', 'b.*', 'b.z.Drop', 'a.y.Read', 'broken', 'a.*.Read'];
const catalog: Catalog = createCatalog({
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
  permissionSets: [{ name: 'Reader', summary: 'reads', include: ['a.*'], exclude: ['a.x.Write'] }],
});

const rightsArbitrary: fc.Arbitrary<Rights> = fc.array(
  fc.record({ context: fc.constantFrom(...contexts), patterns: fc.subarray(patterns) }),
  { maxLength: 4 },
);
const entryArbitrary = (context: string) =>
  fc.oneof(
    fc.constantFrom('Reader', 'Gone').map((set) => ({ context, set })),
    fc.subarray([...codes, 'c.gone.Op'], { minLength: 1 }).map((permissions) => ({ context, permissions })),
  );
const accessArbitrary: fc.Arbitrary<Access> = fc.oneof(
  fc.constant<Access>({ kind: 'full' }),
  fc
    .subarray(contexts, { minLength: 1 })
    .chain((chosen) => fc.tuple(...chosen.map(entryArbitrary)))
    .map((entries): Access => ({ kind: 'limited', entries })),
);
const asked = fc.record({
  permission: fc.constantFrom(...codes, 'c.gone.Op'),
  context: fc.constantFrom(...contexts, 'project:three'),
});

/** The reference model: sets of `permission@context`, written out by hand, with no code of ours. */
function modelOwner(rights: Rights): Set<string> {
  const all = [...contexts, 'project:three'];
  const held = new Set<string>();
  for (const right of rights) {
    for (const context of right.context === 'global' ? all : [right.context]) {
      for (const code of codes) {
        const [service = '', component = ''] = code.split('.');
        const isHeld = right.patterns.some((pattern) =>
          ['*', `${service}.*`, `${service}.${component}.*`, code].includes(pattern),
        );
        if (isHeld) held.add(`${code}@${context}`);
      }
    }
  }
  return held;
}

function modelToken(access: Access): Set<string> {
  const all = [...contexts, 'project:three'];
  if (access.kind === 'full')
    return new Set(codes.flatMap((code) => all.map((context) => `${code}@${context}`)));
  const granted = new Set<string>();
  for (const entry of access.entries) {
    const members =
      'set' in entry ? (entry.set === 'Reader' ? ['a.x.Read', 'a.y.Read'] : []) : entry.permissions;
    for (const context of entry.context === 'global' ? all : [entry.context]) {
      for (const code of members.filter((each) => codes.includes(each))) granted.add(`${code}@${context}`);
    }
  }
  return granted;
}

const isAllowed = (access: Access, ownerRights: Rights, permission: string, context: string) =>
  decide({ power: powerOf(access, catalog), ownerRights, permission, context, catalog }).isAllowed;

describe('effective rights', () => {
  it('TOK-9 are the token’s grants and the owner’s rights together, in ten thousand worlds', () => {
    fc.assert(
      fc.property(accessArbitrary, rightsArbitrary, asked, (access, rights, { permission, context }) => {
        const key = `${permission}@${context}`;
        return (
          isAllowed(access, rights, permission, context) ===
          (modelToken(access).has(key) && modelOwner(rights).has(key))
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('law 1: taking rights from an owner never lets a token do more', () => {
    fc.assert(
      fc.property(
        accessArbitrary,
        rightsArbitrary,
        fc.nat(),
        asked,
        (access, rights, dropped, { permission, context }) => {
          const fewer = rights.filter((_right, index) => index !== dropped % 4);
          return (
            !isAllowed(access, fewer, permission, context) || isAllowed(access, rights, permission, context)
          );
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('law 2: a power that lies within another does nothing that the other cannot', () => {
    fc.assert(
      fc.property(
        accessArbitrary,
        accessArbitrary,
        rightsArbitrary,
        asked,
        (wanted, holder, rights, { permission, context }) => {
          const isWithin =
            beyond(powerOf(wanted, catalog), powerOf(holder, catalog), rights, catalog).length === 0;
          return (
            !isWithin ||
            !isAllowed(wanted, rights, permission, context) ||
            isAllowed(holder, rights, permission, context)
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('law 2: beyond names exactly the grants that the holder or the owner lacks', () => {
    fc.assert(
      fc.property(accessArbitrary, accessArbitrary, rightsArbitrary, (wanted, holder, rights) => {
        if (wanted.kind === 'full') return true;
        const named = beyond(powerOf(wanted, catalog), powerOf(holder, catalog), rights, catalog);
        const lacking = grantsOf(powerOf(wanted, catalog)).filter(({ permission, context }) => {
          const key = `${permission}@${context}`;
          return !modelToken(holder).has(key) || !modelOwner(rights).has(key);
        });
        return JSON.stringify(named) === JSON.stringify(lacking);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('visibleContexts', () => {
  it('AZ-1 shows exactly where the judge allows, in every world', () => {
    fc.assert(
      fc.property(accessArbitrary, rightsArbitrary, asked, (access, ownerRights, { permission, context }) => {
        const power = powerOf(access, catalog);
        const visible = visibleContexts({ power, ownerRights, permission, catalog });
        return isVisibleIn(visible, context) === isAllowed(access, ownerRights, permission, context);
      }),
      { numRuns: 10_000 },
    );
  });
});
