import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, formatHint, formatSecret, hasSecretShape, secretHint, secretLength } from './secret-format';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('formatSecret', () => {
  it('TOK-1 writes 32 bytes as td_pat_, 43 digits and 6 of checksum, losing nothing', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const secret = formatSecret(random);
        expect(secret).toMatch(/^td_pat_[0-9A-Za-z]{49}$/);
        expect(hasSecretShape(secret)).toBe(true);
        let value = 0n;
        for (const digit of secret.slice(7, 50)) value = value * 62n + BigInt(alphabet.indexOf(digit));
        expect(value).toBe(BigInt(`0x${Buffer.from(random).toString('hex')}`));
      }),
    );
  });

  it('takes bytes that lie within a larger buffer, and no other number of them', () => {
    const large = new Uint8Array(64).fill(7, 16, 48);
    expect(formatSecret(large.subarray(16, 48))).toBe(formatSecret(new Uint8Array(32).fill(7)));
    expect(() => formatSecret(new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('hasSecretShape', () => {
  it('TOK-2 refuses a secret with any one character changed', () => {
    const other = (digit: string) => (digit === 'a' ? 'b' : 'a');
    fc.assert(
      fc.property(bytes, fc.nat(secretLength - 1), (random, at) => {
        const secret = formatSecret(random);
        const wrong = secret.slice(0, at) + other(secret.charAt(at)) + secret.slice(at + 1);
        expect(hasSecretShape(wrong)).toBe(false);
      }),
    );
  });

  it.each([
    '',
    'td_pat_',
    ' ',
    'td_pat_é'.padEnd(56, 'a'),
    'TD_PAT_'.padEnd(56, '0'),
    'td_pat_'.padEnd(56, '0'),
  ])('TOK-2 refuses %j', (text) => {
    expect(hasSecretShape(text)).toBe(false);
  });

  it('TOK-2 refuses a right secret with a line end or a blank around it', () => {
    const secret = formatSecret(new Uint8Array(32).fill(9));
    for (const text of [`${secret}\n`, ` ${secret}`, `${secret} `]) expect(hasSecretShape(text)).toBe(false);
  });
});

describe('crc32', () => {
  it('is the IEEE one', () => {
    expect(crc32('123456789')).toBe(0xcbf43926);
  });
});

describe('secretHint', () => {
  it('TOK-6 shows the first and last four characters alone', () => {
    const secret = formatSecret(new Uint8Array(32).fill(200));
    const shown = formatHint(secretHint(secret));
    expect(shown).toBe(`td_pat_${secret.slice(7, 11)}…${secret.slice(-4)}`);
    expect(shown).toHaveLength(16);
  });
});
