'use client';

import { RotateCw } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** The reference under which the server logged a failure, and the way to try again. */
export function ErrorFacts({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  return (
    <>
      {digest !== undefined && (
        <dl className="facts">
          <div>
            <dt>Reference</dt>
            <dd className="mono">{digest}</dd>
          </div>
        </dl>
      )}
      <div className="links">
        <Button variant="primary" size="large" icon={<RotateCw aria-hidden="true" />} onClick={onRetry}>
          Try again
        </Button>
        <a href="/profile/auth-tokens">Auth Tokens</a>
      </div>
    </>
  );
}
