'use server';

import type { ActionResult } from '@/lib/domain/action-result';
import type { PersonRow } from '@/lib/domain/person';
import type { BlockPersonInput, ChangeRolesInput, CreatePersonInput } from '@/lib/domain/person-input';
import { blockPerson } from '@/lib/services/people/block-person';
import { changeRoles } from '@/lib/services/people/change-roles';
import { createPerson } from '@/lib/services/people/create-person';
import { unblockPerson } from '@/lib/services/people/unblock-person';
import { runAction } from './run-action';

export async function createPersonAction(input: CreatePersonInput): Promise<ActionResult<PersonRow>> {
  return runAction((call) => createPerson(call, input));
}

export async function changeRolesAction(input: ChangeRolesInput): Promise<ActionResult<PersonRow>> {
  return runAction((call) => changeRoles(call, input));
}

export async function blockPersonAction(input: BlockPersonInput): Promise<ActionResult<PersonRow>> {
  return runAction((call) => blockPerson(call, input));
}

export async function unblockPersonAction(input: BlockPersonInput): Promise<ActionResult<PersonRow>> {
  return runAction((call) => unblockPerson(call, input));
}
