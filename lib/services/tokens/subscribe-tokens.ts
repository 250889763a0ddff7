import { findTokenFacts, findTokenFactsOf } from '@/lib/db/token-facts';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { TokenFacts } from '@/lib/domain/token';
import { requireHolder } from './require-holder';
import { TokenStream, type TokenChange } from './token-stream';
import { tokenStreams } from './token-streams';

/**
 * What a stream says. `state`: the tokens there are, oldest first, in parts of which the last `isWhole`. `changes`: what has
 * become of tokens since. `beat`: nothing to say, still there.
 */
export type TokenStreamItem =
  | { kind: 'state'; tokens: readonly TokenFacts[]; isWhole: boolean }
  | { kind: 'changes'; changes: readonly TokenChange[] }
  | { kind: 'beat' };

export interface TokenSubscription {
  /** Whose tokens, for an administrator; the actor's own when absent. */
  ownerId?: string | undefined;
  /** The one token to follow; all when absent. */
  tokenId?: string | undefined;
}

export interface StreamOptions {
  /** The secret that the call came with: it is asked again while the stream lasts. */
  presented: string;
  /** Aborts when the reader leaves. */
  signal: AbortSignal;
  beatMilliseconds?: number | undefined;
}

/** An open stream. `ended` aborts when it is over, also for a reader that does not read. */
export interface OpenTokenStream {
  items: AsyncGenerator<TokenStreamItem, void, void>;
  ended: AbortSignal;
}

const pageSize = 500;

/**
 * Opens a stream of the actor's own tokens, or of the person `ownerId` for an administrator: first the state of now, then
 * every change, whichever door made it, without a gap between. Authorised as a list is, and again while it lasts: it ends
 * with the credential that opened it (API-11). Throws not_found, permission_denied, rate_limited.
 */
export async function subscribeTokens(
  call: Call,
  { ownerId, tokenId }: TokenSubscription,
  { presented, signal, beatMilliseconds = 15_000 }: StreamOptions,
): Promise<OpenTokenStream> {
  const { actor } = call;
  const holder = await requireHolder(call, 'GetTokens', undefined, ownerId);
  if (actor.kind === 'system') throw new DeskError('permission_denied', 'The system follows no tokens.');
  const bearerId = actor.kind === 'token' ? actor.tokenId : actor.sessionId;
  const { address, via } = call;
  const reader = {
    presented,
    bearerId,
    personId: actor.personId,
    call: { address, via },
    ownerId: holder.ownerId,
  };
  const stream = new TokenStream(reader, tokenId ?? null, beatMilliseconds);
  tokenStreams().add(stream);
  const leave = () => stream.end();
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  try {
    const state = tokenId === undefined ? wholeState(stream) : await oneState(stream, tokenId);
    return { items: items(stream, state), ended: stream.ended };
  } catch (error) {
    leave();
    throw error;
  }
}

async function* items(
  stream: TokenStream,
  state: AsyncIterable<TokenStreamItem> | readonly TokenStreamItem[],
): AsyncGenerator<TokenStreamItem, void, void> {
  try {
    for await (const item of state) {
      if (stream.ended.aborted) return;
      yield item;
    }
    for (;;) {
      const changes = await stream.next();
      if (changes === null) return;
      yield changes.length === 0 ? { kind: 'beat' } : { kind: 'changes', changes };
      // What is gone does not come back.
      if (stream.tokenId !== null && changes.some(([, facts]) => facts === null)) return;
    }
  } finally {
    stream.end();
  }
}

/** The owner's tokens a page at a time, as the reader takes them: a slow one holds no more than a page. */
async function* wholeState(stream: TokenStream): AsyncGenerator<TokenStreamItem, void, void> {
  let after = 0;
  for (;;) {
    const page = await tokenStreams().inTurn(async () => {
      const found = await findTokenFacts(stream.reader.ownerId, after, pageSize);
      stream.drop(found.map((facts) => facts.id));
      return found;
    });
    const isWhole = page.length < pageSize;
    yield { kind: 'state', tokens: page, isWhole };
    if (isWhole) return;
    after = page.at(-1)?.number ?? after;
  }
}

async function oneState(stream: TokenStream, tokenId: string): Promise<readonly TokenStreamItem[]> {
  const tokens = await tokenStreams().inTurn(async () => {
    stream.drop([tokenId]);
    return findTokenFactsOf(stream.reader.ownerId, [tokenId]);
  });
  if (tokens.length === 0) throw new DeskError('not_found', 'There is no such token.');
  return [{ kind: 'state', tokens, isWhole: true }];
}
