import { Fragment } from 'react';
import { pageSentence, type SentenceCounts } from './page-sentence';
import type { Clause } from './token-filter';

interface SentenceProps {
  counts: SentenceCounts;
  clause: Clause | null;
  onClause: (clause: Clause | null) => void;
}

/** The sentence that opens the page; each clause shows only the tokens it speaks of. */
export function Sentence({ counts, clause, onClause }: SentenceProps) {
  const sentence = pageSentence(counts);
  return (
    <p className="say">
      {sentence.opening}
      {sentence.clauses.map((each) => (
        <Fragment key={each.clause}>
          {each.before}
          <button
            type="button"
            aria-pressed={clause === each.clause}
            onClick={() => onClause(clause === each.clause ? null : each.clause)}
          >
            {each.text}
          </button>
        </Fragment>
      ))}
      {sentence.clauses.length > 0 && '.'}
    </p>
  );
}
