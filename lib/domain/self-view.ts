import type { Context } from './context';
import type { Access } from './grant';

/** What presents a credential: what it is, whose, and what it may do now. Dates are ISO 8601 in UTC. */
export interface SelfView {
  kind: 'token' | 'access-token' | 'session';
  /** Of the token (of an access token, the one that it stands in for), or of the session. */
  id: string;
  description: string;
  owner: { id: string; name: string };
  access: Access;
  /** In effect now: what it holds as far as its owner holds it. `global` stands for everywhere. */
  permissions: readonly { permission: string; contexts: readonly Context[] }[];
  expiresAt: string | null;
  mayUseInUrls: boolean;
  addresses: readonly string[];
  notBefore: string | null;
  requestsPerMinute: number | null;
}
