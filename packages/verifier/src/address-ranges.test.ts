import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatAddressRange,
  isWithinRanges as isWithinAtDesk,
  parseAddressRange,
} from '@/lib/domain/address-range';
import { isWithinRanges, parseRange } from './address-ranges';

const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.ipV4().map((each) => `::ffff:${each}`),
  // Near each other, so that ranges hold some.
  fc.tuple(fc.nat(3), fc.nat(255)).map(([net, host]) => `192.0.${net}.${host}`),
  fc.tuple(fc.nat(3), fc.nat(0xffff)).map(([net, host]) => `2001:db8:${net}::${host.toString(16)}`),
);
const range = fc
  .tuple(address, fc.option(fc.nat(128)))
  .map(([host, bits]) => (bits === null ? host : `${host}/${bits}`));
/** IPv4 at the end of IPv6 is read by the desk alone, but for IPv4 in IPv6. */
const isReadByBoth = (host: string) => !/^(?!::ffff:).*:.*\./i.test(host);
const inPlaceOf = fc
  .tuple(range, address.filter(isReadByBoth))
  .map(([ranged, inside]) => [ranged, inside] as const);

/** A range as the desk stores it; null for none. */
function stored(text: string): string | null {
  const parsed = parseAddressRange(text);
  return parsed === null ? null : formatAddressRange(parsed);
}

test('an address is in a range exactly when the desk says so, IPv4 and IPv6 alike', () => {
  fc.assert(
    fc.property(inPlaceOf, ([text, host]) => {
      const normal = stored(text);
      if (normal === null) return;
      const parsed = parseRange(normal);
      expect(parsed, normal).not.toBeNull();
      const isWithin = parsed !== null && isWithinRanges(host, [parsed]);
      expect(isWithin, `${host} in ${normal}`).toBe(isWithinAtDesk(host, [normal]));
    }),
    { numRuns: 5_000 },
  );
});

test('what two readers could take for two addresses is in no range', () => {
  const everywhere = ['0.0.0.0/0', '::/0'].map(parseRange).filter((each) => each !== null);
  expect(everywhere).toHaveLength(2);
  for (const text of [
    '',
    '10.1',
    '0x7f.1',
    '010.0.0.1',
    '1.2.3.4.5',
    '256.0.0.1',
    'fe80::1%eth0',
    '1::2::3',
    ':::',
    '::1.2.3',
    'g::',
    '1:2:3:4:5:6:7:8:9',
    'unknown',
    ' 1.2.3.4',
    '1.2.3.4:80',
  ])
    expect(isWithinRanges(text, everywhere), text).toBe(false);
  for (const text of ['1.2.3.4/33', '::/129', '1.2.3.4/', '1.2.3.4/-1', '1.2.3.4/8/8', 'any', ''])
    expect(parseRange(text), text).toBeNull();
});

test('nothing that the package lets in would be refused by the desk', () => {
  fc.assert(
    fc.property(
      fc.oneof(address, fc.string({ maxLength: 20 }), fc.stringMatching(/^[\da-f:.]{2,24}$/)),
      (host) => {
        for (const text of ['0.0.0.0/0', '::/0', '192.0.0.0/22', '2001:db8::/47']) {
          const parsed = parseRange(text);
          if (parsed !== null && isWithinRanges(host, [parsed]))
            expect(isWithinAtDesk(host, [text]), host).toBe(true);
        }
      },
    ),
    { numRuns: 3_000 },
  );
});
