import { LedgerSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <div className="head" role="status">
        <h1>All tokens</h1>
        <p className="say">Reading the page.</p>
      </div>
      <LedgerSkeleton
        columns={['Description', 'Owner', 'Access', 'Context', 'Expires', 'Status']}
        rows={12}
      />
    </>
  );
}
