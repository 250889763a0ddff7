import { LedgerSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <div className="head" role="status">
        <h1>Gateways</h1>
        <p className="say">Reading the page.</p>
      </div>
      <LedgerSkeleton columns={['Name', 'Asks for', 'Credential', 'Last used', 'Added']} rows={8} />
    </>
  );
}
