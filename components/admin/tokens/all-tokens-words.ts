import type { AllTokensView } from '@/lib/domain/admin-view';
import { capitalised, counted, numberWord } from '@/lib/domain/number-words';

/** “Thirty tokens are signed out in the names of four people.” */
export function totalSentence({ total, owners }: Pick<AllTokensView, 'total' | 'owners'>): string {
  if (total === 0) return 'No token is signed out.';
  const are = total === 1 ? 'is' : 'are';
  const names = owners.length === 1 ? 'the name' : 'the names';
  return `${capitalised(counted(total, 'token'))} ${are} signed out in ${names} of ${counted(owners.length, 'person', 'people')}.`;
}

/** “Three of them are like that.” */
export function foundSentence({ found, total }: Pick<AllTokensView, 'found' | 'total'>): string {
  if (found === 0) return 'None of them is like that.';
  if (found === total) return found === 1 ? 'It is like that.' : 'All of them are like that.';
  return `${capitalised(numberWord(found))} of them ${found === 1 ? 'is' : 'are'} like that.`;
}
