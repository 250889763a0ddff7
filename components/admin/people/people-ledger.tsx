import type { ReactNode } from 'react';
import { LedgerTable } from '../ledger-table';

const columns = [
  { head: 'Name', className: 'c-name' },
  { head: 'Roles' },
  { head: 'Live tokens', className: 'num c-tokens' },
  { head: 'Last sign-in', className: 'c-seen' },
  { head: 'Status', className: 'c-status' },
] as const;

/** The ruled table of people with its heads; the lines are its children. */
export function PeopleLedger({ children }: { children: ReactNode }) {
  return (
    <LedgerTable name="People" className="people" columns={columns}>
      {children}
    </LedgerTable>
  );
}
