import type { IncomingMessage } from 'node:http';
import { findCookieCall } from '@/lib/auth/find-cookie-call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { documentLimitBytes } from '@/lib/domain/service-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';

/** What the body of a request to a page may be. */
export interface BodyLimit {
  bytes: number;
  timeoutMilliseconds: number;
  /** The sentence of the 413. */
  sentence: string;
}

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
  timeoutMilliseconds: number,
): Promise<BodyLimit> {
  const form = { bytes: formBytes, timeoutMilliseconds, sentence: 'A form has at most 64 KB.' };
  const announced = Number(request.headers['content-length'] ?? 0);
  if (path !== documentPath || announced <= formBytes || !(await mayImport(request))) return form;
  return {
    bytes: documentLimitBytes + formBytes,
    timeoutMilliseconds: Math.max(timeoutMilliseconds, documentMilliseconds),
    sentence: 'A document has at most 10 MB.',
  };
}

async function mayImport(request: IncomingMessage): Promise<boolean> {
  const { headers } = request;
  const facts = {
    cookie: headers.cookie ?? null,
    requestId: single(headers['x-request-id']),
    address: single(headers['x-client-address']),
    userAgent: headers['user-agent'] ?? null,
  };
  try {
    const call = await findCookieCall(facts, new Date());
    if (call === null) return false;
    await requireDeskPermission(call, deskPermissions.manageCatalog);
    return true;
  } catch {
    // Whatever failed, more is not read; the action says why.
    return false;
  }
}

function single(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
