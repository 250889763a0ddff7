import { z } from 'zod';
import type { ApiName, ApiOperation, ApiReply } from './api-operation';
import type { DescribedApi } from './description';
import { toJsonSchema, type Components, type JsonSchema } from './json-schema';

/** An OpenAPI 3.1 document, as far as anyone here looks into it. */
export interface OpenApiDocument {
  openapi: '3.1.1';
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: JsonSchema };
  [member: string]: unknown;
}

/** One call in it. */
export interface OpenApiOperation {
  operationId: string;
  responses: Record<string, OpenApiReply>;
  [member: string]: unknown;
}

export interface OpenApiReply {
  description: string;
  headers?: Record<string, JsonSchema>;
  content?: Record<string, { schema: JsonSchema }>;
}

const securitySchemes = {
  Bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'The secret of a token, an access token or a session.',
  },
  PrivateToken: {
    type: 'apiKey',
    in: 'header',
    name: 'Private-Token',
    description: 'The same in a header of its own.',
  },
  Basic: {
    type: 'http',
    scheme: 'basic',
    description: 'The id of a client and its secret: of a token, or of a resource server.',
  },
  ResourceServer: {
    type: 'http',
    scheme: 'bearer',
    description: 'The credential of a resource server.',
  },
};

const credentials = {
  token: [{ Bearer: [] }, { PrivateToken: [] }],
  client: [{ Basic: [] }],
  'resource-server': [{ ResourceServer: [] }],
  'resource-client': [{ Basic: [] }],
  none: [],
} as const;

const bodyTypes: Record<ApiName, string> = {
  desk: 'application/json',
  canvus: 'application/json',
  codecanvas: 'application/json',
  virtuozzo: 'application/x-www-form-urlencoded',
  oauth: 'application/x-www-form-urlencoded',
  verifier: 'application/json',
};

/** Every API as one OpenAPI document, made from the very schemas that the doors parse with (API-12). */
export function openApiDocument(apis: readonly DescribedApi[], publicUrl: string): OpenApiDocument {
  const components: Components = new Map();
  const paths: OpenApiDocument['paths'] = {};
  for (const operation of apis.flatMap((api) => api.operations)) {
    const path = paths[operation.path] ?? {};
    path[operation.method.toLowerCase()] = describeOperation(operation, components);
    paths[operation.path] = path;
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tokendesk',
      version: '1',
      summary: 'Personal access tokens, by every API that this desk speaks.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    externalDocs: { description: 'The same to read and to try.', url: `${publicUrl}/docs/api` },
    servers: [{ url: publicUrl }],
    tags: apis.map(({ title, summary, refusals }) => ({
      name: title,
      description: `${summary} ${refusals}`,
    })),
    paths,
    components: { schemas: Object.fromEntries([...components].sort()), securitySchemes },
  };

  function describeOperation(operation: ApiOperation, shared: Components): OpenApiOperation {
    const { api, id, summary, description, permission, credential, body } = operation;
    const mediaType = hasFile(body) ? 'multipart/form-data' : bodyTypes[api];
    return {
      operationId: id,
      tags: apis.filter(({ name }) => name === api).map(({ title }) => title),
      summary,
      ...(description === undefined ? {} : { description }),
      ...(permission === null ? {} : { 'x-permission': permission }),
      security: credentials[credential],
      parameters: parametersOf(operation, shared),
      ...(body === null
        ? {}
        : {
            requestBody: {
              required: !body.safeParse(undefined).success,
              content: { [mediaType]: { schema: toJsonSchema(body, 'input', shared) } },
            },
          }),
      responses: Object.fromEntries(
        Object.entries(operation.replies).map(([status, reply]) => [
          status,
          describeReply(Number(status), reply, shared),
        ]),
      ),
    };
  }
}

function hasFile(body: z.ZodType | null): boolean {
  return body instanceof z.ZodObject && 'file' in body.shape;
}

function parametersOf(operation: ApiOperation, components: Components): JsonSchema[] {
  const named = (['pathParameters', 'query'] as const).flatMap((part) => {
    const { properties = {}, required = [] } = toJsonSchema(operation[part], 'input', components);
    const names = Array.isArray(required) ? required : [];
    return Object.entries(properties as Record<string, JsonSchema>).map(
      ([name, { description, ...schema }]) => ({
        name,
        in: part === 'query' ? 'query' : 'path',
        ...(description === undefined ? {} : { description }),
        required: part === 'pathParameters' || names.includes(name),
        schema,
      }),
    );
  });
  const header = (name: string, description: string, isRequired: boolean) => ({
    name,
    in: 'header',
    description,
    required: isRequired,
    schema: { type: 'string' },
  });
  return [
    ...named,
    ...(operation.hasIfMatch === true
      ? [header('If-Match', 'The version that you have seen, as the ETag said it: "3". `*` takes any.', true)]
      : []),
    ...(operation.hasIdempotencyKey === true
      ? [
          header(
            'Idempotency-Key',
            'Yours to choose, one per change: sent again within a day, it is answered the same and changes nothing more.',
            false,
          ),
        ]
      : []),
  ];
}

const refusalHeaders: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'WWW-Authenticate': 'How to authenticate, and what was wrong (RFC 6750).' },
  403: { 'WWW-Authenticate': 'The permissions that are missing, as scope (RFC 6750).' },
  429: { 'Retry-After': 'Seconds to wait.' },
  503: { 'Retry-After': 'Seconds to wait.' },
};

function describeReply(status: number, reply: ApiReply, components: Components): OpenApiReply {
  const headers = { ...refusalHeaders[status], ...reply.headers };
  const told = Object.entries(headers).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ]);
  const mediaType = reply.mediaType ?? 'application/json';
  return {
    description: reply.summary,
    ...(told.length === 0 ? {} : { headers: Object.fromEntries(told) }),
    ...(reply.schema === null
      ? {}
      : { content: { [mediaType]: { schema: toJsonSchema(reply.schema, 'output', components) } } }),
  };
}
