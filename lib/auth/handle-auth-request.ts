import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { env } from '@/lib/env';
import { reportFault } from '@/lib/services/audit/report-fault';
import { authOptions, type AuthFaults } from './auth-options';
import { callFacts } from './find-cookie-call';

/** What this desk uses of next-auth; the rest of its addresses does not exist here. */
const served = new Set([
  'GET csrf',
  'GET providers',
  'GET session',
  'GET signin',
  'GET error',
  'POST callback/credentials',
  'POST signout',
]);

/** Answers `/api/auth/…`. Never answers "signed in" after a fault: 503 under overload, else 500 (SES-5, PWD-4). */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.replace(/^\/api\/auth\//, '');
  if (!served.has(`${request.method} ${path}`))
    return Response.json({ message: 'Not found.' }, { status: 404 });
  const { headers } = request;
  const facts = {
    requestId: headers.get('x-request-id'),
    address: headers.get('x-client-address'),
    userAgent: headers.get('user-agent'),
  };
  const call: Call = { ...callFacts(facts, new Date()), actor: { kind: 'system', name: 'sign-in' } };
  const faults: AuthFaults = { fault: null };
  const answer = new Answer();
  try {
    // next-auth's older interface takes plain objects: no ambient request, and its answer can be looked at before it leaves.
    await NextAuth(await toApiRequest(request, url, path), answer.asApiResponse(), authOptions(call, faults));
  } catch (error) {
    faults.fault ??= error;
  }
  return faults.fault === null ? answer.toResponse() : refusal(faults.fault, call.requestId);
}

function refusal(fault: unknown, requestId: string): Response {
  const url = `${env().publicUrl}/sign-in?error=`;
  if (fault instanceof DeskError && fault.code === 'overloaded') {
    const seconds = String(fault.details.retryAfterSeconds ?? 10);
    return Response.json({ url: `${url}Overloaded` }, { status: 503, headers: { 'retry-after': seconds } });
  }
  reportFault(fault, requestId);
  return Response.json({ url: `${url}Internal` }, { status: 500 });
}

async function toApiRequest(request: Request, url: URL, path: string): Promise<NextApiRequest> {
  const query: Record<string, string | string[]> = {
    ...Object.fromEntries(url.searchParams),
    nextauth: path.split('/'),
  };
  const parsed = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: Object.fromEntries(cookiesOf(request.headers.get('cookie') ?? '')),
    query,
    body: request.method === 'POST' ? await bodyOf(request) : undefined,
  };
  return parsed as NextApiRequest;
}

function cookiesOf(header: string): [string, string][] {
  return header.split(';').flatMap((part): [string, string][] => {
    const [name = '', value] = part.trim().split(/=(.*)/s);
    return value === undefined ? [] : [[name, decode(value)]];
  });
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Form fields as texts; anything else is no sign-in. */
async function bodyOf(request: Request): Promise<Record<string, string>> {
  const fields = new URLSearchParams(await request.text());
  return Object.fromEntries(fields);
}

/** What next-auth answers, kept until it has been looked at. */
class Answer {
  private code = 200;
  private readonly headers = new Map<string, string | number | readonly string[]>();
  private body: unknown = null;

  asApiResponse(): NextApiResponse {
    const response = {
      status: (code: number) => {
        this.code = code;
        return response as NextApiResponse;
      },
      getHeader: (name: string) =>
        this.headers.get(name.toLowerCase()) as string | number | string[] | undefined,
      setHeader: (name: string, value: string | number | readonly string[]) => {
        this.headers.set(name.toLowerCase(), value);
        return response as NextApiResponse;
      },
      send: (body: unknown) => {
        this.body = body;
      },
      json: (body: unknown) => {
        this.body = body;
      },
      end: () => response as NextApiResponse,
    };
    return response as NextApiResponse;
  }

  toResponse(): Response {
    const headers = new Headers({ 'cache-control': 'private, no-store' });
    for (const [name, value] of this.headers) {
      if (name === 'set-cookie') for (const each of [value].flat()) headers.append(name, String(each));
      else if (name === 'location') headers.set(name, onOrigin(String(value)));
      else if (name !== 'cache-control') headers.set(name, String(value));
    }
    const { body } = this;
    if (body === null || body === undefined) return new Response(null, { status: this.code, headers });
    if (typeof body === 'string') return new Response(body, { status: this.code, headers });
    headers.set('content-type', 'application/json');
    const isAddress = typeof body === 'object' && 'url' in body && typeof body.url === 'string';
    const shown = isAddress ? { url: onOrigin(String(body.url)) } : body;
    return new Response(JSON.stringify(shown), { status: this.code, headers });
  }
}

/** The last gate of SES-6: whatever address comes out, only its path and query leave, on the configured origin. */
function onOrigin(address: string): string {
  const origin = env().publicUrl;
  const url = URL.canParse(address, origin) ? new URL(address, origin) : new URL(origin);
  const path = url.pathname.startsWith('//') ? '/' : url.pathname;
  return `${origin}${path}${url.search}`;
}
