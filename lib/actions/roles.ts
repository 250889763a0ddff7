'use server';

import type { ActionResult } from '@/lib/domain/action-result';
import type { SentCatalog } from '@/lib/domain/packed-catalog';
import type { RoleView } from '@/lib/domain/person';
import type {
  CreateRoleInput,
  EditRoleInput,
  PreviewRoleChangeInput,
  RemoveRoleInput,
} from '@/lib/domain/role-input';
import type { RolePreview } from '@/lib/domain/role-view';
import { createRole } from '@/lib/services/roles/create-role';
import { editRole } from '@/lib/services/roles/edit-role';
import { previewRoleChange } from '@/lib/services/roles/preview-role-change';
import { readRoleCatalog } from '@/lib/services/roles/read-role-catalog';
import { removeRole } from '@/lib/services/roles/remove-role';
import { runAction } from './run-action';

export async function createRoleAction(input: CreateRoleInput): Promise<ActionResult<RoleView>> {
  return runAction((call) => createRole(call, input));
}

export async function editRoleAction(input: EditRoleInput): Promise<ActionResult<RoleView>> {
  return runAction((call) => editRole(call, input));
}

export async function removeRoleAction(
  input: RemoveRoleInput,
): Promise<ActionResult<{ removedKey: string }>> {
  return runAction((call) => removeRole(call, input));
}

export async function previewRoleChangeAction(
  input: PreviewRoleChangeInput,
): Promise<ActionResult<RolePreview>> {
  return runAction((call) => previewRoleChange(call, input));
}

/** `known`: the version of the catalog that the page has already. */
export async function readRoleCatalogAction(known?: string): Promise<ActionResult<SentCatalog>> {
  return runAction((call) => readRoleCatalog(call, known));
}
