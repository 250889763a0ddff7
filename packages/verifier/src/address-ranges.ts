/** A range of addresses: 16-bit words of its network, two for IPv4 and eight for IPv6, and how many bits of them count. */
export interface AddressRange {
  words: readonly number[];
  bits: number;
}

/** Reads `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`, as the desk writes them; null for anything else. */
export function parseRange(text: string): AddressRange | null {
  const [host = '', length, ...rest] = text.split('/');
  const words = parseAddress(host);
  if (words === null || rest.length > 0) return null;
  const whole = words.length * 16;
  if (length === undefined) return { words, bits: whole };
  const bits = Number(length);
  return /^\d{1,3}$/.test(length) && bits <= whole ? { words, bits } : null;
}

/** True when an address lies in one of the ranges. An address that cannot be read lies in none. */
export function isWithinRanges(address: string, ranges: readonly AddressRange[]): boolean {
  const words = parseAddress(address);
  return words !== null && ranges.some((range) => isWithin(words, range));
}

function isWithin(words: readonly number[], { words: network, bits }: AddressRange): boolean {
  if (words.length !== network.length) return false;
  for (let index = 0, left = bits; left > 0; index += 1, left -= 16) {
    const mask = left >= 16 ? 0xffff : (0xffff << (16 - left)) & 0xffff;
    if ((((words[index] ?? 0) ^ (network[index] ?? 0)) & mask) !== 0) return false;
  }
  return true;
}

/** The words of an address. IPv4 in IPv6 is IPv4. Shorthands that two readers could take for two addresses are none. */
function parseAddress(text: string): readonly number[] | null {
  if (!text.includes(':')) return parseIpv4(text);
  const [, dotted] = /^::ffff:([\d.]+)$/i.exec(text) ?? [];
  const words = dotted === undefined ? parseIpv6(text) : parseIpv4(dotted);
  const isMapped =
    words?.length === 8 && words.slice(0, 5).every((word) => word === 0) && words[5] === 0xffff;
  return isMapped ? words.slice(6) : words;
}

function parseIpv4(text: string): number[] | null {
  if (!/^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(text)) return null;
  const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number);
  return Math.max(a, b, c, d) > 255 ? null : [a * 256 + b, c * 256 + d];
}

function parseIpv6(text: string): number[] | null {
  const halves = text.split('::');
  const [head, tail] = halves.map(parseGroups);
  if (head === undefined || head === null || halves.length > 2) return null;
  if (tail === undefined) return head.length === 8 ? head : null;
  if (tail === null || head.length + tail.length > 7) return null;
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

/** Groups between colons. */
function parseGroups(text: string): number[] | null {
  if (text === '') return [];
  const groups = text.split(':');
  const areRead = groups.length <= 8 && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
  return areRead ? groups.map((group) => Number.parseInt(group, 16)) : null;
}
