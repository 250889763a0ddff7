import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddress, parseRanges } from './client-address';

const trusted = parseRanges(['10.0.0.0/8', '2001:db8::/32', '127.0.0.1']);

describe('API-9 the client address', () => {
  test.each([
    ['a direct client', '203.0.113.5', undefined, '203.0.113.5'],
    ['a direct client that forges the header', '203.0.113.5', '192.0.2.1', '203.0.113.5'],
    ['a client behind a trusted proxy', '10.1.1.1', '203.0.113.5', '203.0.113.5'],
    ['a client that forges the left of the list', '10.1.1.1', '192.0.2.1, 203.0.113.5', '203.0.113.5'],
    ['two trusted proxies', '127.0.0.1', '203.0.113.5, 10.2.2.2', '203.0.113.5'],
    ['a chain of trusted proxies alone', '127.0.0.1', '10.3.3.3, 10.2.2.2', '10.3.3.3'],
    ['rubbish in the list', '10.1.1.1', 'unknown, 203.0.113.5\r\nX: y', '10.1.1.1'],
    ['an obfuscated hop', '10.1.1.1', '192.0.2.1, _hidden, 10.2.2.2', '10.2.2.2'],
    ['a trusted proxy over IPv6', '2001:db8::1', '2001:db9::7', '2001:db9::7'],
    ['IPv4 in IPv6', '::ffff:10.1.1.1', '::ffff:203.0.113.5', '203.0.113.5'],
  ])('%s', (_, socket, forwarded, expected) => {
    expect(clientAddress(socket, forwarded, trusted)).toBe(expected);
  });

  test('no header changes the address of a socket that is no trusted proxy', () => {
    fc.assert(
      fc.property(fc.string(), fc.ipV4(), (forwarded, socket) => {
        expect(clientAddress(socket, forwarded, parseRanges([]))).toBe(socket);
      }),
    );
  });
});
