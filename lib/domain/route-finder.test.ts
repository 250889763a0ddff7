import { describe, expect, it } from 'vitest';
import { serviceFixture } from '@/tests/support/services';
import { compileRoutes } from './route-finder';

const shop = serviceFixture(
  'shop',
  [
    'GET / =root',
    'GET /stores =listStores',
    'POST /stores =addStore',
    'GET /stores/{storeId} =getStore',
    'DELETE /stores/{storeId} =deleteStore',
    'GET /stores/mine =getMine',
    'GET /stores/{storeId}/orders =listOrders',
    'GET /stores/{storeId}/orders/ =listOrdersSlash',
    'POST /stores/{storeId}/orders/{orderId}:cancel =cancelOrder',
    'GET /stores/{storeId}/orders/{orderId} =getOrder',
    'GET /reports/{storeId}.csv =report',
    'GET /between/{storeId}-{other} =between',
    'OPTIONS /stores =optionsStores',
    'HEAD /reports =headReports',
    'GET /reports =listReports',
    'GET /users/me =getMe',
    'GET /users/{id} =getUser',
    'DELETE /users/{id} =deleteUser',
    'GET /users/{userId}/keys =listKeys',
    'POST /users/{name}/keys =addKey',
    'GET /x/{a}/c =viaA',
    'GET /x/b/{c} =viaB',
    'GET /größe/%24count =count',
  ],
  { contexts: { store: 'storeId' } },
);
const finder = compileRoutes([shop]);

function found(line: string): string {
  const [method = '', uri = ''] = line.split(' ');
  const route = finder.find(method, uri);
  return route.outcome === 'found'
    ? `${route.operation.code.slice('shop.api.'.length)} ${route.context}`
    : route.outcome;
}

describe('what a request stands for', () => {
  it.each([
    ['GET /', 'root global'],
    ['GET /stores', 'listStores global'],
    ['GET /stores?storeId=7&x=//../%2f', 'listStores global'],
    ['POST /stores', 'addStore global'],
    ['GET /stores/berlin', 'getStore store:berlin'],
    ['GET /stores/b%65rlin', 'getStore store:berlin'],
    ['DELETE /stores/7', 'deleteStore store:7'],
    ['GET /stores/mine', 'getMine global'],
    ['GET /stores/berlin/orders', 'listOrders store:berlin'],
    ['GET /stores/berlin/orders/', 'listOrdersSlash store:berlin'],
    ['GET /stores/berlin/orders/7', 'getOrder store:berlin'],
    ['POST /stores/berlin/orders/7:cancel', 'cancelOrder store:berlin'],
    ['GET /reports/berlin.csv', 'report store:berlin'],
    ['GET /reports/berlin.csv.csv', 'report store:berlin.csv'],
    ['GET /between/one-two', 'between store:one'],
    ['HEAD /stores', 'listStores global'],
    ['HEAD /reports', 'headReports global'],
    ['OPTIONS /stores', 'optionsStores global'],
    ['GET /users/7', 'getUser global'],
    ['GET /users/me', 'getMe global'],
    ['GET /users/7/keys', 'listKeys global'],
    ['POST /users/7/keys', 'addKey global'],
    ['GET /users/me/keys', 'listKeys global'],
    ['GET /gr%c3%b6%C3%9fe/%24count', 'count global'],
  ])('%s is %s', (line, expected) => expect(found(line)).toBe(expected));
});

