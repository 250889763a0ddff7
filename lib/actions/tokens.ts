'use server';

import type { ActionResult } from '@/lib/domain/action-result';
import type { AcknowledgeLeaksInput } from '@/lib/domain/leak-input';
import type { LeakNoticeView } from '@/lib/domain/leak-report';
import type { RevokeTokensInput } from '@/lib/domain/revoke-input';
import type {
  ChangePauseInput,
  CopyTokenInput,
  EditTokenInput,
  GenerateTokenInput,
  RegenerateTokenInput,
  RemoveTokensInput,
} from '@/lib/domain/token-input';
import type { NewTokenView, PickerView, TokenRow, TokenView } from '@/lib/domain/token-view';
import { readPicker } from '@/lib/services/catalog/picker-view';
import { acknowledgeLeaks } from '@/lib/services/tokens/acknowledge-leaks';
import { copyToken } from '@/lib/services/tokens/copy-token';
import { editToken } from '@/lib/services/tokens/edit-token';
import { generateToken } from '@/lib/services/tokens/generate-token';
import { pauseToken } from '@/lib/services/tokens/pause-token';
import { readLeakNotice } from '@/lib/services/tokens/read-leak-notice';
import { readToken } from '@/lib/services/tokens/read-token';
import { regenerateToken } from '@/lib/services/tokens/regenerate-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { resumeToken } from '@/lib/services/tokens/resume-token';
import { revokeTokens } from '@/lib/services/tokens/revoke-tokens';
import { runAction } from './run-action';

export async function generateTokenAction(input: GenerateTokenInput): Promise<ActionResult<NewTokenView>> {
  return runAction((call) => generateToken(call, input));
}

export async function editTokenAction(input: EditTokenInput): Promise<ActionResult<TokenRow>> {
  return runAction((call) => editToken(call, input));
}

export async function copyTokenAction(input: CopyTokenInput): Promise<ActionResult<NewTokenView>> {
  return runAction((call) => copyToken(call, input));
}

export async function regenerateTokenAction(
  input: RegenerateTokenInput,
): Promise<ActionResult<NewTokenView>> {
  return runAction((call) => regenerateToken(call, input));
}

export async function removeTokensAction(
  input: RemoveTokensInput,
): Promise<ActionResult<{ removedIds: string[] }>> {
  return runAction((call) => removeTokens(call, input));
}

/** Tokens of any owner, for administrators. */
export async function revokeTokensAction(
  input: RevokeTokensInput,
): Promise<ActionResult<{ removedIds: string[] }>> {
  return runAction((call) => revokeTokens(call, input));
}

export async function pauseTokenAction(input: ChangePauseInput): Promise<ActionResult<TokenRow>> {
  return runAction((call) => pauseToken(call, input));
}

export async function resumeTokenAction(input: ChangePauseInput): Promise<ActionResult<TokenRow>> {
  return runAction((call) => resumeToken(call, input));
}

export async function readTokenAction(id: string): Promise<ActionResult<TokenView>> {
  return runAction((call) => readToken(call, id));
}

export async function readLeakNoticeAction(): Promise<ActionResult<LeakNoticeView>> {
  return runAction((call) => readLeakNotice(call));
}

export async function acknowledgeLeaksAction(input: AcknowledgeLeaksInput): Promise<ActionResult<null>> {
  return runAction((call) => acknowledgeLeaks(call, input));
}

/** `known`: the version of the catalog that the page has already. */
export async function readPickerAction(known?: string): Promise<ActionResult<PickerView>> {
  return runAction((call) => readPicker(call, known));
}
