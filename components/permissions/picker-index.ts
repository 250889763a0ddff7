import { componentName, type Catalog, type Operation } from '@/lib/domain/catalog';
import { coversContext, type Context } from '@/lib/domain/context';
import { permissionParts } from '@/lib/domain/permission';
import { holds } from '@/lib/domain/rights';
import type { PickerView } from '@/lib/domain/token-view';

/** One operation with what the picker derives from it once. `prefix` is `service.component.`, `name` the rest of the code. */
export interface PickerOperation extends Operation {
  prefix: string;
  name: string;
  service: string;
  /** Its place in the picker, from 0. */
  order: number;
}

/** One component, or with an empty prefix a whole service: the group head and its operations, in catalog order. */
export interface PickerGroup {
  component: string;
  service: string;
  name: string;
  codes: readonly string[];
}

/** The catalog and the person's rights, indexed once per answer of `readPickerAction`. */
export interface PickerIndex {
  catalog: Catalog;
  contexts: PickerView['contexts'];
  /** Types whose contexts are chosen by their key. */
  types: PickerView['types'];
  groups: readonly PickerGroup[];
  services: readonly string[];
  /** Heads of whole services; empty while nothing is imported, when the components stand alone. */
  serviceGroups: ReadonlyMap<string, PickerGroup>;
  /** In the order of the picker: group by group. */
  operations: readonly PickerOperation[];
  byCode: ReadonlyMap<string, PickerOperation>;
  /** The operations that may be ticked in a context: those that the person holds there. */
  tickableIn: (context: Context) => ReadonlySet<string>;
  /** Those of a permission set: what choosing the set ticks. */
  tickableOfSet: (set: string, context: Context) => ReadonlySet<string>;
  /** Why an operation cannot be ticked in a context, in a few words; null when it can. */
  whyNot: (operation: PickerOperation, context: Context) => string | null;
}

/** Indexes what a person may pick of a catalog. */
export function createPickerIndex(
  view: Pick<PickerView, 'rights' | 'contexts' | 'types'>,
  catalog: Catalog,
): PickerIndex {
  const codesBy = new Map<string, string[]>(catalog.components.map((component) => [component, []]));
  for (const { code } of catalog.operations) codesBy.get(componentName(code))?.push(code);
  const groups = [...codesBy].map(([component, codes]) => {
    const { service, component: name } = permissionParts(component);
    return { component, service, name, codes };
  });
  const operations = groups
    .flatMap((group) => group.codes)
    .flatMap((code) => catalog.byCode.get(code) ?? [])
    .map(toPickerOperation);
  const whyNot = (operation: PickerOperation, context: Context) =>
    holds(view.rights, operation.code, context) ? null : `not held in ${context}`;
  // Contexts under the same rights share one set: there are many contexts, and thousands of operations.
  const tickableUnder = remembered((places: string) => {
    const rights =
      places === '' ? [] : places.split(' ').flatMap((place) => view.rights[Number(place)] ?? []);
    const everywhere = rights.map(({ patterns }) => ({ context: 'global', patterns }));
    return new Set(operations.map(({ code }) => code).filter((code) => holds(everywhere, code, 'global')));
  });
  const tickableIn = remembered((context: Context) =>
    tickableUnder(
      view.rights.flatMap((right, place) => (coversContext(right.context, context) ? [place] : [])).join(' '),
    ),
  );
  const tickableOfSet = remembered((key: string) => {
    const [set = '', context = ''] = key.split('\n');
    const tickable = tickableIn(context);
    return new Set([...(catalog.sets.get(set) ?? [])].filter((code) => tickable.has(code)));
  });
  return {
    catalog,
    contexts: view.contexts,
    types: view.types,
    groups,
    services: [...new Set(groups.map((group) => group.service))],
    serviceGroups: (catalog.imported ?? []).length === 0 ? new Map() : groupsOfServices(groups),
    operations,
    byCode: new Map(operations.map((operation) => [operation.code, operation])),
    tickableIn,
    tickableOfSet: (set, context) => tickableOfSet(`${set}\n${context}`),
    whyNot,
  };
}

function groupsOfServices(groups: readonly PickerGroup[]): Map<string, PickerGroup> {
  const codes = new Map<string, string[]>();
  for (const group of groups) codes.set(group.service, [...(codes.get(group.service) ?? []), ...group.codes]);
  return new Map(
    [...codes].map(([service, all]) => [service, { component: service, service, name: service, codes: all }]),
  );
}

function toPickerOperation(operation: Operation, order: number): PickerOperation {
  const component = componentName(operation.code);
  const { service, operation: name } = permissionParts(operation.code);
  return { ...operation, prefix: `${component}.`, name, service, order };
}

function remembered<T>(derive: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = derive(key);
    known.set(key, value);
    return value;
  };
}
