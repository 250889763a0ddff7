import { listed } from '@/components/permissions/plain-words';
import type { ChangeSubject } from './changed-token';
import type { TokenDiff } from './diff-token';

/** What an edit leaves as it is, in one line: `10 permissions, the description and the expiry`. Empty for a new token. */
export function stays(diff: TokenDiff, { before, after }: Pick<ChangeSubject, 'before' | 'after'>): string {
  if (before === null) return '';
  const { kept } = diff;
  const { addresses = [], notBefore = null, requestsPerMinute = null } = after;
  const words = [
    after.access.kind === 'full' && diff.access === null && 'full access',
    diff.access === null &&
      kept.length > 0 &&
      `${kept.length} ${kept.length === 1 ? 'permission' : 'permissions'}`,
    diff.description === null && 'the description',
    diff.expiry === null &&
      (after.expiry === 'never' ? 'that it never expires' : `the expiry ${after.expiry}`),
    diff.mayUseInUrls === null && `${after.mayUseInUrls ? '' : 'no '}use in URLs`,
    diff.addresses === null && addresses.length > 0 && `the ${counted(addresses.length)} it is taken from`,
    diff.notBefore === null && notBefore !== null && `the first day ${notBefore}`,
    diff.requestsPerMinute === null && requestsPerMinute !== null && `${requestsPerMinute} requests a minute`,
    'the secret',
  ];
  return listed(words.filter((word) => word !== false));
}

function counted(count: number): string {
  return count === 1 ? 'address' : `${count} addresses`;
}
