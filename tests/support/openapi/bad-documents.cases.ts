/** The beginning of a document in YAML, its paths to follow. */
export const head = 'openapi: 3.0.3\ninfo: { title: T, version: 1 }\n';
export const one = `${head}paths:\n  /a:\n    get: { responses: {} }\n`;
export const json = (document: object) =>
  JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, ...document });
export const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** Nine anchors of nine references each: 387 million values if they were copied. */
export const bomb = `${one}x-a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
  .split('')
  .map(
    (name, index) =>
      `x-${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[index]}`).join(',')}]\n`,
  )
  .join('')}`;

const parametersWithoutEnd = json({
  paths: Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`/a${index}`, { $ref: '#/x' }])),
  x: Object.fromEntries(
    ['get', 'put', 'post', 'delete'].map((method) => [
      method,
      { parameters: Array.from({ length: 60 }, (_, index) => ({ name: `p${index}`, in: 'query' })) },
    ]),
  ),
});

/** Documents that are refused, by what is wrong with them, with what is said. */
export const badDocuments: readonly [string, string | Uint8Array, RegExp][] = [
  [
    'a path with an escape sequence',
    '{"openapi":"3.0.0","paths":{"/a\\u001b[2J":{"get":{}}}}',
    /control or invisible/,
  ],
  ['a path that turns its direction', `${head}paths:\n  "/a\\u202eb": { get: {} }\n`, /control or invisible/],
  ['not UTF-8', Uint8Array.of(0x6f, 0x70, 0xff, 0xfe), /not UTF-8/],
  ['an empty value', '# nothing', /not an object/],
  [
    'text that is neither JSON nor YAML',
    '{"openapi": "3.0.0", "info": [}',
    /Line 1, column 31: It is neither/,
  ],
  ['YAML with a tab', `${head}paths:\n\t/a: {}\n`, /Line 4, column 1:/],
  ['several documents', `${one}---\n${one}`, /several documents/],
  ['a tag that makes objects', `${one}x-a: !!js/function 'function () {}'\n`, /unknown/],
  ['a page instead of a document', '<!doctype html><title>Sign in</title>', /not an object/],
  ['no description at all', 'a: 1', /neither openapi nor swagger/],
  ['OpenAPI 3.2', `openapi: 3.2.0\npaths: {}\n`, /Line 1, column 1: This is openapi “3.2.0”/],
  ['Swagger 1.2', '{"swagger": "1.2"}', /Line 1, column 2: This is swagger “1.2”/],
  ['no paths', head, /no operations/],
  ['paths that are a list', `${head}paths: []\n`, /Line 3, column 1: The paths are not an object/],
  [
    'a path without /',
    `${head}paths:\n  /a:\n    get: {}\n  stores:\n    get: {}\n`,
    /Line 6, column 3: The path “stores” does not begin/,
  ],
  [
    'a path without / in JSON',
    '{"openapi":"3.0.0",\n"paths":{"/a":{},\n  "b":{}}}',
    /Line 3, column 3: The path “b”/,
  ],
  [
    'a path that is text',
    `${head}paths:\n  /a: words\n`,
    /Line 4, column 3: The path “\/a” is not an object/,
  ],
  [
    'an operation that is text',
    `${head}paths:\n  /a:\n    get: words\n`,
    /Line 5, column 5: GET \/a is not an object/,
  ],
  ['a brace that does not close', `${head}paths:\n  '/a/{b': { get: {} }\n`, /brace/],
  ['braces within braces', `${head}paths:\n  '/a/{b{c}}': { get: {} }\n`, /brace/],
  [
    'parameters that are no list',
    `${head}paths:\n  /a: { get: { parameters: x } }\n`,
    /Line 4, column 16: The parameters/,
  ],
  [
    'a parameter that refers to nothing',
    `${head}paths:\n  /a: { get: { parameters: [{ $ref: '#/no' }] } }\n`,
    /column 29: A parameter/,
  ],
  [
    'a parameter that refers to itself',
    `${head}paths:\n  /a: { get: { parameters: [{ $ref: '#/x' }] } }\nx: { $ref: '#/x' }\n`,
    /A parameter/,
  ],
  [
    'an operationId that is a list',
    `${head}paths:\n  /a: { get: { operationId: [a] } }\n`,
    /operationId is text/,
  ],
  [
    'a key twice in YAML',
    `${head}paths:\n  /a: { get: {} }\n  /a: { get: {} }\n`,
    /Line 5, column 3: .*duplicated/,
  ],
  [
    'a key twice in JSON',
    '{"openapi":"3.0.0",\n"paths":{"/a":{},"\\u002fa":{}}}',
    /Line 2, column 18: The key “\/a” stands twice/,
  ],
  [
    'a remote reference',
    `${head}paths:\n  /a:\n    $ref: 'http://127.0.0.1:1/evil.yaml'\n`,
    /Line 5, column 5: It refers to “http:\/\/127/,
  ],
  [
    'a reference to a file',
    `${one}components: { schemas: { A: { $ref: /etc/passwd } } }\n`,
    /Line 6, .*“\/etc\/passwd”, outside/,
  ],
  [
    'a reference to a file beside',
    json({ paths: { '/a': { get: {} } }, components: { schemas: { A: { $ref: 'b.json#/B' } } } }),
    /outside/,
  ],
  ['deep JSON', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /deeper than 200/],
  ['deep YAML', `${one}x-a: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n`, /deeper than 200/],
  ['too many aliases', `${one}x-a: &a 1\nx-b:\n${lines(10_001, () => '  - *a\n')}`, /alias/],
  [
    'too many operations',
    `${head}paths:\n${lines(20_001, (index) => `  /a${index}: { get: {} }\n`)}`,
    /more than 20,000/,
  ],
  ['parameters without end, by reference', parametersWithoutEnd, /more than 200,000 parameters/],
  ['more than 10 MB', new Uint8Array(50_000_000), /larger than 10 MB/],
];
