import type { Catalog } from './catalog';

/** Operations that belong together: those of one component, in catalog order. */
export interface PermissionGroup {
  /** `environment.control`. */
  title: string;
  /** Rises in the order in which the picker shows them. */
  priority: number;
  codes: readonly string[];
}

/** The components of the catalog as groups. */
export function permissionGroups(catalog: Catalog): PermissionGroup[] {
  const groups = catalog.components.map((title, priority) => ({ title, priority, codes: [] as string[] }));
  for (const { code } of catalog.operations) groups[catalog.componentOf.get(code) ?? -1]?.codes.push(code);
  return groups;
}

/**
 * What an operation is of little use without: whatever changes or destroys needs to see what there is, so it depends on the
 * first reading operation of its component; reading depends on nothing. Advice for whoever picks permissions: the judge
 * asks for none of it.
 */
export function permissionDependencies(catalog: Catalog): { code: string; dependsOn: string }[] {
  const readings = new Map<number, string>();
  for (const { code, reach } of catalog.operations) {
    const component = catalog.componentOf.get(code) ?? -1;
    if (reach === 'reads' && !readings.has(component)) readings.set(component, code);
  }
  return catalog.operations.flatMap(({ code, reach }) => {
    const dependsOn = readings.get(catalog.componentOf.get(code) ?? -1);
    return reach === 'reads' || dependsOn === undefined ? [] : [{ code, dependsOn }];
  });
}
