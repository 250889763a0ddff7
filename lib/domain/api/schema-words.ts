import type { Components, JsonSchema } from './json-schema';

/** One member of a request or of an answer, as the reference shows it. */
export interface MemberView {
  name: string;
  /** `text`, `list of Token`, `full or limited`. */
  type: string;
  isRequired: boolean;
  about: string;
}

const refPrefix = '#/components/schemas/';
const plain: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
  object: 'object',
};
const deepest = 5;

/** What kind of value a schema takes, in few words. */
export function typeWords(schema: JsonSchema): string {
  const { $ref: ref, anyOf, oneOf, type, enum: choices, const: only, items, format } = schema;
  if (typeof ref === 'string') return ref.slice(refPrefix.length);
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(choices)) return choices.length > 6 ? 'one of a list' : choices.map(String).join(' · ');
  const parts = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : null;
  if (parts !== null) return [...new Set(parts.map((each) => typeWords(asSchema(each))))].join(' or ');
  if (type === 'array') return `list of ${typeWords(asSchema(items))}`;
  if (format === 'date-time') return 'instant';
  if (format === 'binary') return 'file';
  const types = Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
  return types.length === 0 ? 'any' : types.map((each) => plain[each] ?? each).join(' or ');
}

/** The members of an object, of the objects of a list, or of several objects of which one is meant. */
export function membersOf(schema: JsonSchema): MemberView[] {
  const parts = schema.oneOf ?? schema.anyOf;
  if (Array.isArray(parts)) return mergedMembers(parts.map((part) => membersOf(asSchema(part))));
  const object = objectIn(schema);
  if (object === null) return [];
  const required = Array.isArray(object.required) ? object.required : [];
  return Object.entries(asSchema(object.properties)).map(([name, each]) => {
    const member = asSchema(each);
    const about = typeof member.description === 'string' ? member.description : '';
    const isPreset = 'default' in member;
    return {
      name,
      type: typeWords(member),
      isRequired: required.includes(name) && !isPreset,
      about: isPreset ? `${about} Without it: ${String(member.default)}.`.trim() : about,
    };
  });
}

/** The members of several objects, each once; one that not all of them have may be left out. */
function mergedMembers(lists: readonly (readonly MemberView[])[]): MemberView[] {
  const objects = lists.filter((list) => list.length > 0);
  const merged = new Map<string, MemberView>();
  for (const member of objects.flat()) {
    const known = merged.get(member.name);
    const types = known === undefined || known.type === member.type ? [] : [known.type];
    merged.set(member.name, { ...member, type: [...types, member.type].join(' or ') });
  }
  const isInAll = (name: string) => objects.every((list) => list.some((member) => member.name === name));
  return [...merged.values()].map((member) => ({
    ...member,
    isRequired: member.isRequired && isInAll(member.name),
  }));
}

function objectIn(schema: JsonSchema): JsonSchema | null {
  if (schema.properties !== undefined) return schema;
  if (schema.items !== undefined) return objectIn(asSchema(schema.items));
  return null;
}

/** A value that the schema takes: examples where it has them. Members that may be left out are left out when `isShort`. */
export function exampleOf(schema: JsonSchema, components: Components, isShort = false, depth = 0): unknown {
  const { $ref: ref, examples, anyOf, oneOf, enum: choices, const: only, items } = schema;
  const type: unknown = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (Array.isArray(examples) && examples.length > 0) return examples[0];
  if (typeof ref === 'string')
    return exampleOf(components.get(ref.slice(refPrefix.length)) ?? {}, components, isShort, depth + 1);
  if (only !== undefined) return only;
  if ('default' in schema) return schema.default;
  if (Array.isArray(choices)) return choices[0];
  const parts = anyOf ?? oneOf;
  if (Array.isArray(parts)) return exampleOf(asSchema(parts[0]), components, isShort, depth);
  if (type === 'array')
    return depth > deepest ? [] : [exampleOf(asSchema(items), components, isShort, depth + 1)];
  if (type === 'object') return depth > deepest ? {} : objectExample(schema, components, isShort, depth);
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return false;
  return type === 'null' ? null : '…';
}

function objectExample(schema: JsonSchema, components: Components, isShort: boolean, depth: number): unknown {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const shown = Object.entries(asSchema(schema.properties)).filter(
    ([name, member]) => !isShort || required.includes(name) || 'examples' in asSchema(member),
  );
  return Object.fromEntries(
    shown.map(([name, member]) => [name, exampleOf(asSchema(member), components, isShort, depth + 1)]),
  );
}

function asSchema(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : {};
}
