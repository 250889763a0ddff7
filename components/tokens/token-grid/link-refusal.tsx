'use client';

import { Unlink } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Why the link that led here opened nothing. */
export function LinkRefusal({ sentence, onDismiss }: { sentence: string; onDismiss: () => void }) {
  return (
    <div className="callout tag-note" role="alert">
      <Unlink className="i" aria-hidden="true" />
      <p>{sentence}</p>
      <Button size="small" variant="plain" onClick={onDismiss}>
        Dismiss
      </Button>
    </div>
  );
}
