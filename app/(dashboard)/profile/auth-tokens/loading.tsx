import { LedgerSkeleton, Skeleton } from '@/components/ui/skeleton';

const columns = ['Description', 'Access', 'Context', 'Expires', 'Last used', 'Status'];

/** The page while its tokens are read: the same ruling, nothing on it yet. */
export default function AuthTokensLoading() {
  return (
    <>
      <div className="head">
        <h1>Auth Tokens</h1>
        <p className="say" role="status">
          Looking up your tokens.
        </p>
      </div>
      <div className="bar" aria-hidden="true">
        <Skeleton width={105} isTall />
        <Skeleton width={246} isTall />
        <Skeleton width={93} isTall />
      </div>
      <LedgerSkeleton columns={columns} rows={14} />
    </>
  );
}
