import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Call } from '@/lib/domain/call';
import type { CurrentPerson } from '@/lib/domain/person';
import { readCurrentPerson } from '@/lib/services/people/read-current-person';
import { findCookieCall, type RequestFacts } from './find-cookie-call';

/** What the server has put on the request's headers; strangers' own values were dropped there. */
export async function requestFacts(): Promise<RequestFacts> {
  const found = await headers();
  return {
    cookie: found.get('cookie'),
    requestId: found.get('x-request-id'),
    address: found.get('x-client-address'),
    userAgent: found.get('user-agent'),
  };
}

/** The call of the person who is signed in, or null. Checked once per request. */
export const findCall = cache(async (): Promise<Call | null> =>
  findCookieCall(await requestFacts(), new Date()),
);

/**
 * The call of the person who is signed in; sends everyone else to the sign-in page, which leads back to `returnPath`.
 * For pages.
 */
export async function requireCall(returnPath?: string): Promise<Call> {
  const call = await findCall();
  if (call !== null) return call;
  redirect(returnPath === undefined ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(returnPath)}`);
}

/** Who is signed in, with what they hold now; sends everyone else to the sign-in page. For pages. */
export async function requirePerson(returnPath?: string): Promise<CurrentPerson> {
  return readCurrentPerson(await requireCall(returnPath));
}
