import type { AuditTokens, AuditView } from '@/lib/domain/admin-view';
import { mostExported } from '@/lib/domain/audit-filter';
import { capitalised, counted, numberWord } from '@/lib/domain/number-words';

/** How many lines there are: “Fourteen lines are like that.” Of the whole log only that it is long. */
export function foundSentence({ found, isMore }: Pick<AuditView, 'found' | 'isMore'>): string {
  if (isMore) return `More than ${found.toLocaleString('en')} lines are like that.`;
  if (found === 0) return 'No line is like that.';
  return `${capitalised(counted(found, 'line'))} ${found === 1 ? 'is' : 'are'} like that.`;
}

/** Which tokens a text meant: “Three tokens are called so, two of them removed.” */
export function tokensSentence({ found, removed, isCut }: AuditTokens): string {
  if (found === 0) return 'No token is called so.';
  const are = `${found === 1 ? 'is' : 'are'} called so`;
  if (isCut)
    return `More than ${numberWord(found)} tokens are called so; these are the lines of the newest ${numberWord(found)}.`;
  if (removed === 0) return `${capitalised(counted(found, 'token'))} ${are}.`;
  if (removed === found) {
    const all =
      found === 1 ? 'and it is removed' : found === 2 ? 'both of them removed' : 'all of them removed';
    return `${capitalised(counted(found, 'token'))} ${are}, ${all}.`;
  }
  return `${capitalised(counted(found, 'token'))} ${are}, ${numberWord(removed)} of them removed.`;
}

/** What the export leaves out, in the foot of the page; empty when it is nothing. */
export function exportNote({ isMore }: Pick<AuditView, 'isMore'>): string {
  return isMore ? `The export holds the newest ${mostExported.toLocaleString('en')} lines` : '';
}
