import { expect, test } from 'vitest';
import { addressNetwork } from './address-network';

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
  ['', ''],
])('API-8 the address %j is counted as %j', (address, network) => {
  expect(addressNetwork(address)).toBe(network);
});
