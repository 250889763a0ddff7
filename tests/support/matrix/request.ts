import type { Access } from '@/lib/domain/grant';
import type { PersonFixture } from '../desk';
import type { Wanted } from '../door';
import type { World } from './world';

/** How one operation of the description is called rightly, and what may be expected of those who call it. */
export interface MatrixRequest {
  /** Puts in place what the request needs and writes it, about the things of `person`. */
  make: (world: World, person: PersonFixture) => Promise<Wanted>;
  /** It names things or a desk of that person: to others it tells nothing and changes nothing. */
  isAddressed?: boolean;
  /** Where an administrator reaches nobody's things but their own. */
  isOwnOnly?: boolean;
  /** Only a session may: every token is refused. */
  isForSessions?: boolean;
  /** It takes full access, whatever a limited token holds. */
  isForFullAccess?: boolean;
}

/** Access to permissions everywhere. */
export function globally(...permissions: string[]): Access {
  return { kind: 'limited', entries: [{ context: 'global', permissions }] };
}

/** A request with a JSON body. */
export function json(method: string, path: string, body: unknown, headers: Wanted['headers'] = {}): Wanted {
  return {
    method,
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** A request with a form. */
export function form(path: string, fields: Readonly<Record<string, string>> = {}): Wanted {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}
