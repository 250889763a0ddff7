'use server';

import { requestFacts } from '@/lib/auth/current-person';
import { callFacts } from '@/lib/auth/find-cookie-call';
import type { ActionResult } from '@/lib/domain/action-result';
import type { Call } from '@/lib/domain/call';
import type { CompleteSetupInput } from '@/lib/domain/person-input';
import { completeSetup } from '@/lib/services/setup/complete-setup';
import { failed } from './run-action';

/** The one action without a session: there is nobody yet who could have one. The code is the proof. */
export async function completeSetupAction(input: CompleteSetupInput): Promise<ActionResult<null>> {
  const call: Call = {
    ...callFacts(await requestFacts(), new Date()),
    actor: { kind: 'system', name: 'setup' },
  };
  try {
    await completeSetup(call, input);
    return { isOk: true, value: null };
  } catch (error) {
    return failed(error, call.requestId);
  }
}
