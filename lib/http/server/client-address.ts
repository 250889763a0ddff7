import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

/** An address as text and in a form that can be matched; IPv4 in IPv6 is IPv4. */
interface ReadAddress {
  text: string;
  parsed: Address;
}

/** Addresses and CIDR ranges (accepted by lib/env) in a form that can be matched. */
export function parseRanges(ranges: readonly string[]): readonly Range[] {
  return ranges.map((range) => {
    if (range.includes('/')) return ipaddr.parseCIDR(range);
    const address = ipaddr.process(range);
    return [address, address.kind() === 'ipv4' ? 32 : 128] as const;
  });
}

// The same few come again and again, and reading one takes longer than a decision does.
const lately = new LRUCache<string, ReadAddress>({ max: 10_000 });
const longestAddress = 64;

function readAddress(text: string): ReadAddress | null {
  const known = lately.get(text);
  if (known !== undefined) return known;
  if (text.length > longestAddress || !ipaddr.isValid(text)) return null;
  const parsed = ipaddr.process(text);
  const read = { text: parsed.toString(), parsed };
  lately.set(text, read);
  return read;
}

function isWithin({ parsed }: ReadAddress, ranges: readonly Range[]): boolean {
  return ranges.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match([network, bits]));
}

/** True when the socket's other end is one of the trusted proxies. */
export function isTrustedProxy(socketAddress: string | undefined, trusted: readonly Range[]): boolean {
  if (trusted.length === 0 || socketAddress === undefined) return false;
  const read = readAddress(socketAddress);
  return read !== null && isWithin(read, trusted);
}

/** A socket's other end in the one way in which addresses are written; `unknown` where it is gone. */
export function plainAddress(socketAddress: string | undefined): string {
  if (socketAddress === undefined) return 'unknown';
  return readAddress(socketAddress)?.text ?? socketAddress;
}

/**
 * The client's address (API-9). `X-Forwarded-For` counts only when the socket's other end is a trusted proxy; it is read
 * from the right, and the first address that is not a trusted proxy is the client. Anything malformed ends the walk at
 * the last address that could be believed. IPv4 in IPv6 is written as IPv4.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trusted: readonly Range[],
): string {
  const direct = plainAddress(socketAddress);
  if (forwardedFor === undefined || !isTrustedProxy(socketAddress, trusted)) return direct;
  let believed = direct;
  for (const part of forwardedFor.split(',').reverse()) {
    const read = readAddress(part.trim());
    if (read === null) return believed;
    believed = read.text;
    if (!isWithin(read, trusted)) return believed;
  }
  return believed;
}
