import ipaddr from 'ipaddr.js';
import { z } from 'zod';

type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Reads `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`; null for anything else. IPv4 in IPv6 counts as IPv4. Shorthands that
 * the library knows besides (`10.1`, `0x7f.1`, zones) are refused: two readers could take them for two addresses.
 */
export function parseAddressRange(text: string): Range | null {
  const [host = '', bits, ...rest] = text.split('/');
  if (rest.length > 0 || !isPlainAddress(host)) return null;
  const parsed = ipaddr.parse(host);
  const whole = parsed.kind() === 'ipv4' ? 32 : 128;
  if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > whole)) return null;
  const length = bits === undefined ? whole : Number(bits);
  const mapped = parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() && length >= 96;
  return mapped ? [parsed.toIPv4Address(), length - 96] : [parsed, length];
}

/** The one way in which a range is written: the network's first address, and its bits unless it is a single address. */
export function formatAddressRange([address, bits]: Range): string {
  const isIpv4 = address instanceof ipaddr.IPv4;
  const network = (
    isIpv4
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address.toString()}/${bits}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${bits}`)
  ).toString();
  return bits === (isIpv4 ? 32 : 128) ? network : `${network}/${bits}`;
}

/** True when every address of `inner` lies in `outer`; both as formatAddressRange writes them. */
export function coversRange(outer: string, inner: string): boolean {
  const [wide, narrow] = [parseAddressRange(outer), parseAddressRange(inner)];
  return wide !== null && narrow !== null && wide[1] <= narrow[1] && isIn(narrow[0], [wide]);
}

/** An address or a CIDR range, IPv4 or IPv6; written in the one way. */
export const addressRangeSchema = z
  .string()
  .max(64, { error: 'An address has at most 64 characters.' })
  .transform((text, context) => {
    const range = parseAddressRange(text.trim());
    if (range !== null) return formatAddressRange(range);
    context.addIssue({
      code: 'custom',
      message: `${text.trim() === '' ? 'Nothing' : text.trim()} is neither an address nor a range such as 192.0.2.0/24.`,
    });
    return z.NEVER;
  });

// A token's list is one object as long as the cache holds it: it is parsed once.
const parsedLists = new WeakMap<readonly string[], readonly Range[]>();

/** True when an address lies in one of the ranges. An address that cannot be read lies in none. */
export function isWithinRanges(address: string, ranges: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = parsedLists.get(ranges) ?? ranges.map(parseAddressRange).filter((range) => range !== null);
  parsedLists.set(ranges, parsed);
  return isIn(ipaddr.process(address), parsed);
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, ranges: readonly Range[]): boolean {
  return ranges.some(
    ([network, bits]) => network.kind() === address.kind() && address.match([network, bits]),
  );
}

function isPlainAddress(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text)
    ? ipaddr.IPv4.isValidFourPartDecimal(text)
    : /^[\da-f:.]+$/i.test(text) && text.includes(':') && ipaddr.IPv6.isValid(text);
}
