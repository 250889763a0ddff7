/**
 * What an address is counted by: IPv4 as it is, IPv6 by its /64, of which one customer has all addresses. Addresses come
 * normalised from the server; anything else is its own network.
 */
export function addressNetwork(address: string): string {
  if (!/^[\da-f:]+$/i.test(address) || !address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groupsOf = (text: string) => (text === '' ? [] : text.split(':'));
  const [left, right] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
