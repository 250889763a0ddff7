import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DeskError } from '@/lib/domain/errors';
import { documentLimitBytes } from '@/lib/domain/service-input';
import { env } from '@/lib/env';

/** The bytes of a document, by a path as it was typed. Throws invalid_input with a sentence. */
export function readDocumentFile(typed: string): Uint8Array<ArrayBuffer> {
  const file = path.resolve(env().callerDir, typed);
  const size = sizeOf(file);
  if (size === null) throw refusal(`There is no file ${typed}, or it may not be read.`);
  if (size > documentLimitBytes)
    throw refusal(`${typed} has ${Math.ceil(size / 1_048_576)} MB; 10 MB can be read.`);
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw refusal(`${typed} may not be read.`);
  }
}

function sizeOf(file: string): number | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : null;
}

function refusal(message: string): DeskError {
  return new DeskError('invalid_input', message, { issues: [{ path: 'document', message }] });
}
