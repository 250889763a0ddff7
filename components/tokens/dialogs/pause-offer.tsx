'use client';

import { Pause, Play } from 'lucide-react';
import { Button } from '../../ui/button';
import type { TokenForm } from './use-token-form';

/** Puts a token to rest, or lets it go on, at the bottom of Edit. */
export function PauseOffer({
  editor,
  isPaused,
  onPause,
}: {
  editor: TokenForm;
  isPaused: boolean;
  onPause: () => void;
}) {
  return (
    <div className="regen">
      <span className="lab">{isPaused ? 'It is paused' : 'Not needed for now?'}</span>
      <p className="hint">
        {isPaused
          ? 'It is refused wherever it is used. Resumed, it goes on with the secret that it has.'
          : 'Paused, it is refused wherever it is used, until you resume it. The secret stays.'}
      </p>
      <Button
        icon={isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
        onClick={onPause}
        disabledReason={editor.isTouched() ? 'Save or undo the other changes first.' : null}
      >
        {isPaused ? 'Resume' : 'Pause'}
      </Button>
    </div>
  );
}
