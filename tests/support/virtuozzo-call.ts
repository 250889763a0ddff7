import type { DoorFixture } from './door';
import { validateReply } from './validate-reply';

/** A token as the Virtuozzo API tells of it. */
export interface WireToken {
  id: number;
  description: string;
  key?: string;
  expiresAt?: string;
  lastUsed?: string;
  isSystem: boolean;
  tokenTemplate?: { id: number; name: string };
  apiListItems: { id: number; method: string; isSafe: boolean; isCollaborationAccessible: boolean }[];
}

/** An envelope of the Virtuozzo API with the members that the tests look at. */
export interface WireReply {
  result: number;
  error?: string;
  source?: string;
  reason?: string;
  token?: WireToken;
  apiTokens?: WireToken[];
  templates?: { id: number; name: string; apiListItems: WireToken['apiListItems'] }[];
  tokenPermissions?: WireToken['apiListItems'];
  totalCount?: number;
  session?: string;
}

type Fields = Record<string, string> | [string, string][];

/**
 * Calls `users.authentication.<method>` as a form, the credential in a header; without one when `secret` is null. Throws
 * when the answer is not as the description has it (API-12).
 */
export async function callAuthentication(
  door: DoorFixture,
  method: string,
  secret: string | null,
  fields: Fields = {},
): Promise<WireReply> {
  const credential = secret === null ? {} : { authorization: `Bearer ${secret}` };
  const path = `/1.0/users/authentication/rest/${method}`;
  const answer = await door.send({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...credential },
    body: new URLSearchParams(fields).toString(),
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  const body = JSON.parse(answer.text) as WireReply;
  const wrong = validateReply({ method: 'POST', path, status: answer.status, body });
  if (wrong.length > 0) throw new Error(`${wrong.join('; ')}: ${answer.text}`);
  return body;
}
