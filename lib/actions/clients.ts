'use server';

import type { ActionResult } from '@/lib/domain/action-result';
import type { AddClientInput, ChangeClientInput, SeenClientInput } from '@/lib/domain/client-input';
import type { ClientView, NewClientView } from '@/lib/domain/client-view';
import { addClient } from '@/lib/services/clients/add-client';
import { changeClient } from '@/lib/services/clients/change-client';
import { removeClient } from '@/lib/services/clients/remove-client';
import { renewClient } from '@/lib/services/clients/renew-client';
import { runAction } from './run-action';

export async function addClientAction(input: AddClientInput): Promise<ActionResult<NewClientView>> {
  return runAction((call) => addClient(call, input));
}

export async function changeClientAction(input: ChangeClientInput): Promise<ActionResult<ClientView>> {
  return runAction((call) => changeClient(call, input));
}

export async function renewClientAction(input: SeenClientInput): Promise<ActionResult<NewClientView>> {
  return runAction((call) => renewClient(call, input));
}

export async function removeClientAction(
  input: SeenClientInput,
): Promise<ActionResult<{ removedId: string }>> {
  return runAction((call) => removeClient(call, input));
}
