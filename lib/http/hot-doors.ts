import { answerAuthzAtOnce } from './gateway/answer-authz';
import { introspectionAtOnce } from './oauth/introspect-at-once';
import type { HotDoors } from './server/server-options';

/** The quick ways of the doors that have one: no router, no promise, no header that is not needed. */
export function createHotDoors(settings: { publicUrl: string; bodyTimeoutMilliseconds: number }): HotDoors {
  const { publicUrl, bodyTimeoutMilliseconds } = settings;
  const isHttps = publicUrl.startsWith('https:');
  const introspect = introspectionAtOnce({ publicUrl, isHttps, bodyTimeoutMilliseconds });
  return (door, incoming, outgoing, facts) => {
    if (door === 'gateway') return answerAuthzAtOnce(incoming, outgoing, facts);
    return door === 'introspection' && introspect(incoming, outgoing, facts);
  };
}
