import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import {
  addressRangeSchema,
  coversRange,
  formatAddressRange,
  isWithinRanges,
  parseAddressRange,
} from './address-range';

/** The one way in which a text is written; null where it is refused. */
function normalised(text: string): string | null {
  const range = parseAddressRange(text);
  return range === null ? null : formatAddressRange(range);
}

describe('an address or a range', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7/32', '192.0.2.7'],
    ['192.0.2.7/24', '192.0.2.0/24'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['255.255.255.255/0', '0.0.0.0/0'],
    ['10.0.0.255/31', '10.0.0.254/31'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['2001:db8::1/128', '2001:db8::1'],
    ['2001:db8:ffff::/32', '2001:db8::/32'],
    ['::/0', '::/0'],
    ['::1', '::1'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['::ffff:192.0.2.7/120', '192.0.2.0/24'],
    ['::ffff:0:0/96', '0.0.0.0/0'],
    ['::ffff:192.0.2.7/95', '::fffe:0:0/95'],
  ])('%s is written %s', (text, written) => {
    expect(normalised(text)).toBe(written);
  });

  it.each([
    ['nothing', ''],
    ['a short form', '10.1'],
    ['a number', '3232235777'],
    ['hexadecimal', '0x7f.0.0.1'],
    ['hexadecimal as a whole', '0x7f000001'],
    ['octal', '0177.0.0.1'],
    ['a leading zero', '192.0.02.7'],
    ['five parts', '192.0.2.7.1'],
    ['a part too large', '192.0.2.256'],
    ['a negative part', '192.0.2.-1'],
    ['too many bits of IPv4', '192.0.2.7/33'],
    ['too many bits of IPv6', '::/129'],
    ['negative bits', '::/-1'],
    ['no bits', '192.0.2.7/'],
    ['two slashes', '192.0.2.0/24/24'],
    ['a netmask', '192.0.2.0/255.255.255.0'],
    ['bits with a sign', '192.0.2.0/+24'],
    ['bits in hexadecimal', '192.0.2.0/0x18'],
    ['a space inside', '192.0.2.0 /24'],
    ['a space before', ' 192.0.2.7'],
    ['a zone', 'fe80::1%eth0'],
    ['brackets', '[2001:db8::1]'],
    ['a port', '192.0.2.7:80'],
    ['Arabic digits', '١٩٢.0.2.7'],
    ['full-width digits', '１９２.0.2.7'],
    ['full-width bits', '192.0.2.0/２４'],
    ['an ideographic stop', '192。0.2.7'],
    ['a name', 'localhost'],
    ['two runs of zeros', '2001::db8::1'],
    ['a star', '192.0.2.*'],
    ['a span', '192.0.2.1-192.0.2.9'],
  ])('%s is refused: %s', (_what, text) => {
    expect(normalised(text)).toBeNull();
  });

  it('the field trims spaces around, and its refusal repeats what was typed', () => {
    expect(addressRangeSchema.parse(' 192.0.2.9/24 ')).toBe('192.0.2.0/24');
    const message = (text: string) => addressRangeSchema.safeParse(text).error?.issues[0]?.message;
    expect(message('10.1')).toBe('10.1 is neither an address nor a range such as 192.0.2.0/24.');
    expect(message('  ')).toBe('Nothing is neither an address nor a range such as 192.0.2.0/24.');
    expect(message('1'.repeat(65))).toBe('An address has at most 64 characters.');
  });
});

/** An address as its bits, by a reader of its own. */
interface Bits {
  kind: 4 | 6;
  value: bigint;
}

const written = ({ kind, value }: Bits): string => {
  if (kind === 4) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  return [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n]
    .map((shift) => ((value >> shift) & 0xffffn).toString(16))
    .join(':');
};
const widthOf = (kind: 4 | 6) => (kind === 4 ? 32 : 128);
const isMapped = ({ kind, value }: Bits) => kind === 6 && value >> 32n === 0xffffn;

/** True when the first bits are the same: what CIDR means. IPv4 in IPv6 is left to the table above. */
function isIn(address: Bits, range: Bits & { bits: number }): boolean {
  const rest = BigInt(widthOf(range.kind) - range.bits);
  return address.kind === range.kind && address.value >> rest === range.value >> rest;
}

const bitsOf = (kind: 4 | 6): fc.Arbitrary<Bits> =>
  fc
    .bigInt({ min: 0n, max: (1n << BigInt(widthOf(kind))) - 1n })
    .map((value) => ({ kind, value }))
    .filter((address) => !isMapped(address));
const addressArbitrary = fc.constantFrom(4 as const, 6 as const).chain(bitsOf);
const rangeArbitrary = addressArbitrary.chain((address) =>
  fc.integer({ min: 0, max: widthOf(address.kind) }).map((bits) => ({ ...address, bits })),
);
/** A range, and an address that differs from it in one bit alone: near every edge. */
const nearArbitrary = rangeArbitrary.chain((range) =>
  fc.integer({ min: 0, max: widthOf(range.kind) - 1 }).map((flipped) => ({
    range,
    address: { kind: range.kind, value: range.value ^ (1n << BigInt(flipped)) } as Bits,
  })),
);
const textOf = (range: Bits & { bits: number }) => `${written(range)}/${range.bits}`;

describe('ranges against a reader of bits', () => {
  it('are written in one way, which is itself written so', () => {
    fc.assert(
      fc.property(rangeArbitrary, (range) => {
        const once = normalised(textOf(range)) ?? '';
        return once !== '' && normalised(once) === once;
      }),
      { numRuns: 3_000 },
    );
  });

  it('hold exactly the addresses that share their first bits', () => {
    fc.assert(
      fc.property(nearArbitrary, addressArbitrary, ({ range, address }, any) =>
        [address, any]
          .filter((each) => !isMapped(each))
          .every((each) => isWithinRanges(written(each), [textOf(range)]) === isIn(each, range)),
      ),
      { numRuns: 5_000 },
    );
  });

  it('cover another exactly when they hold its first and its last address', () => {
    fc.assert(
      fc.property(rangeArbitrary, rangeArbitrary, fc.integer({ min: 0, max: 128 }), (outer, other, bits) => {
        const inner = { ...outer, bits: Math.min(bits, widthOf(outer.kind)) };
        return [other, inner].every((each) => {
          const rest = BigInt(widthOf(each.kind) - each.bits);
          const first = { kind: each.kind, value: (each.value >> rest) << rest };
          const last = { kind: each.kind, value: first.value | ((1n << rest) - 1n) };
          return coversRange(textOf(outer), textOf(each)) === (isIn(first, outer) && isIn(last, outer));
        });
      }),
      { numRuns: 5_000 },
    );
  });

  it('agree with the library on which addresses there are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), addressArbitrary.map(written)), (text) => {
        const read = normalised(text);
        return read === null || read === ipaddr.process(text).toString();
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('a request’s address', () => {
  it.each([
    ['192.0.2.7', ['192.0.2.0/24'], true],
    ['::ffff:192.0.2.7', ['192.0.2.0/24'], true],
    ['192.0.2.7', [], false],
    ['unknown', ['0.0.0.0/0', '::/0'], false],
    ['', ['0.0.0.0/0', '::/0'], false],
    ['192.0.2.7', ['::/0'], false],
    ['192.0.2.7', ['no range at all'], false],
    ['2001:db8::1', ['192.0.2.0/24', '2001:db8::/32'], true],
  ])('%s in %j: %s', (address, ranges, is) => {
    expect(isWithinRanges(address, ranges)).toBe(is);
  });
});
