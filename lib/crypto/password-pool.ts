import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { DeskError } from '@/lib/domain/errors';
import { processWide } from '@/lib/domain/process-wide';
import { env } from '@/lib/env';

/** What a worker computes. `input` is the peppered pre-hash. */
export type PasswordWork =
  { kind: 'hash'; input: string; cost: number } | { kind: 'compare'; input: string; hash: string };

/**
 * Who waits. Proofs of signed-in people go before sign-ins, so that a flood of strangers at the door cannot keep them
 * from acting.
 */
export type PasswordLane = 'proof' | 'sign-in';

interface Job {
  id: number;
  work: PasswordWork;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  job: Job | null;
}

/** Jobs that may wait in each lane; with two workers and cost 12 some eight seconds. */
const maxWaiting = 48;
const retryAfterSeconds = 10;

class PasswordPool {
  private readonly threads: Thread[] = [];
  private readonly waiting: Record<PasswordLane, Job[]> = { proof: [], 'sign-in': [] };
  private nextId = 1;

  /** Queues work; refuses at once with `overloaded` when the lane is full (PWD-4). */
  run(work: PasswordWork, lane: PasswordLane): Promise<unknown> {
    if (this.waiting[lane].length >= maxWaiting) {
      const message = 'Too many passwords are being checked at this moment. Try again in some seconds.';
      return Promise.reject(new DeskError('overloaded', message, { retryAfterSeconds }));
    }
    return new Promise((resolve, reject) => {
      this.waiting[lane].push({ id: this.nextId, work, resolve, reject });
      this.nextId += 1;
      this.feed();
    });
  }

  private feed(): void {
    while (this.waiting.proof.length + this.waiting['sign-in'].length > 0) {
      const thread = this.threads.find((each) => each.job === null) ?? this.grow();
      if (thread === null) return;
      const job = this.waiting.proof.shift() ?? this.waiting['sign-in'].shift();
      if (job === undefined) return;
      thread.job = job;
      thread.worker.ref();
      thread.worker.postMessage({ id: job.id, ...job.work });
    }
  }

  private grow(): Thread | null {
    if (this.threads.length >= env().passwordWorkers) return null;
    const file = path.join(/* turbopackIgnore: true */ env().rootDir, 'lib/crypto/password-worker.mjs');
    // The file is plain JavaScript: loaders and flags of the parent (tsx, --inspect) are not for it.
    const thread: Thread = {
      worker: new Worker(/* turbopackIgnore: true */ file, { execArgv: [] }),
      job: null,
    };
    thread.worker.unref();
    thread.worker.on('message', ({ value }: { value: unknown }) => this.settle(thread, value));
    thread.worker.on('error', () => this.bury(thread));
    thread.worker.on('exit', () => this.bury(thread));
    this.threads.push(thread);
    return thread;
  }

  private settle(thread: Thread, value: unknown): void {
    const { job } = thread;
    thread.job = null;
    thread.worker.unref();
    if (value === null) job?.reject(new Error('The password worker could not do its work.'));
    else job?.resolve(value);
    this.feed();
  }

  /** A dead thread fails its job and leaves the pool; the next job starts another. */
  private bury(thread: Thread): void {
    const index = this.threads.indexOf(thread);
    if (index === -1) return;
    this.threads.splice(index, 1);
    thread.job?.reject(new Error('A password worker ended.'));
    this.feed();
  }
}

/** The one pool of this process. */
export function passwordPool(): PasswordPool {
  return processWide('password-pool', () => new PasswordPool());
}
