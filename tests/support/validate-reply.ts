import { z } from 'zod';
import type { ApiOperation } from '@/lib/domain/api/api-operation';
import { toJsonSchema, type Components } from '@/lib/domain/api/json-schema';
import { pathMatcher } from '@/lib/http/rest/match-path';
import { readApis } from '@/lib/services/catalog/read-description';

/** What a door answered to a request. */
export interface AnsweredRequest {
  method: string;
  /** As it was sent; a query does not matter. */
  path: string;
  status: number;
  /** Parsed; undefined or an empty text where there was none. */
  body: unknown;
}

// What the transport may refuse before an operation is known, in whichever API.
const transport = new Set([400, 401, 404, 405, 408, 413, 415, 429, 431, 500, 503]);

/**
 * Compares an answer with the description (API-12): says what is wrong with it, nothing when it is as described. Members
 * that the description does not name are wrong.
 */
export function validateReply({ method, path, status, body }: AnsweredRequest): string[] {
  const operation = operationAt(method, path.split('?')[0] ?? '');
  if (operation === null) return transport.has(status) ? [] : [`${method} ${path} is not described.`];
  const reply = operation.replies[status];
  if (reply === undefined)
    return transport.has(status) ? [] : [`${operation.id} does not say that it answers ${status}.`];
  const isEmpty = body === undefined || body === '';
  if (reply.schema === null) return isEmpty ? [] : [`${operation.id} answers ${status} with a body.`];
  const parsed = strictly(reply.schema).safeParse(body);
  if (parsed.success) return [];
  return parsed.error.issues.map(
    (issue) => `${operation.id} ${status}: ${issue.path.map(String).join('.')} ${issue.message}`,
  );
}

/** The operation that a request names; the path of the Virtuozzo API in any case, by GET or POST. */
export function operationAt(method: string, path: string): ApiOperation | null {
  for (const { operations } of readApis()) {
    for (const operation of operations) {
      const isAlike = operation.api === 'virtuozzo';
      const isAsked = operation.method === method || (isAlike && method === 'GET');
      if (!isAsked) continue;
      if (isAlike ? operation.path.toLowerCase() === path.toLowerCase() : matcherOf(operation)(path) !== null)
        return operation;
    }
  }
  return null;
}

const matchers = new WeakMap<ApiOperation, ReturnType<typeof pathMatcher>>();

function matcherOf(operation: ApiOperation) {
  const matcher = matchers.get(operation) ?? pathMatcher(operation.path);
  matchers.set(operation, matcher);
  return matcher;
}

const strictSchemas = new WeakMap<z.ZodType, z.ZodType>();

/** As the OpenAPI document has it: an object has the members that are described, and no others. */
function strictly(schema: z.ZodType): z.ZodType {
  const known = strictSchemas.get(schema);
  if (known !== undefined) return known;
  const components: Components = new Map();
  const text = JSON.stringify(toJsonSchema(schema, 'output', components));
  const shared = JSON.stringify(Object.fromEntries(components));
  const inPlace = (each: string) => each.replaceAll('#/components/schemas/', '#/$defs/');
  const strict = z.fromJSONSchema({ ...JSON.parse(inPlace(text)), $defs: JSON.parse(inPlace(shared)) });
  strictSchemas.set(schema, strict);
  return strict;
}
