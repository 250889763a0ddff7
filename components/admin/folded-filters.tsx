'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';

/** Filters on a line of their own; on a phone they wait behind a button of this name. */
export function FoldedFilters({ label, children }: { label: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const filtersId = useId();
  return (
    <>
      <button
        type="button"
        className="iconbtn fold"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={filtersId}
        onClick={() => setIsOpen(!isOpen)}
      >
        <SlidersHorizontal aria-hidden="true" />
      </button>
      <div className="filters" id={filtersId} data-open={isOpen}>
        {children}
      </div>
    </>
  );
}
