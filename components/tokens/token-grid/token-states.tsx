import { Plus } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { BlankLedger } from './blank-ledger';
import styles from './token-grid.module.css';
import type { Reading } from './use-token-rows';

/** No token yet: the blank ruled page, its first line in pencil. */
export function NoTokens({ now, onGenerate }: { now: Date; onGenerate: () => void }) {
  return (
    <div className={styles.blankPage}>
      <EmptyState
        title="The first line is yours."
        ledger={<BlankLedger now={now} />}
        actions={
          <>
            <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={onGenerate}>
              Generate
            </Button>
            <Link href="/docs/api#credentials">How a request carries a token</Link>
          </>
        }
      >
        A token lets a script, a plugin or a colleague act for you without your password. Give it only the
        permissions it needs, in one project if that is enough, and a date when it ends. You can narrow it or
        take it back at any time.
      </EmptyState>
    </div>
  );
}

/** The filter hides every token. */
export function NoMatch({ isReading, onClear }: { isReading: boolean; onClear: () => void }) {
  return (
    <EmptyState
      title={isReading ? 'None of those read so far.' : 'No token matches.'}
      actions={<Button onClick={onClear}>Show all tokens</Button>}
    >
      {isReading
        ? 'The rest is still on its way.'
        : 'The search and the filters leave nothing. The tokens are still there.'}
    </EmptyState>
  );
}

/** Tokens there are, but none could be read. */
export function RowsProblem({ reading, onRetry }: { reading: Reading; onRetry: () => void }) {
  if (reading.problem === null) return null;
  return (
    <div role="alert">
      <EmptyState
        title="The tokens could not be read."
        actions={<Button onClick={onRetry}>Try again</Button>}
      >
        {reading.problem}
      </EmptyState>
    </div>
  );
}
