import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { verificationCache } from '@/lib/cache/verification-cache';
import { onEvent } from '@/lib/db/event-feed';
import { processWide } from '@/lib/domain/process-wide';
import { followedAgo } from '@/lib/services/feed/follow-log';
import { counters } from './counters';

const microseconds = [
  0.000005, 0.00001, 0.000025, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.025, 0.1, 0.5, 2.5,
];
const delays = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const endingActions = /^(token|client|person|role|service)\./;

/** Begins to measure what is measured only for figures. Once per process. */
export function startMetrics(): void {
  registry();
}

/** The figures in the text format of Prometheus, with its content type. No id, no name, no address, no secret. */
export async function readMetrics(): Promise<{ contentType: string; text: string }> {
  return { contentType: registry().contentType, text: await registry().metrics() };
}

function registry(): Registry {
  return processWide('metrics', () => {
    const made = new Registry();
    addCounters(made);
    addTimes(made);
    addGauges(made);
    return made;
  });
}

/** A counter that takes its numbers from memory when it is asked. */
function counted(
  to: Registry,
  name: string,
  help: string,
  labelNames: readonly string[],
  read: () => Iterable<readonly [labels: readonly string[], value: number]>,
): void {
  const counter = new Counter({
    name: `tokendesk_${name}`,
    help,
    labelNames: [...labelNames],
    registers: [to],
    collect: () => {
      counter.reset();
      for (const [labels, value] of read()) counter.labels(...labels).inc(value);
    },
  });
}

function* keyed(numbers: ReadonlyMap<string, number>, ...before: string[]) {
  for (const [key, value] of numbers) yield [[...before, key], value] as const;
}

function addCounters(to: Registry): void {
  const { requests, decisions, fromMemory, fromDatabase, rateLimited } = counters();
  counted(to, 'requests_total', 'Answers by door and HTTP status.', ['door', 'status'], function* () {
    for (const [door, byStatus] of requests)
      for (const [status, count] of byStatus.entries()) if (count > 0) yield [[door, `${status}`], count];
  });
  const decided = 'Decisions about a presented token, by door and outcome.';
  counted(to, 'decisions_total', decided, ['door', 'outcome'], function* () {
    for (const [door, byOutcome] of decisions) yield* keyed(byOutcome, door);
  });
  const verified = 'Verifications by outcome; those from memory are the hits of the cache.';
  counted(to, 'verifications_total', verified, ['source', 'outcome'], function* () {
    yield* keyed(fromMemory, 'memory');
    yield* keyed(fromDatabase, 'database');
  });
  const limited = 'Requests refused by a limit, by whose limit it was.';
  counted(to, 'rate_limited_total', limited, ['by'], () => keyed(rateLimited));
}

function addTimes(to: Registry): void {
  const latency = new Histogram({
    name: 'tokendesk_verification_seconds',
    help: 'How long a verification took. Of those from memory every hundredth is timed.',
    labelNames: ['source'],
    buckets: microseconds,
    registers: [to],
  });
  counters().timers = { verification: (source, seconds) => latency.labels(source).observe(seconds) };
  const delay = new Histogram({
    name: 'tokendesk_revocation_delay_seconds',
    help: 'From the instant of a change, as its event tells it, until this process had forgotten what it knew.',
    labelNames: ['node'],
    buckets: delays,
    registers: [to],
  });
  onEvent(({ action, at }, isForeign) => {
    if (!endingActions.test(action)) return;
    delay.labels(isForeign ? 'other' : 'own').observe(Math.max(0, Date.now() - at.getTime()) / 1_000);
  });
}

function addGauges(to: Registry): void {
  const gauge = (name: string, help: string, read: () => number) => {
    const made: Gauge = new Gauge({
      name: `tokendesk_${name}`,
      help,
      registers: [to],
      collect: () => made.set(read()),
    });
  };
  gauge('cache_tokens', 'Live tokens in memory.', () => verificationCache().size.tokens);
  gauge('cache_token_bytes', 'Their estimated size.', () => verificationCache().size.tokenBytes);
  gauge('cache_refusals', 'Refusals kept for a moment.', () => verificationCache().size.refusals);
  gauge('log_followed_seconds_ago', 'When the log of changes was last read to its end.', followedAgo);
  gauge('resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage().rss);
  const streams = new Gauge({
    name: 'tokendesk_open_streams',
    help: 'Streams that are open, by kind.',
    labelNames: ['kind'],
    registers: [to],
    collect: () => {
      for (const [kind, count] of counters().streams) streams.labels(kind).set(count);
    },
  });
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
  gauge('event_loop_delay_p50_seconds', 'Delay of the event loop since the last look.', () =>
    seconds(loop.percentile(50)),
  );
  gauge('event_loop_delay_p99_seconds', 'The same, 99th of a hundred.', () => seconds(loop.percentile(99)));
  gauge('event_loop_delay_max_seconds', 'The same, the worst.', () => {
    const worst = seconds(loop.max);
    loop.reset();
    return worst;
  });
}
