import type { CatalogData, Operation, Reach } from './catalog';
import { componentName } from './catalog';
import { phraseOf } from './imports/operation-words';

/**
 * An operation on its way to the browser: its name, summary, place of its reach, place of its context type, phrase, docs and
 * the names of the parameters it requires. What can be told from the rest is '' or left out at the end.
 */
export type PackedOperation = readonly (string | number | readonly string[])[];

/** A catalog with thousands of operations as little text as it can be: what many share is sent once. */
export interface PackedCatalog extends Omit<CatalogData, 'operations'> {
  /** In catalog order, those of one component together. */
  components: readonly { component: string; operations: readonly PackedOperation[] }[];
  /** The context types that operations name, by their place. */
  types: readonly string[];
}

/** The catalog for a page: its version, and itself unless the page has said that it has this one. */
export interface SentCatalog {
  version: string;
  catalog: PackedCatalog | null;
}

const reaches: readonly Reach[] = ['reads', 'changes', 'destroys'];

/** Packs a catalog. Of parameters only the required ones travel, by name. Operations that are gone are left out. */
export function packCatalog({ operations, ...rest }: CatalogData): PackedCatalog {
  const imported = new Set(rest.imported);
  const there = operations.filter(({ isGone }) => isGone !== true);
  const types = [...new Set(there.map(({ contextType }) => contextType))];
  const placeOf = new Map(types.map((type, place) => [type, place]));
  const byComponent = new Map<string, PackedOperation[]>();
  for (const operation of there) {
    const component = componentName(operation.code);
    const packed = packOperation(operation, placeOf.get(operation.contextType) ?? 0, imported);
    const list = byComponent.get(component);
    if (list === undefined) byComponent.set(component, [packed]);
    else list.push(packed);
  }
  const components = [...byComponent].map(([component, packed]) => ({ component, operations: packed }));
  return { ...rest, types, components };
}

/** The catalog again, its operations component by component. */
export function unpackCatalog({ components, types, ...rest }: PackedCatalog): CatalogData {
  const imported = new Set(rest.imported);
  const operations = components.flatMap(({ component, operations: packed }) =>
    packed.map((each) => unpackOperation(component, each, types, imported)),
  );
  return { ...rest, operations };
}

function packOperation(operation: Operation, type: number, imported: ReadonlySet<string>): PackedOperation {
  const { code, summary, reach, phrase, docs, parameters } = operation;
  // Only the commands to try a token with need them, and those are for the desk's own operations.
  const isImported = imported.has(code.slice(0, code.indexOf('.')));
  const required = parameters.filter(({ isRequired }) => isRequired && !isImported).map(({ name }) => name);
  const values: (string | number | readonly string[])[] = [
    code.slice(code.lastIndexOf('.') + 1),
    summary,
    reaches.indexOf(reach),
    type,
    phrase === phraseOf(summary) ? '' : phrase,
    docs === docsOf(code, imported) ? '' : docs,
    required,
  ];
  // The name and the summary always stand.
  while (values.length > 2 && isTold(values.at(-1))) values.pop();
  return values;
}

function isTold(value: string | number | readonly string[] | undefined): boolean {
  return value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
}

function unpackOperation(
  component: string,
  packed: PackedOperation,
  types: readonly string[],
  imported: ReadonlySet<string>,
): Operation {
  const [name, summary, reach = 0, type = 0, phrase = '', docs = '', required = []] = packed;
  const code = `${component}.${String(name)}`;
  return {
    code,
    summary: String(summary),
    reach: reaches[Number(reach)] ?? 'destroys',
    contextType: types[Number(type)] ?? 'global',
    phrase: phrase === '' ? phraseOf(String(summary)) : String(phrase),
    docs: docs === '' ? docsOf(code, imported) : String(docs),
    parameters: (Array.isArray(required) ? required : []).map((parameter) => ({
      name: String(parameter),
      isRequired: true,
      summary: String(parameter),
    })),
  };
}

/** Where the desk itself tells of an operation. */
function docsOf(code: string, imported: ReadonlySet<string>): string {
  const service = code.slice(0, code.indexOf('.'));
  return imported.has(service) ? `/docs/services/${service}#${code}` : `/docs/api#${code}`;
}
