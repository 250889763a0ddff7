import type { Verifier } from '@/packages/verifier/src/create-verifier';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { decide } from '@/lib/domain/decide';
import { tokenLimitsOf } from '@/lib/domain/token-limits';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import type { DoorFixture } from '../support/door';
import { askAs } from '../support/gateway';
import type { ResourceServerFixture } from '../support/resource-server';
import type { ModelQuestion } from './reference-model';

/** Whom the four ways ask. */
export interface Asked {
  door: () => DoorFixture;
  gatewayKey: string;
  server: ResourceServerFixture;
  verifier: Verifier;
}

/** One way of asking: true when the secret is let through. */
export type Way = (asked: Asked, secret: string, question: ModelQuestion) => Promise<boolean>;

const inProcess: Way = async (_asked, secret, { permission, context, address }) => {
  const now = new Date();
  const verification = await verifyToken(secret, now);
  if (verification.outcome !== 'valid') return false;
  const { token } = verification;
  const conditions = { limits: tokenLimitsOf(token), address, now };
  const { power, ownerRights } = token;
  return decide({ power, ownerRights, permission, context, catalog: currentCatalog(), conditions }).isAllowed;
};

const atGateway: Way = async ({ door, gatewayKey: key }, presented, { permission, context, address }) => {
  const store = context.slice('store:'.length);
  const [method, uri] = {
    'shop.api.List': ['GET', '/stores'],
    'shop.api.Read': ['GET', `/stores/${store}`],
    'shop.api.Order': ['POST', `/stores/${store}/orders`],
  }[permission] as [string, string];
  return (await askAs('caddy', door(), { key, method, uri, presented, address })).status === 200;
};

const byIntrospection: Way = async ({ door, server }, secret, question) => {
  const { status, text } = await door().send({
    method: 'POST',
    path: '/oauth/introspect',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${server.client.id}:${server.secret}`).toString('base64')}`,
    },
    body: new URLSearchParams({ token: secret, ...question }).toString(),
  });
  const reply = JSON.parse(text) as { active?: boolean; allowed?: boolean };
  return status === 200 && reply.active === true && reply.allowed === true;
};

const byPackage: Way = async ({ verifier }, secret, question) =>
  (await verifier.verify(secret, question)).isAllowed;

/** The ways that the desk itself answers: right by the very next request. */
export const deskWays = {
  'verifyToken and decide': inProcess,
  gateway: atGateway,
  introspection: byIntrospection,
};
/** The way that answers elsewhere: right as soon as the feed has told it, and at the latest by its age. */
export const packageWay = byPackage;
