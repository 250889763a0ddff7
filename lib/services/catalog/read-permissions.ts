import type { Call } from '@/lib/domain/call';
import type { Operation } from '@/lib/domain/catalog';
import {
  permissionDependencies,
  permissionGroups,
  type PermissionGroup,
} from '@/lib/domain/permission-groups';
import { currentCatalog } from './current-catalog';

/** Every permission, in groups, with what each is of little use without. The same for everyone who is known at all. */
export interface PermissionsView {
  operations: readonly Operation[];
  groups: readonly PermissionGroup[];
  dependencies: readonly { code: string; dependsOn: string }[];
}

/** The catalog as groups and dependencies. */
export function readPermissions(_call: Call): Promise<PermissionsView> {
  const catalog = currentCatalog();
  return Promise.resolve({
    operations: catalog.operations,
    groups: permissionGroups(catalog),
    dependencies: permissionDependencies(catalog),
  });
}