describe('INT-7 what is not plainly one operation is none', () => {
  it.each([
    // No such path or method; a method counts only after the path, and methods have a case.
    ['GET /nowhere', 'unknown_path'],
    ['GET /stores/', 'unknown_path'],
    ['GET /stores/mine/', 'unknown_path'],
    ['GET /STORES', 'unknown_path'],
    ['DELETE /users/me', 'unknown_method'],
    ['OPTIONS /users/me', 'unknown_method'],
    ['PUT /stores', 'unknown_method'],
    ['get /stores', 'unknown_method'],
    // Text in another spelling: the service may take it for the literal, or for a parameter.
    ['GET /users/ME', 'ambiguous'],
    ['GET /users/%6de', 'ambiguous'],
    ['GET /stores/M%69ne', 'ambiguous'],
    ['GET /gr%C3%B6%C3%9Fe/$count', 'unknown_path'],
    ['POST /stores/7/orders/7:CANCEL', 'ambiguous-or-unknown'],
    ['GET /x/b/c', 'ambiguous'],
    ['GET /between/a-b-c', 'bad_context'],
    ['GET /between/a%2Db-c', 'bad_context'],
    ['GET /reports/berlin%2Ecsv', 'unknown_path'],
    // Contexts that cannot be.
    ['GET /stores/a%20b', 'bad_context'],
    ['GET /stores/a:b', 'bad_context'],
    ['GET /stores/%C3%A9', 'bad_context'],
    [`GET /stores/${'a'.repeat(129)}`, 'bad_context'],
    // Tricks with the path.
    ['GET /stores/%2e%2e', 'unsafe_path'],
    ['GET /stores/%2E', 'unsafe_path'],
    ['GET /stores/.%2e/mine', 'unsafe_path'],
    ['GET /stores/../mine', 'unsafe_path'],
    ['GET /stores/./mine', 'unsafe_path'],
    ['GET /stores/..;/mine', 'unsafe_path'],
    ['GET /stores/mine;a=b', 'unsafe_path'],
    ['GET /stores/mine%3ba=b', 'unsafe_path'],
    ['GET //stores', 'unsafe_path'],
    ['GET /stores//mine', 'unsafe_path'],
    ['GET /stores/%2f', 'unsafe_path'],
    ['GET /stores/a%2Fb', 'unsafe_path'],
    ['GET /stores/a%5cb', 'unsafe_path'],
    ['GET /stores/a\\b', 'unsafe_path'],
    ['GET /stores/a%00', 'unsafe_path'],
    ['GET /stores/a%0d%0ab', 'unsafe_path'],
    ['GET /stores/a%7F', 'unsafe_path'],
    ['GET /stores/a%C2%85', 'unsafe_path'],
    ['GET /stores/%252e%252e', 'unsafe_path'],
    ['GET /stores/%252Fx', 'unsafe_path'],
    ['GET /stores/mine#x', 'unsafe_path'],
    ['GET /stores?a#x', 'unsafe_path'],
    ['GET /stores/é', 'unsafe_path'],
    ['GET /stores?q=é', 'unsafe_path'],
    ['GET /stores/\u007f', 'unsafe_path'],
    ['GET /stores/%', 'bad_escape'],
    ['GET /stores/%4', 'bad_escape'],
    ['GET /stores/%zz', 'bad_escape'],
    ['GET /stores/%c0%ae%c0%ae', 'bad_escape'],
    ['GET /stores/%ff', 'bad_escape'],
    ['GET http://shop/stores', 'not_a_path'],
    ['GET stores', 'not_a_path'],
    ['OPTIONS *', 'not_a_path'],
    ['GET ', 'not_a_path'],
    ['GET ?x', 'not_a_path'],
    [`GET /stores/${'a'.repeat(8_192)}`, 'too_long'],
    [`GET /stores?${'a'.repeat(8_192)}`, 'too_long'],
  ])('%s: %s', (line, expected) => {
    if (expected === 'ambiguous-or-unknown') expect(['ambiguous', 'unknown_method']).toContain(found(line));
    else expect(found(line)).toBe(expected);
  });

  it('two operations of one method at paths of one shape are ambiguous', () => {
    const twice = compileRoutes([serviceFixture('a', ['GET /a/{x}', 'GET /a/{y}', 'PUT /a/{z}'])]);
    expect(twice.find('GET', '/a/1').outcome).toBe('ambiguous');
    expect(twice.find('HEAD', '/a/1').outcome).toBe('ambiguous');
    expect(twice.find('PUT', '/a/1').outcome).toBe('found');
  });

  it('an operation that is gone is no operation, and neither is one whose context stands nowhere', () => {
    const service = serviceFixture('a', ['GET /a', 'GET /b/{x}', 'GET /c']);
    const [gone, misled, plain] = service.operations;
    if (gone === undefined || misled === undefined || plain === undefined)
      throw new Error('three operations');
    const route = { ...misled.route, contextParameter: 'y' };
    const operations = [
      { ...gone, isGone: true as const },
      { ...misled, contextType: 'store', route },
      { ...plain, route: { ...plain.route, contextParameter: 'z' } },
    ];
    const changed = compileRoutes([{ ...service, operations }]);
    for (const path of ['/a', '/b/1', '/c']) expect(changed.find('GET', path).outcome).toBe('unknown_path');
  });

  it('a parameter that stands twice has one value', () => {
    const service = serviceFixture('a', ['GET /a/{storeId}/b/{storeId}'], { contexts: { store: 'storeId' } });
    const twice = compileRoutes([service]);
    expect(twice.find('GET', '/a/1/b/1')).toMatchObject({ outcome: 'found', context: 'store:1' });
    expect(twice.find('GET', '/a/1/b/2').outcome).toBe('bad_context');
  });
});

describe('several services', () => {
  const both = compileRoutes([
    serviceFixture('one', ['GET /users', 'GET /v2/{any}', 'GET /v2/users']),
    serviceFixture('two', ['GET /users', 'GET /'], { basePath: '/v2' }),
    serviceFixture('three', ['GET /users', 'GET /three'], { basePath: '/v2/' }),
  ]);
  it.each([
    ['/users', 'one.api.get0'],
    ['/v2/', 'two.api.get1'],
    ['/v2/three', 'three.api.get1'],
    ['/v2/users', 'ambiguous'],
    // Never what another service has below that base path: it is not where the request goes.
    ['/v2/other', 'unknown_path'],
    ['/v2', 'unknown_path'],
    ['/V2/users', 'ambiguous'],
    ['/v%32/users', 'ambiguous'],
    ['/v22/users', 'unknown_path'],
  ])('INT-7 the longest base path decides who is asked: %s', (path, expected) => {
    const route = both.find('GET', path);
    expect(route.outcome === 'found' ? route.operation.code : route.outcome).toBe(expected);
  });
});
