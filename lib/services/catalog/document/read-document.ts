import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { DeskError, type FieldIssue } from '@/lib/domain/errors';
import { documentOutlineSchema, type DocumentOutline } from '@/lib/domain/imports/document-outline';
import { processWide } from '@/lib/domain/process-wide';
import { documentLimitBytes } from '@/lib/domain/service-input';
import { plainLine } from '@/lib/domain/text';
import { env } from '@/lib/env';

const timeLimitMilliseconds = 30_000;
const memoryLimitMegabytes = 512;
/** Threads that read at once in this process; whoever comes beyond them is told to come back. */
const maxReaders = 2;

const answerSchema = z.union([
  z.object({ outline: documentOutlineSchema }),
  z.object({
    issues: z.array(
      z.object({
        message: z.string(),
        place: z.object({ line: z.number(), column: z.number() }).nullable(),
      }),
    ),
  }),
]);

/**
 * Reads an OpenAPI document in a thread of its own, with 30 s and 512 MB: what it does cannot keep verification waiting.
 * Throws invalid_input with one issue per mistake, each with its line and column, and overloaded while two are being read.
 */
export async function readDocument(document: string | Uint8Array): Promise<DocumentOutline> {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : Uint8Array.from(document);
  if (bytes.byteLength > documentLimitBytes) throw unreadable([{ message: 'It is larger than 10 MB.' }]);
  const readers = processWide('document-readers', () => ({ count: 0 }));
  if (readers.count >= maxReaders) {
    const message = 'Other documents are being read at this moment. Try again in some seconds.';
    throw new DeskError('overloaded', message, { retryAfterSeconds: 10 });
  }
  readers.count += 1;
  try {
    const answer = answerSchema.parse(await readInThread(bytes));
    if ('outline' in answer) return answer.outline;
    throw unreadable(answer.issues.map(({ message, place }) => ({ message: at(message, place) })));
  } finally {
    readers.count -= 1;
  }
}

function at(message: string, place: { line: number; column: number } | null): string {
  return plainLine(place === null ? message : `Line ${place.line}, column ${place.column}: ${message}`, 400);
}

/** The refusal of a document. */
function unreadable(issues: readonly Omit<FieldIssue, 'path'>[]): DeskError {
  const [first] = issues;
  return new DeskError('invalid_input', first?.message ?? 'The document cannot be read.', {
    issues: issues.map((issue) => ({ path: 'document', ...issue })),
  });
}

function readInThread(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const file = path.join(
    /* turbopackIgnore: true */ env().rootDir,
    'lib/services/catalog/document/document-worker.mjs',
  );
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    workerData: bytes,
    transferList: [bytes.buffer],
    // The file is plain JavaScript: loaders and flags of the parent are not for it.
    execArgv: [],
    env: {},
    resourceLimits: {
      maxOldGenerationSizeMb: memoryLimitMegabytes,
      maxYoungGenerationSizeMb: 64,
      stackSizeMb: 4,
    },
  });
  return new Promise<unknown>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(unreadable([{ message: 'It takes longer than 30 seconds to read.' }]));
    }, timeLimitMilliseconds);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isTooMuch = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isTooMuch ? unreadable([{ message: 'It takes more memory to read than it is given.' }]) : error);
    });
    worker.once('exit', () => reject(new Error('The thread that reads documents ended without an answer.')));
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}
