import { LedgerSkeleton, Skeleton } from '@/components/ui/skeleton';

const columns = ['Name', 'Project', 'Status', 'Last 24 hours', 'Last change', 'When'];

export default function Loading() {
  return (
    <>
      <div className="head" role="status">
        <h1>Environments</h1>
        <p className="say">Reading the page.</p>
      </div>
      <div className="bar" aria-hidden="true">
        <Skeleton width={240} />
      </div>
      <LedgerSkeleton columns={columns} rows={12} />
    </>
  );
}
