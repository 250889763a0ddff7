'use client';

import { ErrorFacts } from '@/components/entry/error-facts';

/** A page that could not be shown, inside the frame: the way to the other pages stays. */
export default function DashboardError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <>
      <div className="head">
        <h1>This page could not be shown</h1>
        <p className="say">Something on the desk&rsquo;s side failed. Nothing was changed by it.</p>
      </div>
      <div className="pad">
        <ErrorFacts digest={error.digest} onRetry={reset} />
      </div>
    </>
  );
}
