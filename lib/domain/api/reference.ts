import { z } from 'zod';
import type { ApiOperation } from './api-operation';
import { isDestroying, type DescribedApi } from './description';
import { toJsonSchema, type Components, type JsonSchema } from './json-schema';
import { parameterExample } from './parameter-examples';
import type { SampleCall, SampleParameter } from './sample-call';
import { exampleOf, membersOf, typeWords, type MemberView } from './schema-words';

/** One operation as the reference page shows it: plain data. */
export interface OperationReference {
  /** Anchors besides its id: permissions that it is the first to need. */
  anchors: readonly string[];
  id: string;
  summary: string;
  description: string | null;
  permission: string | null;
  parameters: readonly (MemberView & { place: 'path' | 'query' | 'header' | 'body' })[];
  replies: readonly { status: string; about: string; type: string; members: readonly MemberView[] }[];
  call: SampleCall;
}

export interface ApiReference extends Omit<DescribedApi, 'operations'> {
  operations: readonly OperationReference[];
}

/** What the page is made of: the APIs, and the shapes that they share. */
export interface Reference {
  apis: readonly ApiReference[];
  shapes: readonly { name: string; about: string; members: readonly MemberView[]; example: string }[];
}

/** The description as the page shows it. Each permission is an anchor once, at the first operation that needs it. */
export function referenceOf(apis: readonly DescribedApi[]): Reference {
  const components: Components = new Map();
  const taken = new Set(apis.flatMap(({ operations }) => operations.map(({ id }) => id)));
  const told = apis.map((api) => ({
    ...api,
    operations: api.operations.map((operation) => {
      const { permission } = operation;
      const isFirst = permission !== null && !taken.has(permission);
      if (isFirst) taken.add(permission);
      return operationReference(operation, isFirst ? [permission] : [], components);
    }),
  }));
  const shapes = [...components].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    apis: told,
    shapes: shapes
      .map(([name, schema]) => ({
        name,
        about: aboutOf(schema),
        members: membersOf(schema),
        example: JSON.stringify(exampleOf(schema, components), null, 2),
      }))
      .filter(({ members }) => members.length > 0),
  };
}

function operationReference(
  operation: ApiOperation,
  anchors: readonly string[],
  components: Components,
): OperationReference {
  const { id, summary, description = null, permission, body, method, path, credential, api } = operation;
  const bodySchema = body === null ? null : toJsonSchema(body, 'input', components);
  const isForm = api === 'virtuozzo' || api === 'oauth';
  const isUpload = body instanceof z.ZodObject && 'file' in body.shape;
  const samples: SampleParameter[] = [];
  const told = (['path', 'query'] as const).flatMap((place) => {
    const schema = toJsonSchema(
      operation[place === 'path' ? 'pathParameters' : 'query'],
      'input',
      components,
    );
    return membersOf(schema).map((member) => {
      samples.push({
        place,
        name: member.name,
        isRequired: member.isRequired,
        value: valueOf(id, schema, member.name),
      });
      return { ...member, place };
    });
  });
  const headers = headersOf(operation);
  for (const { name, isRequired, example } of headers)
    samples.push({ place: 'header', name, isRequired, value: example });
  const resolved = bodySchema === null ? null : resolve(bodySchema, components);
  const members = resolved === null ? [] : membersOf(resolved);
  if (isForm && resolved !== null)
    for (const { name, isRequired } of members)
      samples.push({ place: 'form', name, isRequired, value: valueOf(id, resolved, name) });
  return {
    anchors,
    id,
    summary,
    description,
    permission,
    parameters: [
      ...told,
      ...headers.map(({ example: _, ...member }) => ({ ...member, place: 'header' as const })),
      ...members.map((member) => ({ ...member, place: 'body' as const })),
    ],
    replies: Object.entries(operation.replies).map(([status, reply]) => {
      const schema = reply.schema === null ? null : toJsonSchema(reply.schema, 'output', components);
      const isGood = status.startsWith('2');
      const type = schema === null ? 'nothing' : typeWords(schema);
      return {
        status,
        about: reply.summary,
        type,
        members: schema === null || !isGood ? [] : membersOf(schema),
      };
    }),
    call: {
      id,
      method,
      path,
      credential,
      parameters: samples,
      bodyType: body === null ? 'none' : isUpload ? 'upload' : isForm ? 'form' : 'json',
      json: isForm || resolved === null ? null : exampleOf(resolved, components, true),
      isDestroying: isDestroying(operation),
    },
  };
}

function headersOf({ hasIfMatch, hasIdempotencyKey }: ApiOperation) {
  const ifMatch = {
    name: 'If-Match',
    type: 'text',
    isRequired: true,
    about: 'The ETag that you have seen.',
    example: '"3"',
  };
  const about =
    'Yours to choose: sent again within a day, the request changes nothing more and is answered the same.';
  const key = { name: 'Idempotency-Key', type: 'text', isRequired: false, about, example: '' };
  return [...(hasIfMatch === true ? [ifMatch] : []), ...(hasIdempotencyKey === true ? [key] : [])];
}

/** The example of a member, as text; empty where none was thought of and none is needed. */
function valueOf(id: string, schema: JsonSchema, name: string): string {
  const member = (schema.properties as Record<string, JsonSchema> | undefined)?.[name] ?? {};
  const { examples } = member;
  if (!Array.isArray(examples)) return parameterExample(id, name);
  return typeof examples[0] === 'string' ? examples[0] : JSON.stringify(examples[0]);
}

function resolve(schema: JsonSchema, components: Components): JsonSchema {
  const { $ref: ref } = schema;
  return typeof ref === 'string'
    ? (components.get(ref.replace('#/components/schemas/', '')) ?? schema)
    : schema;
}

function aboutOf({ description }: JsonSchema): string {
  return typeof description === 'string' ? description : '';
}
