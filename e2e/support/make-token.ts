import type { TokenFields } from '@/lib/domain/token-input';
import type { NewTokenView, TokenRow } from '@/lib/domain/token-view';
import type { Desk } from './desk';
import { people, type PersonKey } from './people';
import { callAction, readAnswer } from './server-action';

export interface MadeToken {
  row: TokenRow;
  secret: string;
}

/** Fields of a token that may do `permissions` in `context`. */
export function limitedTo(context: string, ...permissions: string[]): Pick<TokenFields, 'access'> {
  return { access: { kind: 'limited', entries: [{ context, permissions }] } };
}

/** Generates a token by the dashboard's own action. The secret is remembered as one that no file may hold. */
export async function makeToken(
  desk: Desk,
  cookie: string,
  owner: PersonKey,
  fields: Partial<TokenFields> = {},
): Promise<MadeToken> {
  const given: TokenFields = {
    description: 'Made by a test',
    expiry: 'never',
    access: { kind: 'full' },
    mayUseInUrls: true,
    ...fields,
  };
  const reply = await callAction(desk.url, cookie, 'generateTokenAction', {
    fields: given,
    proof: { password: people[owner].password },
  });
  const answer = readAnswer<NewTokenView>(reply);
  if (!answer.isOk) throw new Error(answer.error.message);
  const { token: row, secret } = answer.value;
  desk.remember(`the secret of ${row.hint}`, secret.slice('td_pat_'.length));
  return { row, secret };
}

/** Every run of eight characters of a secret's random part: none may ever be found again (TOK-3). */
export function piecesOf(secret: string): string[] {
  const random = secret.slice('td_pat_'.length);
  return Array.from({ length: random.length - 7 }, (_, index) => random.slice(index, index + 8));
}
