import { z } from 'zod';
import { contextSchema } from './context';
import { matchesPattern, permissionPatternSchema, permissionSchema } from './permission';

/** What an operation does to the world; lets the summary speak in plain words (07-look). */
export const reachSchema = z.enum(['reads', 'changes', 'destroys']);
export type Reach = z.infer<typeof reachSchema>;

/** One parameter of an operation, for the reference page. */
export const operationParameterSchema = z.object({
  name: z.string().min(1),
  isRequired: z.boolean(),
  summary: z.string().min(1),
});

/**
 * One thing an API can do.
 * `contextType` says what kind of context it acts in: `global`, or `project`. `docs` is the address of its documentation.
 * `phrase` completes "this token may …" in the plain-words summary, such as `stop environments`.
 */
export const operationSchema = z.object({
  code: permissionSchema,
  summary: z.string().min(1).max(120),
  phrase: z.string().min(1).max(60),
  reach: reachSchema,
  contextType: z.string().min(1),
  docs: z.string().min(1),
  parameters: z.array(operationParameterSchema),
  /** Set for an operation that its service no longer has: it gives nothing, and is told of where a token still holds it. */
  isGone: z.literal(true).optional(),
});
export type Operation = z.infer<typeof operationSchema>;

/** A named list of operations: everything `include` matches and `exclude` does not. */
export const permissionSetSchema = z.object({
  name: z.string().min(1),
  summary: z.string().min(1),
  include: z.array(permissionPatternSchema),
  exclude: z.array(permissionPatternSchema),
});
export type PermissionSet = z.infer<typeof permissionSetSchema>;

/** The built-in catalog file's shape: operations in the order of the picker, and the permission sets. */
export const catalogDataSchema = z.object({
  contextTypes: z.array(z.object({ type: z.string(), title: z.string(), example: contextSchema })),
  operations: z.array(operationSchema),
  permissionSets: z.array(permissionSetSchema),
  /** Services that were imported: on a key each is one tooth, however many components it has. */
  imported: z.array(z.string()).optional(),
});
export type CatalogData = z.infer<typeof catalogDataSchema>;

/** The catalog with its indices. Built once per version of the data; `operations` are those that can be granted. */
export interface Catalog extends CatalogData {
  /** Operations that are gone, by code. They are in no other index. */
  gone: ReadonlyMap<string, Operation>;
  byCode: ReadonlyMap<string, Operation>;
  /** `service.component`, in catalog order. */
  components: readonly string[];
  componentOf: ReadonlyMap<string, number>;
  componentSizes: readonly number[];
  /** The teeth of a key, in catalog order: a component of what is built in, a whole service of what is imported. */
  teeth: { names: readonly string[]; sizes: readonly number[] };
  toothOf: ReadonlyMap<string, number>;
  sets: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Indexes catalog data. Throws when a code or a set's name stands twice. */
export function createCatalog({ operations: all, ...rest }: CatalogData): Catalog {
  const data = { ...rest, operations: all.filter(({ isGone }) => isGone !== true) };
  const gone = new Map(all.flatMap((each) => (each.isGone === true ? [[each.code, each] as const] : [])));
  const byCode = new Map(data.operations.map((operation) => [operation.code, operation]));
  if (byCode.size + gone.size !== all.length || all.some(({ code }) => byCode.has(code) && gone.has(code)))
    throw new Error('The catalog lists an operation twice.');
  const components = [...new Set(data.operations.map((operation) => componentName(operation.code)))];
  const { places: componentOf, sizes: componentSizes } = placed(data.operations, components, componentName);
  const imported = new Set(data.imported);
  const toothName = (code: string) => {
    const service = code.slice(0, code.indexOf('.'));
    return imported.has(service) ? service : componentName(code);
  };
  const names = [...new Set(data.operations.map(({ code }) => toothName(code)))];
  const { places: toothOf, sizes } = placed(data.operations, names, toothName);
  const sets = new Map(data.permissionSets.map((set) => [set.name, membersOf(set, data.operations)]));
  if (sets.size !== data.permissionSets.length) throw new Error('The catalog lists a permission set twice.');
  return {
    ...data,
    gone,
    byCode,
    components,
    componentOf,
    componentSizes,
    teeth: { names, sizes },
    toothOf,
    sets,
  };
}

/** `service.component` of a code. */
export function componentName(code: string): string {
  return code.slice(0, code.lastIndexOf('.'));
}

/** Where among `names` each operation lies, and how many lie at each. */
function placed(
  operations: readonly Operation[],
  names: readonly string[],
  nameOf: (code: string) => string,
) {
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const places = new Map<string, number>();
  const sizes = names.map(() => 0);
  for (const { code } of operations) {
    const index = indexOf.get(nameOf(code)) ?? 0;
    places.set(code, index);
    sizes[index] = (sizes[index] ?? 0) + 1;
  }
  return { places, sizes };
}

function membersOf(set: PermissionSet, operations: readonly Operation[]): ReadonlySet<string> {
  return new Set(
    operations
      .map((operation) => operation.code)
      .filter((code) => set.include.some((pattern) => matchesPattern(pattern, code)))
      .filter((code) => !set.exclude.some((pattern) => matchesPattern(pattern, code))),
  );
}
