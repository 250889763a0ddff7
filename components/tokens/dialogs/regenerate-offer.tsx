'use client';

import { RefreshCw } from 'lucide-react';
import { Button } from '../../ui/button';
import type { TokenForm } from './use-token-form';

/** The way out when the secret is lost or has leaked, at the bottom of Edit. */
export function RegenerateOffer({ editor, onRegenerate }: { editor: TokenForm; onRegenerate: () => void }) {
  return (
    <div className="regen">
      <span className="lab">The secret</span>
      <p className="hint">
        Lost, or seen by someone? A new one can be made. The old one is then dead at once.
      </p>
      <Button
        icon={<RefreshCw aria-hidden="true" />}
        onClick={onRegenerate}
        disabledReason={editor.isTouched() ? 'Save or undo the other changes first.' : null}
      >
        Regenerate
      </Button>
    </div>
  );
}
