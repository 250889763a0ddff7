import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { ApiOperation } from '@/lib/domain/api/api-operation';
import type { Call } from '@/lib/domain/call';

/** What is answered: a body (left out: none), or texts that come one after the other until the reader leaves. */
export type RestReply = {
  headers?: Readonly<Record<string, string>>;
  /** Where it is not plain JSON. */
  mediaType?: string;
} & (
  | { status: number; body?: unknown }
  | {
      status: 200;
      stream: AsyncIterable<string>;
      /** Aborts when the stream is over, also while its reader takes nothing. */
      ended?: AbortSignal;
    }
);

/** What every answer is given besides its parsed input. */
export interface RestFacts {
  incoming: IncomingMessage;
  /** The version of If-Match; undefined without one. */
  ifMatch: number | undefined;
  /** Aborts when the client has gone or the server stops. */
  signal: AbortSignal;
}

/** The parsed parts of a request. */
export interface RestInput<Path, Query, Body> extends RestFacts {
  path: Path;
  query: Query;
  body: Body;
}

/** Who asks: the call of a credential, or of a stranger everything but an actor. */
export type Asker =
  | { kind: 'caller'; call: Call; presented: string }
  | { kind: 'stranger'; facts: Omit<Call, 'actor' | 'via'> };

/** An operation with what answers it. */
export interface RestRoute {
  operation: ApiOperation;
  answer: (asker: Asker, input: RestInput<unknown, unknown, unknown>) => Promise<RestReply>;
}

/** An operation that takes a token's credential. The verb behind it authorises. */
export function route<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  operation: ApiOperation<P, Q, B>,
  answer: (
    call: Call,
    input: RestInput<z.output<P>, z.output<Q>, z.output<B>>,
    presented: string,
  ) => Promise<RestReply>,
): RestRoute {
  return {
    operation,
    answer: (asker, input) => {
      if (asker.kind !== 'caller') throw new Error(`${operation.id} was reached without a credential.`);
      // Parsed by the very schemas of this operation (see rest-door.ts).
      return answer(asker.call, input as RestInput<z.output<P>, z.output<Q>, z.output<B>>, asker.presented);
    },
  };
}

/** An operation that anyone may call, or that checks a client's credential of its own. */
export function openRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  operation: ApiOperation<P, Q, B>,
  answer: (
    facts: Omit<Call, 'actor' | 'via'>,
    input: RestInput<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<RestReply>,
): RestRoute {
  return {
    operation,
    answer: (asker, input) => {
      const facts = asker.kind === 'stranger' ? asker.facts : asker.call;
      return answer(facts, input as RestInput<z.output<P>, z.output<Q>, z.output<B>>);
    },
  };
}
