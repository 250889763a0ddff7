import { limitFields } from '@/lib/domain/token-input';
import { noLimits } from '@/lib/domain/token-limits';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import {
  createTokenSchema,
  deleteTokensSchema,
  editTokenSchema,
  getTokenApiListSchema,
  getTokensSchema,
  regenerateTokenSchema,
} from '@/lib/domain/virtuozzo/authentication-input';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { accessByName } from '@/lib/services/tokens/access-by-name';
import { editToken as edit } from '@/lib/services/tokens/edit-token';
import { findByNumber, numberedTokensAtOnce, readChanged } from '@/lib/services/tokens/find-by-number';
import { generateToken } from '@/lib/services/tokens/generate-token';
import { regenerateToken as regenerate } from '@/lib/services/tokens/regenerate-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { requireHolder, type TokenOperation } from '@/lib/services/tokens/require-holder';
import { methodReply, templateReplies, tokenPainter } from './token-reply';

const proofOf = (password: string | undefined) => (password === undefined ? {} : { proof: { password } });

/** CreateToken. What it is not told it takes from its maker: the latest end that is possible, and whether URLs are. */
export async function createToken(call: Call, input: unknown) {
  const { description, password, tokenTemplate, apiList, expiresAt } = parseInput(createTokenSchema, input);
  const access = await accessByName(call, 'CreateToken', { tokenTemplate, apiList }, null);
  if (access === null) throw mistake('apiList', 'Say what the token may do: apiList, or tokenTemplate.');
  const { actor } = call;
  const maker = actor.kind === 'token' ? actor : { expiresAt: null, limits: noLimits };
  const expiry = expiresAt ?? maker.expiresAt?.toISOString() ?? 'never';
  const fields = { description, access, expiry, ...limitFields(maker.limits) };
  const { token, secret } = await generateToken(call, { fields, ...proofOf(password) });
  return replyTo(call, token.id, secret);
}

/** EditToken: what is absent stays. */
export async function editToken(call: Call, input: unknown) {
  const { id, description, password, expiresAt, ...named } = parseInput(editTokenSchema, input);
  const before = await findOne(call, 'EditToken', id);
  const access = await accessByName(call, 'EditToken', named, before.access);
  const fields = {
    ...(description === undefined ? {} : { description }),
    ...(access === null ? {} : { access }),
    ...(expiresAt === undefined ? {} : { expiry: expiresAt }),
  };
  await edit(call, { id: before.id, fields, ...proofOf(password) });
  return replyTo(call, before.id);
}

/** RegenerateToken: the old value is dead. */
export async function regenerateToken(call: Call, input: unknown) {
  const { id, ids, password, expiresAt } = parseInput(regenerateTokenSchema, input);
  const before = await findOne(call, 'RegenerateToken', id ?? ids ?? []);
  const expiry = expiresAt === undefined ? {} : { expiry: expiresAt };
  const { secret } = await regenerate(call, { id: before.id, ...expiry, ...proofOf(password) });
  return replyTo(call, before.id, secret);
}

/** DeleteTokens, all or none; `*` is every token of the owner, the one that asks included. */
export async function deleteTokens(call: Call, input: unknown) {
  const { ids, password } = parseInput(deleteTokensSchema, input);
  const { tokens, total } = await findByNumber(call, 'DeleteTokens', ids);
  if (total > numberedTokensAtOnce)
    throw mistake('ids', `Remove at most 1,000 tokens at once: there are ${total}. Name them.`);
  if (tokens.length > 0)
    await removeTokens(call, { tokens: tokens.map((token) => ({ id: token.id })), ...proofOf(password) });
  return {};
}

/** GetTokens: those named, or the newest thousand. */
export async function getTokens(call: Call, input: unknown) {
  const { ids = 'all' } = parseInput(getTokensSchema, input);
  const { tokens, total, ownerRights } = await findByNumber(call, 'GetTokens', ids);
  const toReply = tokenPainter(ownerRights, currentCatalog());
  const apiTokens = tokens.map((token) => toReply(token));
  return total > tokens.length ? { apiTokens, totalCount: total } : { apiTokens };
}

export async function getTokenTemplates(call: Call) {
  await requireHolder(call, 'GetTokenTemplates');
  return { templates: templateReplies(currentCatalog()) };
}

/** GetTokenApiList: every method that a token can hold; the desk's administration only when private ones are asked for. */
export async function getTokenApiList(call: Call, input: unknown) {
  const { search = '', showPrivate = false } = parseInput(getTokenApiListSchema, input);
  await requireHolder(call, 'GetTokenApiList');
  const wanted = search.toLowerCase();
  const tokenPermissions = currentCatalog().operations.flatMap((operation, index) => {
    const isShown = showPrivate || !operation.code.startsWith('desk.');
    const isFound = operation.code.toLowerCase().includes(wanted);
    return isShown && isFound ? [methodReply(operation, index + 1)] : [];
  });
  return { tokenPermissions };
}

async function findOne(call: Call, operation: TokenOperation, numbers: readonly number[] | 'all') {
  const { tokens } = await findByNumber(call, operation, numbers);
  const [token] = tokens;
  if (token === undefined) throw new DeskError('not_found', 'There is no such token.');
  return token;
}

async function replyTo(call: Call, id: string, key?: string) {
  const { token, ownerRights } = await readChanged(call, id);
  return { token: tokenPainter(ownerRights, currentCatalog())(token, key) };
}

function mistake(path: string, message: string): DeskError {
  return new DeskError('invalid_input', message, { issues: [{ path, message }] });
}
