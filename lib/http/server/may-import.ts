import type { IncomingMessage } from 'node:http';
import { findCookieCall } from '@/lib/auth/find-cookie-call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { requireDeskPermission } from '@/lib/services/access/require-permission';

/** True for a request with the cookie of someone who may import documents into the catalog. Of the desk, not of the gate. */
export async function mayImport(request: IncomingMessage): Promise<boolean> {
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
