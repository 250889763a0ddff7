import { STATUS_CODES, type IncomingMessage } from 'node:http';
import { presentedCredential } from '@/lib/auth/presented-credential';
import { verifierApi } from '@/lib/domain/api/verifier';
import type { Client } from '@/lib/domain/client';
import { DeskError } from '@/lib/domain/errors';
import type { Doors } from '@/lib/http/doors';
import { detailOf } from '@/lib/http/rest/refusal';
import { restDoor, type RestManner, type RestSettings } from '@/lib/http/rest/rest-door';
import { openRoute, type RestReply } from '@/lib/http/rest/rest-route';
import { admitAddress } from '@/lib/services/access/admit-request';
import { verifyClient } from '@/lib/services/clients/verify-client';
import { resolveToken, type Resolution } from '@/lib/services/verifier/resolve-token';
import { openForgetStream } from './forget-stream';

/** What the operator, or a test, may set of the verifier's door. */
export interface VerifierSettings extends RestSettings {
  beatMilliseconds?: number | undefined;
}

interface Asking {
  client: Client;
  presented: string;
}

const eventNumber = /^\d{1,15}$/;

const resolve = openRoute(verifierApi.resolve, (facts, { body, incoming }) =>
  asResourceServer(incoming, facts.address, async ({ client }) => {
    const { now: at, address, userAgent, requestId } = facts;
    const use = { at, address, userAgent, requestId, via: 'header' } as const;
    return { status: 200, body: toReply(await resolveToken(client, body.presented, use)) };
  }),
);

function feed({ beatMilliseconds }: VerifierSettings) {
  return openRoute(verifierApi.feed, (facts, { query, incoming, signal }) =>
    asResourceServer(incoming, facts.address, ({ client, presented }) => {
      const mediaType = 'text/event-stream; charset=utf-8';
      if (incoming.method === 'HEAD') return Promise.resolve({ status: 200, mediaType });
      const lastId = incoming.headers['last-event-id'];
      const heard = typeof lastId === 'string' && eventNumber.test(lastId) ? Number(lastId) : query.after;
      const options = { presented, after: heard ?? null, signal, beatMilliseconds };
      return Promise.resolve({ status: 200, mediaType, ...openForgetStream(client, options) });
    }),
  );
}

/** Answers a resource server; whoever is none gets a 401, counted by address: a right credential is not limited (API-8). */
async function asResourceServer(
  incoming: IncomingMessage,
  address: string,
  answer: (asking: Asking) => Promise<RestReply>,
): Promise<RestReply> {
  const credential = presentedCredential(incoming.rawHeaders);
  if (credential.kind === 'one') {
    const { presented } = credential;
    const client = await verifyClient(presented, 'resource-server');
    if (client !== null) return answer({ client, presented });
  }
  admitAddress(address);
  if (credential.kind === 'one')
    throw new DeskError('unauthenticated', 'No resource server has this credential.');
  const [status, detail, error] =
    credential.kind === 'none'
      ? ([401, 'The credential of a resource server is needed.', ''] as const)
      : ([400, 'A request carries one credential.', ', error="invalid_request"'] as const);
  return {
    status,
    mediaType: 'application/problem+json',
    body: { type: 'about:blank', title: STATUS_CODES[status], status, detail, code: 'unauthenticated' },
    headers: { 'WWW-Authenticate': `Bearer realm="Tokendesk"${error}` },
  };
}

function toReply(resolution: Resolution): Record<string, unknown> {
  if (!resolution.active) return { active: false };
  const { grants, limits, expiresAt, ...rest } = resolution;
  const notBefore = limits.notBefore?.toISOString() ?? null;
  const inWords = { limits: { ...limits, notBefore }, expiresAt: expiresAt?.toISOString() ?? null };
  return { ...rest, grants: Object.fromEntries(grants), ...inWords };
}

const manner: RestManner = {
  prefixes: ['/verifier/', '/feed'],
  bodies: 'json',
  refusalBody: (refused, status) => ({
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: detailOf(refused),
    code: refused.kind === 'error' ? refused.error.code : refused.kind,
    ...(refused.kind === 'error' && refused.error.details.issues !== undefined
      ? { issues: refused.error.details.issues }
      : {}),
  }),
  refusalMediaType: 'application/problem+json',
};

/** `POST /verifier/resolve` and `GET /feed`: what the verifier package asks and hears. */
export function verifierDoor(settings: VerifierSettings): Doors {
  return restDoor([resolve, feed(settings)], manner, settings);
}
