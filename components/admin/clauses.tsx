'use client';

/** A clause of a page's sentence: what it narrows to, how many that are, and how that is said. */
export interface Clause<Kind extends string> {
  kind: Kind;
  count: number;
  words: (count: number) => string;
}

export interface ClausesProps<Kind extends string> {
  clauses: readonly Clause<Kind>[];
  kind: Kind;
  onKindChange: (kind: NoInfer<Kind> | 'any') => void;
}

/** The clauses that count something, each a button that filters to what it counts, and again to take that back. */
export function Clauses<Kind extends string>({ clauses, kind, onKindChange }: ClausesProps<Kind>) {
  const shown = clauses.filter((clause) => clause.count > 0 || clause.kind === kind);
  return shown.map((clause, index) => (
    <span key={clause.kind}>
      {index > 0 && ', '}
      <button
        type="button"
        aria-pressed={clause.kind === kind}
        onClick={() => onKindChange(clause.kind === kind ? 'any' : clause.kind)}
      >
        {clause.words(clause.count)}
      </button>
    </span>
  ));
}
