import { beforeAll, describe, expect, it } from 'vitest';
import { DeskError } from '@/lib/domain/errors';
import { badDocuments, bomb, head, json, lines, one } from '@/tests/support/openapi/bad-documents.cases';
import { readDocument } from './read-document';

async function refusal(document: string | Uint8Array) {
  try {
    await readDocument(document);
  } catch (error) {
    if (error instanceof DeskError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

describe('a bad document is refused with line and reason', () => {
  it.each([...badDocuments])('%s', async (_, document, expected) => {
    const told = await refusal(document);
    expect(told).toMatch(/^invalid_input: /);
    expect(told).toMatch(expected);
  });
});

describe('a document that would take everything', () => {
  it('is given 512 MB and 30 s in a thread of its own, and this process goes on', async () => {
    const told = await refusal(`a: [${'{},'.repeat(3_400_000)}{}]`);
    expect(told).toMatch(/^invalid_input: It takes (?:more memory|longer than 30 seconds) to read/);
    expect(await refusal(one)).toBe('accepted');
  });
});

describe('what is odd but harmless is read', () => {
  it.each([
    ['aliases that would be millions of values', bomb],
    ['an alias that contains itself', `${one}x-a: &a [*a]\n`],
    ['prototype names', `${one}x-a: { __proto__: { openapi: 2 }, constructor: { prototype: 1 } }\n`],
    [
      'prototype names in JSON',
      '{"openapi":"3.0.0","__proto__":{"paths":1},"paths":{"/a":{"get":{"__proto__":{"tags":["x"]}}}}}',
    ],
    ['a byte order mark', `\ufeff${one}`],
    ['JSON with a comma too many', '{"openapi":"3.0.0","paths":{"/a":{"get":{}},},}'],
    ['a version without quotes', one.replace('3.0.3', '3.0')],
    [
      'data that looks like a reference',
      `${one.replace('responses: {}', 'x-a: { $ref: http://a.example }')}`,
    ],
    [
      'a schema that contains itself',
      `${one}components: { schemas: { A: { $ref: '#/components/schemas/A' } } }\n`,
    ],
    ['a merge key', `${one}x-a: &a { b: 1 }\nx-c: { <<: *a }\n`],
  ])('%s', async (_, document) => {
    const { operations } = await readDocument(document);
    expect(operations).toEqual([
      {
        method: 'GET',
        path: '/a',
        operationId: null,
        tag: null,
        summary: null,
        description: null,
        docs: null,
        parameters: [],
      },
    ]);
  });

  it('a path item and a parameter by reference, with the operation’s own before the path’s', async () => {
    const { operations } = await readDocument(
      json({
        paths: { '/a/{id}': { $ref: '#/components/pathItems/a~1b%20c' } },
        components: {
          pathItems: {
            'a/b c': {
              parameters: [
                { name: 'id', in: 'path', description: 'of the path' },
                { name: 'q', in: 'query' },
                { name: 'c', in: 'cookie' },
              ],
              get: { operationId: 7, tags: ['', 'x'], parameters: [{ $ref: '#/components/parameters/id' }] },
            },
          },
          parameters: { id: { name: 'id', in: 'path', description: 'its own' } },
        },
      }),
    );
    expect(operations).toMatchObject([
      {
        operationId: '7',
        tag: 'x',
        parameters: [
          { name: 'id', place: 'path', isRequired: true, about: 'its own' },
          { name: 'q', place: 'query', isRequired: false, about: null },
        ],
      },
    ]);
  });

  it.each([
    ['no server', {}, ['']],
    ['an address', { servers: [{ url: 'https://a.example/v2/' }] }, ['/v2']],
    [
      'a variable',
      {
        servers: [
          {
            url: '{scheme}://a.example/{v}',
            variables: { scheme: { default: 'https' }, v: { default: 'v3' } },
          },
        ],
      },
      ['/v3'],
    ],
    [
      'a path alone',
      { servers: [{ url: '/api' }, { url: 'api' }, { url: 'https://a.example' }] },
      ['/api', ''],
    ],
    ['no servers in the list', { servers: [] }, ['']],
  ])('what stands before every path: %s', async (_, given, expected) => {
    expect((await readDocument(json({ ...given, paths: { '/a': { get: {} } } }))).servers).toEqual(expected);
  });

  it('Swagger says it as basePath', async () => {
    const document = { swagger: '2.0', basePath: '/v1/', paths: { '/a': { get: {} } } };
    expect(await readDocument(JSON.stringify(document))).toMatchObject({
      format: 'swagger-2.0',
      servers: ['/v1'],
    });
  });
});

describe('nothing else waits', () => {
  beforeAll(() => readDocument(one));

  it('the event loop goes on while a document is read', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const many = `${head}paths:\n${lines(20_000, (index) => `  /a${index}:\n    get: { summary: Get the thing ${index} }\n`)}`;
    const startedAt = performance.now();
    await readDocument(many);
    clearInterval(timer);
    expect(turns).toBeGreaterThan((performance.now() - startedAt) / 50);
  });

  it('a third document at once is told to come back', async () => {
    const answers = await Promise.all([refusal(one), refusal(one), refusal(one)]);
    expect(answers).toEqual(['accepted', 'accepted', expect.stringMatching(/^overloaded: /)]);
    expect(await refusal(one)).toBe('accepted');
  });
});
