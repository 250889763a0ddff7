import type { IncomingMessage } from 'node:http';
import { documentLimitBytes } from '@/lib/domain/service-input';
import type { ServerOptions } from './server-options';

/** What the body of a request to a page may be. */
export interface BodyLimit {
  bytes: number;
  timeoutMilliseconds: number;
  /** The sentence of the 413. */
  sentence: string;
}

type PageBodyOptions = Pick<ServerOptions, 'bodyTimeoutMilliseconds' | 'mayImport'>;

const formBytes = 65_536;
const documentPath = '/admin/catalog';
/** Slow lines get a minute for ten megabytes; node:http itself allows no more. */
const documentMilliseconds = 55_000;

/**
 * 64 KB for every form (WEB-10). The one exception is a document for the catalog, which is larger: only at its page, only
 * announced by its length, and only for a session that may import, which is asked before a byte of it is read.
 */
export async function pageBodyLimit(
  request: IncomingMessage,
  path: string,
  { bodyTimeoutMilliseconds: timeoutMilliseconds, mayImport }: PageBodyOptions,
): Promise<BodyLimit> {
  const form = { bytes: formBytes, timeoutMilliseconds, sentence: 'A form has at most 64 KB.' };
  const announced = Number(request.headers['content-length'] ?? 0);
  if (path !== documentPath || announced <= formBytes) return form;
  if (mayImport === undefined || !(await mayImport(request))) return form;
  return {
    bytes: documentLimitBytes + formBytes,
    timeoutMilliseconds: Math.max(timeoutMilliseconds, documentMilliseconds),
    sentence: 'A document has at most 10 MB.',
  };
}
