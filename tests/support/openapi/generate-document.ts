import { dump } from 'js-yaml';

/** Plain data, as JSON has it. */
interface Node {
  [key: string]: unknown;
}

/** How many operations, and how the document says it. */
export interface DocumentWish {
  operations: number;
  format?: 'openapi-3.0' | 'openapi-3.1' | 'swagger-2.0';
}

/** Where operations are put, and how they refer to the parameter that they share. */
interface Target {
  paths: Node;
  limit: Node;
}

const words = [
  'stores',
  'orders',
  'items',
  'carts',
  'refunds',
  'labels',
  'drafts',
  'audits',
  'hooks',
  'keys',
];

/**
 * A large document, the same for the same wish, with what real ones have: every seventh operation without an id, ids that
 * stand twice, ids with slashes, spaces, digits first and letters that ASCII does not have, no tag, several, tags of any
 * text, path items and parameters by `$ref`, schemas that contain themselves, deep ones, templates with text beside the
 * name, and templates that cannot be told apart.
 */
export function generateDocument({ operations, format = 'openapi-3.0' }: DocumentWish): Node {
  const paths: Node = {};
  const isSwagger = format === 'swagger-2.0';
  const limit = { $ref: isSwagger ? '#/parameters/limit' : '#/components/parameters/limit' };
  const target: Target = { paths, limit };
  let made = 0;
  for (let resource = 0; made < operations; resource += 1) {
    const word = words[resource % words.length] ?? '';
    const group = `area-${resource % 113}`;
    const collection = `/${group}/stores/{storeId}/${word}-${resource}`;
    made += put(target, collection, ['get', 'post'], resource, operations - made);
    made += put(target, `${collection}/{${word}Id}`, ['get', 'put', 'delete'], resource, operations - made);
    if (resource % 10 === 0)
      made += put(target, `${collection}/{${word}Id}.json`, ['get'], resource, operations - made);
    if (resource % 50 === 0)
      made += put(target, `${collection}/{otherName}`, ['put'], resource, operations - made);
  }
  const shared = {
    limit: { name: 'limit', in: 'query', description: 'How many at most.', ...typed(format) },
  };
  const version = isSwagger ? { swagger: '2.0' } : { openapi: `${format.slice(8)}.0` };
  return {
    ...version,
    info: { title: `A service of ${operations} operations`, version: '2026.11' },
    ...(isSwagger
      ? { basePath: '/v2', parameters: shared, definitions: schemas('#/definitions/') }
      : {
          servers: [{ url: 'https://{region}.example/v2/', variables: { region: { default: 'eu' } } }],
          components: { parameters: shared, schemas: schemas('#/components/schemas/') },
        }),
    paths,
  };
}

/** The same as YAML text. */
export function toYaml(document: Node): string {
  return dump(document, { noRefs: true, lineWidth: -1 });
}

function put(
  { paths, limit }: Target,
  path: string,
  methods: readonly string[],
  resource: number,
  left: number,
): number {
  const wanted = methods.slice(0, Math.max(0, left));
  if (wanted.length === 0) return 0;
  paths[path] = Object.fromEntries(
    wanted.map((method, index) => [method, operation(path, method, resource * 7 + index, limit)]),
  );
  return wanted.length;
}

function operation(path: string, method: string, number: number, limit: Node): Node {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  return {
    ...idOf(path, method, number),
    ...tagsOf(number),
    ...(number % 11 === 0
      ? {}
      : { summary: `${method === 'get' ? 'Returns' : 'Changes'} the things of number ${number}.` }),
    description: `What **number ${number}** does, in more words than anyone reads. See [the page](https://docs.example/${number}).`,
    ...(number % 13 === 0 ? { externalDocs: { url: `https://docs.example/operations/${number}` } } : {}),
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      limit,
    ],
    responses: {
      200: {
        description: 'It is done.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Deep' } } },
      },
      404: { description: 'There is none.' },
    },
  };
}

function idOf(path: string, method: string, number: number): Node {
  if (number % 7 === 3) return {};
  if (number % 97 === 5) return { operationId: 'list' };
  if (number % 89 === 6) return { operationId: `${method}${path}` };
  if (number % 83 === 1) return { operationId: `${number} things öffnen` };
  if (number % 79 === 2) return { operationId: `店舗 ${number}` };
  return { operationId: `${method}Thing${number}${path.endsWith('.json') ? 'AsFile' : ''}${path.length}` };
}

function tagsOf(number: number): Node {
  if (number % 17 === 4) return {};
  if (number % 19 === 5) return { tags: [] };
  if (number % 23 === 6) return { tags: ['Réglages & co / “Überblick”', 'second'] };
  return { tags: [`Area ${number % 113}`] };
}

/** Swagger names the type beside the parameter, OpenAPI in a schema. */
function typed(format: DocumentWish['format']): Node {
  return format === 'swagger-2.0' ? { type: 'integer' } : { schema: { type: 'integer' } };
}

/** Schemas that contain themselves and each other, and one that is forty levels deep. */
function schemas(prefix: string): Node {
  let deep: Node = { $ref: `${prefix}Thing` };
  for (let level = 0; level < 40; level += 1) deep = { type: 'object', properties: { inner: deep } };
  return {
    Thing: {
      type: 'object',
      properties: { self: { $ref: `${prefix}Thing` }, other: { $ref: `${prefix}Other` } },
    },
    Other: { type: 'array', items: { $ref: `${prefix}Thing` } },
    Loop: { $ref: `${prefix}Loop` },
    Deep: deep,
  };
}
