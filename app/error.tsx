'use client';

import { EntryPage } from '@/components/entry/entry-page';
import { ErrorFacts } from '@/components/entry/error-facts';

/** A page that could not be shown, outside the frame. What was wrong is in the server's log, under the reference. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <EntryPage
      title="This page could not be shown"
      say="Something on the desk's side failed. Nothing was changed by it."
    >
      <ErrorFacts digest={error.digest} onRetry={reset} />
    </EntryPage>
  );
}
