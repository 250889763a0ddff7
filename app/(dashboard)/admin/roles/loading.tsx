import { LedgerSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <div className="head" role="status">
        <h1>Roles</h1>
        <p className="say">Reading the page.</p>
      </div>
      <LedgerSkeleton columns={['Role', 'Operations', 'Held by', 'Live tokens']} rows={8} />
    </>
  );
}
