import ipaddr from 'ipaddr.js';

type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Addresses and CIDR ranges (accepted by lib/env) in a form that can be matched. */
export function parseRanges(ranges: readonly string[]): readonly Range[] {
  return ranges.map((range) => {
    if (range.includes('/')) return ipaddr.parseCIDR(range);
    const address = ipaddr.process(range);
    return [address, address.kind() === 'ipv4' ? 32 : 128] as const;
  });
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, ranges: readonly Range[]): boolean {
  return ranges.some(
    ([network, bits]) => network.kind() === address.kind() && address.match([network, bits]),
  );
}

/** True when the socket's other end is one of the trusted proxies. */
export function isTrustedProxy(socketAddress: string | undefined, trusted: readonly Range[]): boolean {
  if (trusted.length === 0 || socketAddress === undefined || !ipaddr.isValid(socketAddress)) return false;
  return isWithin(ipaddr.process(socketAddress), trusted);
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
  const direct = normalise(socketAddress);
  if (forwardedFor === undefined || !isTrustedProxy(socketAddress, trusted)) return direct;
  let believed = direct;
  for (const part of forwardedFor.split(',').reverse()) {
    const text = part.trim();
    if (!ipaddr.isValid(text)) return believed;
    believed = ipaddr.process(text).toString();
    if (!isWithin(ipaddr.process(text), trusted)) return believed;
  }
  return believed;
}

function normalise(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  return address.startsWith('::ffff:') && ipaddr.isValid(address)
    ? ipaddr.process(address).toString()
    : address;
}
