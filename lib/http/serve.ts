import type { z } from 'zod';
import type { Call } from '@/lib/domain/call';
import type { ServedOperation } from './served-operation';

const usualBodyLimitBytes = 65_536;

/** Code → how it is served; the code stands in the key, so that none stands twice. */
export type Table = Readonly<Record<string, Omit<ServedOperation, 'code' | 'isReading'>>>;

/** One line of an operation table: what it takes, the verb, and how the verb's answer is told. */
export function serve<Result>(
  parameters: z.ZodObject,
  verb: (call: Call, input: unknown) => Promise<Result>,
  reply: (result: Result) => Record<string, unknown> = () => ({}),
  bodyLimitBytes: number = usualBodyLimitBytes,
): Table[string] {
  return { parameters, bodyLimitBytes, run: async (call, input) => reply(await verb(call, input)) };
}

/**
 * A reply that is kept as long as what it tells of: the same result, the same frozen reply. For verbs that answer from
 * memory; what they answer is never changed, only replaced.
 */
export function remembered<Result extends object>(toReply: (result: Result) => Record<string, unknown>) {
  const known = new WeakMap<Result, Readonly<Record<string, unknown>>>();
  return (result: Result) => {
    const reply = known.get(result) ?? Object.freeze(toReply(result));
    known.set(result, reply);
    return reply;
  };
}

/** Replies that are a list, under the name that this API gives it. */
export function listed<Item>(toReply: (item: Item) => unknown, name = 'array') {
  return (items: readonly Item[]) => ({ [name]: items.map(toReply) });
}
