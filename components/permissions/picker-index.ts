import { componentName, createCatalog, type Catalog, type Operation } from '@/lib/domain/catalog';
import type { Context } from '@/lib/domain/context';
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

/** One component: the group head and its operations, in catalog order. */
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
  groups: readonly PickerGroup[];
  services: readonly string[];
  /** In the order of the picker: group by group. */
  operations: readonly PickerOperation[];
  byCode: ReadonlyMap<string, PickerOperation>;
  /** The operations the person holds in a context: the only ones that may be ticked there. */
  heldIn: (context: Context) => ReadonlySet<string>;
  /** The held operations of a permission set in a context: what choosing the set ticks. */
  heldOfSet: (set: string, context: Context) => ReadonlySet<string>;
}

/** Indexes a picker view. Throws when the catalog lists a code twice. */
export function createPickerIndex(view: PickerView): PickerIndex {
  const catalog = createCatalog(view.catalog);
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
  const heldIn = remembered((context: Context) => {
    const held = operations.filter((operation) => holds(view.rights, operation.code, context));
    return new Set(held.map((operation) => operation.code));
  });
  const heldOfSet = remembered((key: string) => {
    const [set = '', context = ''] = key.split('\n');
    const held = heldIn(context);
    return new Set([...(catalog.sets.get(set) ?? [])].filter((code) => held.has(code)));
  });
  return {
    catalog,
    contexts: view.contexts,
    groups,
    services: [...new Set(groups.map((group) => group.service))],
    operations,
    byCode: new Map(operations.map((operation) => [operation.code, operation])),
    heldIn,
    heldOfSet: (set, context) => heldOfSet(`${set}\n${context}`),
  };
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
