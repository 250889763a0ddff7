import { LedgerSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <div className="head" role="status">
        <h1>People</h1>
        <p className="say">Reading the page.</p>
      </div>
      <LedgerSkeleton columns={['Name', 'Roles', 'Live tokens', 'Last sign-in', 'Status']} rows={12} />
    </>
  );
}
