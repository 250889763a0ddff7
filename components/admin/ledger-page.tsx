'use client';

import type { ReactNode } from 'react';
import { LiveNote } from '@/components/shell/live-feed';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';

export interface LedgerPageProps {
  title: string;
  /** What there is, in a sentence whose clauses filter. */
  sentence: ReactNode;
  create: { label: string; icon: ReactNode; onPress: () => void };
  search: { label: string; text: string; onTextChange: (text: string) => void };
  /** Null while some line is shown. */
  nothing: { title: string; why: string; onShowAll: (() => void) | null } | null;
  foot: readonly [left: string, right: string];
  /** The table. */
  children: ReactNode;
}

/** A page of administration that lists and changes: sentence, tools, ledger, foot. */
export function LedgerPage(props: LedgerPageProps) {
  const { title, sentence, create, search, nothing, foot, children } = props;
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
        {sentence}
      </div>
      <div className="bar">
        <Button variant="primary" icon={create.icon} onClick={create.onPress}>
          {create.label}
        </Button>
        <SearchField
          label={search.label}
          hasShortcut
          value={search.text}
          onValueChange={search.onTextChange}
        />
        <span className="sp" />
        <LiveNote live="Live" />
      </div>
      {children}
      {nothing !== null && (
        <EmptyState
          title={nothing.title}
          actions={nothing.onShowAll !== null && <Button onClick={nothing.onShowAll}>Show all</Button>}
        >
          {nothing.why}
        </EmptyState>
      )}
      <div className="foot-bar">
        <span>{foot[0]}</span>
        <span className="sp" />
        <span>{foot[1]}</span>
      </div>
    </>
  );
}
