import { listed } from '@/components/permissions/plain-words';
import type { ChangeSubject } from './changed-token';
import type { TokenDiff } from './diff-token';

/** What an edit leaves as it is, in one line: `10 permissions, the description and the expiry`. Empty for a new token. */
export function stays(diff: TokenDiff, { before, after }: Pick<ChangeSubject, 'before' | 'after'>): string {
  if (before === null) return '';
  const { kept } = diff;
  const words = [
    after.access.kind === 'full' && diff.access === null && 'full access',
    diff.access === null &&
      kept.length > 0 &&
      `${kept.length} ${kept.length === 1 ? 'permission' : 'permissions'}`,
    diff.description === null && 'the description',
    diff.expiry === null &&
      (after.expiry === 'never' ? 'that it never expires' : `the expiry ${after.expiry}`),
    diff.mayUseInUrls === null && `${after.mayUseInUrls ? '' : 'no '}use in URLs`,
    'the secret',
  ];
  return listed(words.filter((word) => word !== false));
}
