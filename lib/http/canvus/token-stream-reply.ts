import type { IncomingMessage } from 'node:http';
import type { Call } from '@/lib/domain/call';
import type { RestReply } from '@/lib/http/rest/rest-route';
import {
  subscribeTokens,
  type StreamOptions,
  type TokenStreamItem,
  type TokenSubscription,
} from '@/lib/services/tokens/subscribe-tokens';
import { tokenReply } from './token-reply';

/** What the operator, or a test, may set of streams. */
export interface StreamSettings {
  /** How often an idle stream says an empty line; 15 seconds when absent. */
  beatMilliseconds?: number | undefined;
}

/** True when the key `subscribe` is there. Its presence is enough; who writes `false` or `0` means no. */
export function isStreamWanted(input: {
  query: { subscribe?: string | undefined };
  incoming: IncomingMessage;
}): boolean {
  const { subscribe } = input.query;
  if (subscribe === undefined || input.incoming.method === 'HEAD') return false;
  return subscribe !== 'false' && subscribe !== '0';
}

/** An answer that does not end: lines of JSON, the state of now first. Never with a secret. */
export async function streamReply(
  call: Call,
  subscription: TokenSubscription,
  options: Omit<StreamOptions, 'signal'>,
  signal: AbortSignal,
): Promise<RestReply> {
  const { items, ended } = await subscribeTokens(call, subscription, { ...options, signal });
  const isList = subscription.tokenId === undefined;
  return { status: 200, stream: isList ? listLines(items) : singleLines(items), ended };
}

/** A list: the whole array, which may come in parts; then arrays of what has changed. */
async function* listLines(items: AsyncIterable<TokenStreamItem>): AsyncGenerator<string, void, void> {
  let isBegun = false;
  for await (const item of items) {
    if (item.kind === 'state') {
      const objects = item.tokens.map((facts) => JSON.stringify(tokenReply(facts))).join(',');
      const comma = isBegun && objects !== '' ? ',' : '';
      yield `${isBegun ? '' : '['}${comma}${objects}${item.isWhole ? ']\n' : ''}`;
      isBegun = true;
    } else yield item.kind === 'beat' ? '\n' : `${JSON.stringify(changesOf(item))}\n`;
  }
}

/** A single token: one object a line. */
async function* singleLines(items: AsyncIterable<TokenStreamItem>): AsyncGenerator<string, void, void> {
  for await (const item of items) {
    if (item.kind === 'beat') yield '\n';
    else yield (item.kind === 'state' ? item.tokens.map(tokenReply) : changesOf(item)).map(toLine).join('');
  }
}

function toLine(object: object): string {
  return `${JSON.stringify(object)}\n`;
}

function changesOf({ changes }: Extract<TokenStreamItem, { kind: 'changes' }>) {
  return changes.map(([id, facts]) =>
    facts === null ? { id, state: 'deleted' } : { ...tokenReply(facts), state: 'normal' },
  );
}
