import { LedgerSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <div className="head" role="status">
        <h1>Activity</h1>
        <p className="say">Reading the page.</p>
      </div>
      <LedgerSkeleton columns={['When', 'Who', 'What', 'Context', 'From']} rows={12} />
    </>
  );
}
