import { LedgerSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <div className="head" role="status">
        <h1>Catalog</h1>
        <p className="say">Reading the page.</p>
      </div>
      <LedgerSkeleton columns={['Service', 'Version', 'Operations', 'Contexts', 'Imported']} rows={8} />
    </>
  );
}
