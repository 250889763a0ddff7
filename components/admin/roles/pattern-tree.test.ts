import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from '@/lib/domain/permission';
import type { RoleOperation } from '@/lib/domain/role-view';
import { keyFromName } from '../key-from-name';
import {
  heldIn,
  nodeOf,
  patternTree,
  tickOf,
  togglePattern,
  withoutPattern,
  withPattern,
  type Patterns,
} from './pattern-tree';
import { patternChanges, patternMeaning, reachSentence } from './pattern-words';
import { checkDraft, issueOf, withoutFields } from './role-form-schema';
import { startOpen, treeRows } from './tree-rows';

const operations: RoleOperation[] = [
  { code: 'env.control.Start', summary: 'Start it', reach: 'changes' },
  { code: 'env.control.Stop', summary: 'Stop it', reach: 'changes' },
  { code: 'env.control.Delete', summary: 'Delete it', reach: 'destroys' },
  { code: 'env.file.Read', summary: 'Read a file', reach: 'reads' },
  { code: 'shop.cart.Open', summary: 'Open the cart', reach: 'reads' },
];
const tree = patternTree(operations);
const everything = ['*', 'env.*', 'shop.*', 'env.control.*', 'env.file.*', 'shop.cart.*'].concat(
  operations.map(({ code }) => code),
);
const set = (...patterns: string[]): Patterns => new Set(patterns);
const matched = (patterns: Patterns) =>
  operations
    .map(({ code }) => code)
    .filter((code) => [...patterns].some((pattern) => matchesPattern(pattern, code)));

describe('the tree of patterns', () => {
  it('ticks a component as a wildcard, and its parts go into it', () => {
    const parts = set('env.control.Start', 'env.file.Read');
    expect(tickOf(parts, 'env.control.*')).toBe('some');
    expect([...togglePattern(tree, parts, 'env.control.*')]).toEqual(['env.file.Read', 'env.control.*']);
  });

  it('lets a wildcard fall apart into what is left of it', () => {
    expect([...withoutPattern(tree, set('env.*'), 'env.control.Stop')]).toEqual([
      'env.control.Start',
      'env.control.Delete',
      'env.file.*',
    ]);
    expect([...withoutPattern(tree, set('*'), 'env.*')]).toEqual(['shop.*']);
    expect([...withoutPattern(tree, set('billing.*', 'env.file.*'), 'env.*')]).toEqual(['billing.*']);
  });

  it('all operations by hand are not the wildcard: what comes later is not in them', () => {
    const byHand = set('env.file.Read');
    expect([tickOf(byHand, 'env.file.*'), heldIn(tree, byHand)]).toEqual(['some', 1]);
  });

  it('any toggling gives exactly the operations that were meant, and no pattern within another', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...everything), { maxLength: 12 }), (toggled) => {
        let patterns: Patterns = set();
        for (const pattern of toggled) {
          const inside = matched(set(pattern));
          const isOn = tickOf(patterns, pattern) !== 'all';
          const expected = new Set(matched(patterns));
          for (const code of inside)
            if (isOn) expected.add(code);
            else expected.delete(code);
          patterns = togglePattern(tree, patterns, pattern);
          expect(new Set(matched(patterns))).toEqual(expected);
          expect(heldIn(tree, patterns)).toBe(expected.size);
          for (const each of patterns) {
            const others = set(...[...patterns].filter((other) => other !== each));
            expect(tickOf(others, each)).not.toBe('all');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('knows no node for a pattern that the catalog does not list', () => {
    expect(nodeOf(tree, 'billing.*')).toBeNull();
    expect(nodeOf(tree, 'env.control.Sleep')).toBeNull();
    expect(nodeOf(tree, 'env.control.*')?.size).toBe(3);
    expect([...withPattern(set('env.control.Sleep'), 'env.*')]).toEqual(['env.*']);
  });
});

describe('the lines of the tree', () => {
  const lines = (filter: Partial<Parameters<typeof treeRows>[2]>, patterns = set()) =>
    treeRows(tree, patterns, { query: '', isOnlyChecked: false, open: new Set(), ...filter }).map(
      ({ node }) => node.pattern,
    );

  it('shows components folded, and opens those held in part', () => {
    expect(lines({})).toEqual(['*', 'env.*', 'env.control.*', 'env.file.*', 'shop.*', 'shop.cart.*']);
    expect([...startOpen(tree, set('env.control.Stop', 'shop.cart.*'))]).toEqual(['env.control.*']);
  });

  it('a search finds every word in code or summary, whatever is folded', () => {
    expect(lines({ query: 'STOP env' })).toEqual(['env.*', 'env.control.*', 'env.control.Stop']);
    expect(lines({ query: 'moon' })).toEqual([]);
  });

  it('only checked shows what is held, by wildcards too', () => {
    expect(lines({ isOnlyChecked: true }, set('env.file.*'))).toEqual([
      '*',
      'env.*',
      'env.file.*',
      'env.file.Read',
    ]);
    expect(lines({ isOnlyChecked: true })).toEqual([]);
  });
});

describe('what a change of patterns means', () => {
  it('names a wildcard with what is in it, and says what matches nothing', () => {
    expect(patternMeaning('env.control.*', operations)).toBe('3 operations, and those to come');
    expect(patternMeaning('env.control.Stop', operations)).toBe('Stop it');
    expect(patternMeaning('billing.*', operations)).toBe('matches nothing now');
    expect(reachSentence(['env.*'], operations)).toBe(
      'It matches 4 of 5 operations: 1 read, 2 change, 1 destroy.',
    );
    expect(reachSentence([], operations)).toBe('It matches no operation yet.');
  });

  it('a wildcard that falls apart loses what goes, not all that it had', () => {
    const after = ['env.control.Start', 'env.control.Stop', 'env.file.*'];
    expect(patternChanges(['env.*'], after, operations)).toEqual({
      added: [],
      removed: [
        { pattern: 'env.control.Delete', note: 'Delete it' },
        { pattern: 'env.*', note: '3 of 4 stay; those to come are no longer in it' },
      ],
    });
    expect(patternChanges(['env.control.Stop'], ['env.control.*'], operations).added).toEqual([
      { pattern: 'env.control.*', note: '2 of 3 are new, and those to come' },
    ]);
  });
});

describe('the form of a role', () => {
  it('makes a key of a name', () => {
    expect(keyFromName('Night operators (Zürich)')).toBe('night-operators-zurich');
    expect(keyFromName('1st line')).toBe('st-line');
    expect(keyFromName('夜')).toBe('');
    expect(keyFromName('a'.repeat(39) + ' b')).toBe('a'.repeat(39));
  });

  it('checks a draft by the schema of the verb, and names each field', () => {
    const draft = { name: 'Night', key: 'night', summary: 'At night', patterns: set('env.*') };
    expect(checkDraft(draft)).toEqual({ isOk: true, role: { ...draft, patterns: ['env.*'] } });
    const checked = checkDraft({ name: ' ', key: 'Night', summary: 'x', patterns: set() });
    const issues = checked.isOk ? [] : checked.issues;
    expect(issueOf(issues, 'name')).toBe('The name is empty.');
    expect(issueOf(issues, 'key')).toContain('begins with a letter');
    expect(issueOf(issues, 'patterns')).toBe('A role holds at least one permission.');
    expect(issueOf(issues, 'summary')).toBeUndefined();
    expect(withoutFields(issues, ['name', 'key']).map(({ path }) => path)).toEqual(['patterns']);
  });
});
