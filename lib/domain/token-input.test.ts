import { describe, expect, it } from 'vitest';
import { contextSchema, coversContext } from './context';
import { accessSchema } from './grant';
import { parseInput } from './parse-input';
import { matchesPattern, permissionPatternSchema, permissionSchema } from './permission';
import { generateTokenSchema, removeTokensSchema, tokenFieldsSchema } from './token-input';

const id = 'A'.repeat(22);
const stop = 'environment.control.StopEnv';
const entry = { context: 'project:shop', permissions: [stop] };
const fields = { description: 'x', expiry: 'never', access: { kind: 'full' }, mayUseInUrls: false };
const issuesOf = (input: unknown) => {
  const parsed = generateTokenSchema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
};

describe('accessSchema', () => {
  it.each([
    ['no entries', { kind: 'limited', entries: [] }],
    ['an empty permission list', { kind: 'limited', entries: [{ context: 'global', permissions: [] }] }],
    ['a context twice', { kind: 'limited', entries: [entry, entry] }],
    [
      'more than fifty contexts',
      {
        kind: 'limited',
        entries: Array.from({ length: 51 }, (_, n) => ({ ...entry, context: `project:p${n}` })),
      },
    ],
    ['a set and permissions at once', { kind: 'limited', entries: [{ ...entry, set: 'IDE Plugins' }] }],
    ['full access with entries', { kind: 'full', entries: [entry] }],
    ['another kind', { kind: 'admin' }],
    [
      'a malformed permission',
      { kind: 'limited', entries: [{ context: 'global', permissions: ['StopEnv'] }] },
    ],
    ['a pattern', { kind: 'limited', entries: [{ context: 'global', permissions: ['environment.*'] }] }],
    ['a malformed context', { kind: 'limited', entries: [{ ...entry, context: 'shop' }] }],
  ])('refuses %s', (_what, access) => {
    expect(accessSchema.safeParse(access).success).toBe(false);
  });
});

describe('token input', () => {
  it.each(['id', 'ownerId', 'userId', 'digest', 'hash', 'createdAt', 'version', 'keyId', 'removedAt'])(
    'AZ-5 refuses a field %s that nobody may set',
    (name) => {
      expect(tokenFieldsSchema.safeParse({ ...fields, [name]: 'x' }).success).toBe(false);
      expect(generateTokenSchema.safeParse({ fields, proof: { password: 'x' }, [name]: 'x' }).success).toBe(
        false,
      );
    },
  );

  it('says of each mistake at which field it is', () => {
    expect(
      issuesOf({ fields: { ...fields, description: 7, expiry: '31-02-2027' }, proof: { password: '' } }),
    ).toEqual(['fields.description', 'fields.expiry', 'proof.password']);
    expect(issuesOf({ fields, proof: {} })).toEqual(['proof.password']);
    expect(() => parseInput(generateTokenSchema, null)).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
  });

  it('AZ-6 refuses a removal of none, of one twice, and of more than a thousand', () => {
    const proof = { password: 'x' };
    const remove = (tokens: unknown[]) => removeTokensSchema.safeParse({ tokens, proof }).success;
    expect(remove([])).toBe(false);
    expect(
      remove([
        { id, version: 1 },
        { id, version: 2 },
      ]),
    ).toBe(false);
    expect(
      remove(Array.from({ length: 1_001 }, (_, n) => ({ id: String(n).padStart(22, '0'), version: 1 }))),
    ).toBe(false);
    expect(remove([{ id, version: 1 }])).toBe(true);
  });
});

describe('names', () => {
  it.each(['a.b', 'a.b.c.d', 'A.b.C', 'a..c', 'a.b.C ', '__proto__', `a.b.${'C'.repeat(160)}`, 'a.b.Ć'])(
    'refuses the permission %j',
    (code) => {
      expect(permissionSchema.safeParse(code).success).toBe(false);
    },
  );

  it('takes patterns that end at a dot, and no other', () => {
    for (const pattern of ['*', 'a.*', 'a.b.*', 'a.b.C'])
      expect(permissionPatternSchema.safeParse(pattern).success).toBe(true);
    for (const pattern of ['a*', 'a.b*', '*.b', 'a.*.C', '**', ''])
      expect(permissionPatternSchema.safeParse(pattern).success).toBe(false);
    expect(matchesPattern('a.b.*', 'a.bc.D')).toBe(false);
    expect(matchesPattern('a.*', 'ab.c.D')).toBe(false);
    expect(matchesPattern('*', 'not a code')).toBe(false);
  });

  it('global covers every context, and a project itself alone', () => {
    expect(coversContext('global', 'project:shop')).toBe(true);
    expect(coversContext('project:shop', 'global')).toBe(false);
    expect(coversContext('project:shop', 'project:shop2')).toBe(false);
    for (const context of ['Global', 'project:', 'project: shop', 'project:a b', 'project:../x/', ':x']) {
      expect(contextSchema.safeParse(context).success).toBe(false);
    }
  });
});
