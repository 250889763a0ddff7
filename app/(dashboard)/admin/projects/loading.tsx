import { LedgerSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <div className="head" role="status">
        <h1>Projects</h1>
        <p className="say">Reading the page.</p>
      </div>
      <LedgerSkeleton columns={['Project', 'Context', 'People', 'Live tokens', 'Environments']} rows={8} />
    </>
  );
}
