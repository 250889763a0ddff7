import { capitalised, numberWord } from '@/lib/domain/number-words';
import type { TokenRow } from '@/lib/domain/token-view';
import { tokenFacts } from './token-facts';
import type { Clause } from './token-filter';

/** How many tokens each clause of the sentence speaks of. `live` is everything that has not ended. */
export interface SentenceCounts {
  live: number;
  ending: number;
  neverUsed: number;
  narrowed: number;
  expired: number;
}

/** A clause that filters, with the punctuation that stands before it. */
export interface SentenceClause {
  clause: Clause;
  before: string;
  text: string;
}

export interface PageSentence {
  opening: string;
  clauses: readonly SentenceClause[];
}

/** Counts the rows as they stand at `now`. */
export function countTokens(rows: readonly TokenRow[], now: Date): SentenceCounts {
  const counts = { live: 0, ending: 0, neverUsed: 0, narrowed: 0, expired: 0 };
  for (const row of rows) {
    const facts = tokenFacts(row, now);
    counts.live += facts.isEnded ? 0 : 1;
    counts.ending += facts.isEndingSoon ? 1 : 0;
    counts.neverUsed += facts.isNeverUsed ? 1 : 0;
    counts.narrowed += facts.isNarrowed ? 1 : 0;
    counts.expired += facts.isEnded ? 1 : 0;
  }
  return counts;
}

/** “Thirteen tokens are signed out in your name. Three end within ten days, one has lost permissions; two have ended.” */
export function pageSentence(counts: SentenceCounts): PageSentence {
  const { live, ending, neverUsed, narrowed, expired } = counts;
  const phrases: [Clause, number, string][] = [
    ['ending', ending, ending === 1 ? 'ends within ten days' : 'end within ten days'],
    ['neverUsed', neverUsed, neverUsed === 1 ? 'has never been used' : 'have never been used'],
    ['narrowed', narrowed, narrowed === 1 ? 'has lost permissions' : 'have lost permissions'],
    ['expired', expired, expired === 1 ? 'has ended' : 'have ended'],
  ];
  const clauses = phrases
    .filter(([, amount]) => amount > 0)
    .map(([clause, amount, phrase], index) => ({
      clause,
      before: index === 0 ? ' ' : clause === 'expired' ? '; ' : ', ',
      text: index === 0 ? capitalised(`${numberWord(amount)} ${phrase}`) : `${numberWord(amount)} ${phrase}`,
    }));
  return { opening: opening(live), clauses };
}

function opening(live: number): string {
  if (live === 0) return 'Nothing is signed out in your name.';
  return `${capitalised(numberWord(live))} ${live === 1 ? 'token is' : 'tokens are'} signed out in your name.`;
}
