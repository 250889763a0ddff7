import { processWide } from '@/lib/domain/process-wide';

/** The doors as the figures name them: a closed list, so that no request can add a name. */
export const doorNames = [
  'gateway',
  'introspection',
  'oauth',
  'verifier',
  'virtuozzo',
  'codecanvas',
  'api',
  'pages',
] as const;
export type DoorName = (typeof doorNames)[number];

/** What a decision came to, whatever the door calls it. */
export type DecisionOutcome = 'allowed' | 'denied' | 'unauthenticated' | 'refused' | 'fault';

/** Who is told of times, while figures are served at all. */
export interface Timers {
  verification: (source: 'memory' | 'database', seconds: number) => void;
}

/**
 * What happened in this process since its start, as plain numbers: counting costs the hot path an addition and nothing
 * else. Keys come from closed lists, never from a request.
 */
export interface Counters {
  /** Door → answers by HTTP status. */
  requests: Map<DoorName, Float64Array>;
  /** Door → decisions by outcome. */
  decisions: Map<DoorName, Map<string, number>>;
  /** Outcome of a verification → number, by where the answer came from. */
  fromMemory: Map<string, number>;
  fromDatabase: Map<string, number>;
  /** Whose limit it was → refused requests. */
  rateLimited: Map<string, number>;
  /** Kind → open streams. */
  streams: Map<string, number>;
  timers: Timers | null;
}

/** The counters of this process. */
export function counters(): Counters {
  return processWide('counters', () => ({
    requests: new Map(doorNames.map((name) => [name, new Float64Array(600)])),
    decisions: new Map(doorNames.map((name) => [name, new Map()])),
    fromMemory: new Map(),
    fromDatabase: new Map(),
    rateLimited: new Map(),
    streams: new Map(),
    timers: null,
  }));
}

/** Adds `by` to a number that begins at zero. */
export function add(numbers: Map<string, number>, key: string, by = 1): void {
  numbers.set(key, (numbers.get(key) ?? 0) + by);
}

/** Counts an answer of a door by its HTTP status. */
export function countRequest(door: DoorName, status: number): void {
  const byStatus = counters().requests.get(door);
  if (byStatus !== undefined) byStatus[status] = (byStatus[status] ?? 0) + 1;
}

/** Counts a decision about a token that a door made. */
export function countDecision(door: DoorName, outcome: DecisionOutcome): void {
  const byOutcome = counters().decisions.get(door);
  if (byOutcome !== undefined) add(byOutcome, outcome);
}

/** Counts an open stream of a kind; the function that is returned counts its end, once. */
export function countStream(kind: string): () => void {
  const { streams } = counters();
  add(streams, kind);
  let isOpen = true;
  return () => {
    if (isOpen) add(streams, kind, -1);
    isOpen = false;
  };
}
