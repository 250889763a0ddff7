import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSelection, selectFrom, type Selection } from './field-selection';

const token = {
  id: 'x',
  name: 'build',
  profile: { id: 'p', username: 'vera' },
  expires: { iso: 'z', timestamp: 1 },
};
const created = { first: token, second: 'secret' };
const pick = (value: unknown, text: string) => {
  const selection = parseSelection(text);
  if (selection === null) throw new Error(text);
  return selectFrom(value, selection);
};

describe('a selection of fields', () => {
  it.each([
    ['first(id,name,scope),second', { first: { id: 'x', name: 'build' }, second: 'secret' }],
    ['first( id , profile ( username ) )', { first: { id: 'x', profile: { username: 'vera' } } }],
    ['first(id),first(name)', { first: { id: 'x', name: 'build' } }],
    ['first,first(id)', { first: token }],
    ['second(id)', { second: 'secret' }],
    ['*', created],
    ['*,first(id)', { first: { id: 'x' }, second: 'secret' }],
    ['third', {}],
    ['constructor,toString,__proto__', {}],
  ])('%s', (text, expected) => {
    expect(pick(created, text)).toEqual(expected);
  });

  it('is made of every element of a list', () => {
    expect(pick({ data: [token, token], next: '2' }, 'data(id)')).toEqual({
      data: [{ id: 'x' }, { id: 'x' }],
    });
  });

  it.each([
    '',
    ',',
    'a,',
    ',a',
    'a(',
    'a()',
    'a(b',
    'a)',
    'a(b))',
    '(a)',
    'a(b)c',
    'a b',
    'a.b',
    '**',
    'a(b,)',
    "a';--",
    'é',
    'a\nb',
    'x'.repeat(65),
    `${'a('.repeat(8)}a${')'.repeat(8)}`,
  ])('refuses %j', (text) => {
    expect(parseSelection(text)).toBeNull();
  });

  it('goes eight levels deep and is 2,000 characters long at most', () => {
    expect(parseSelection('a,'.repeat(1_001).slice(0, -1))).toBeNull();
    expect(parseSelection('a,'.repeat(1_000).slice(0, -1))).not.toBeNull();
    expect(parseSelection(`${'a('.repeat(7)}a${')'.repeat(7)}`)).not.toBeNull();
  });

  it('never throws, on any text and any value', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'ab*(),_ $1'), maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.jsonValue(), (text, value) => {
        const selection = parseSelection(text);
        if (selection !== null) selectFrom(value, selection);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is read as it is written', () => {
    const print = (selection: Selection): string =>
      [...selection]
        .map(([name, nested]) => (nested === null ? name : `${name}(${print(nested)})`))
        .join(',');
    const name = fc.string({ unit: fc.constantFrom(...'abcXYZ_'), minLength: 1, maxLength: 4 });
    const { selection } = fc.letrec<{ selection: Selection }>((tie) => ({
      selection: fc
        .uniqueArray(fc.tuple(name, fc.option(tie('selection'), { maxDepth: 5 })), {
          selector: ([each]) => each,
          minLength: 1,
          maxLength: 4,
        })
        .map((members) => new Map(members)),
    }));
    fc.assert(
      fc.property(selection, (each) => {
        const text = print(each);
        fc.pre(text.length <= 2_000);
        expect(parseSelection(text)).toEqual(each);
      }),
    );
  });
});
