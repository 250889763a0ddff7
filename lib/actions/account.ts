'use server';

import { clearSessionCookie, writeSessionCookie } from '@/lib/auth/write-session-cookie';
import type { ActionResult } from '@/lib/domain/action-result';
import type { ChangePasswordInput, EndSessionInput } from '@/lib/domain/person-input';
import { changePassword } from '@/lib/services/people/change-password';
import { endSession } from '@/lib/services/sessions/end-session';
import { signOut } from '@/lib/services/sessions/sign-out';
import { runAction } from './run-action';

export async function changePasswordAction(
  input: ChangePasswordInput,
): Promise<ActionResult<{ endedSessions: number }>> {
  return runAction(async (call) => {
    const { endedSessions, ...session } = await changePassword(call, input);
    await writeSessionCookie(session);
    return { endedSessions };
  });
}

export async function endSessionAction(input: EndSessionInput): Promise<ActionResult<{ endedId: string }>> {
  return runAction((call) => endSession(call, input));
}

export async function signOutAction(): Promise<ActionResult<null>> {
  return runAction(async (call) => {
    await signOut(call);
    await clearSessionCookie();
    return null;
  });
}
