import type { CatalogData, Operation, Reach } from './catalog';
import { componentName } from './catalog';

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

const reaches: readonly Reach[] = ['reads', 'changes', 'destroys'];

/** Packs a catalog. Of parameters only the required ones travel, by name. Operations that are gone are left out. */
export function packCatalog({ operations, ...rest }: CatalogData): PackedCatalog {
  const there = operations.filter(({ isGone }) => isGone !== true);
  const types = [...new Set(there.map(({ contextType }) => contextType))];
  const placeOf = new Map(types.map((type, place) => [type, place]));
  const byComponent = new Map<string, PackedOperation[]>();
  for (const operation of there) {
    const component = componentName(operation.code);
    const packed = packOperation(operation, placeOf.get(operation.contextType) ?? 0);
    const list = byComponent.get(component);
    if (list === undefined) byComponent.set(component, [packed]);
    else list.push(packed);
  }
  const components = [...byComponent].map(([component, packed]) => ({ component, operations: packed }));
  return { ...rest, types, components };
}

/** The catalog again, its operations component by component. */
export function unpackCatalog({ components, types, ...rest }: PackedCatalog): CatalogData {
  const operations = components.flatMap(({ component, operations: packed }) =>
    packed.map((each) => unpackOperation(component, each, types)),
  );
  return { ...rest, operations };
}

function packOperation(operation: Operation, type: number): PackedOperation {
  const { code, summary, reach, phrase, docs, parameters } = operation;
  const required = parameters.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const values: (string | number | readonly string[])[] = [
    code.slice(code.lastIndexOf('.') + 1),
    summary,
    reaches.indexOf(reach),
    type,
    phrase === phraseOf(summary) ? '' : phrase,
    docs === docsOf(code) ? '' : docs,
    required,
  ];
  // The name and the summary always stand.
  while (values.length > 2 && isTold(values.at(-1))) values.pop();
  return values;
}

function isTold(value: string | number | readonly string[] | undefined): boolean {
  return value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
}

function unpackOperation(component: string, packed: PackedOperation, types: readonly string[]): Operation {
  const [name, summary, reach = 0, type = 0, phrase = '', docs = '', required = []] = packed;
  const code = `${component}.${String(name)}`;
  return {
    code,
    summary: String(summary),
    reach: reaches[Number(reach)] ?? 'destroys',
    contextType: types[Number(type)] ?? 'global',
    phrase: phrase === '' ? phraseOf(String(summary)) : String(phrase),
    docs: docs === '' ? docsOf(code) : String(docs),
    parameters: (Array.isArray(required) ? required : []).map((parameter) => ({
      name: String(parameter),
      isRequired: true,
      summary: String(parameter),
    })),
  };
}

function phraseOf(summary: string): string {
  return summary.charAt(0).toLowerCase() + summary.slice(1);
}

function docsOf(code: string): string {
  return `/docs/api#${code}`;
}
