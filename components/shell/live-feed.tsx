'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { FeedChange, FeedUse } from '@/lib/domain/feed-message';
import { joinFeed, liveStateNow, subscribeToLiveState, type LiveState } from './feed-connection';

const ignore = () => undefined;

/**
 * Hears what happens elsewhere, through the one stream of the page. `onGap` is called after an interruption in which
 * messages may have been missed: read again what is shown. The callbacks may change with every render.
 */
export function useLiveFeed(
  onChange: (change: FeedChange) => void,
  onUse: (use: FeedUse) => void = ignore,
  onGap: () => void = ignore,
): void {
  const handleChange = useEffectEvent(onChange);
  const handleUse = useEffectEvent(onUse);
  const handleGap = useEffectEvent(onGap);
  useEffect(
    () =>
      joinFeed({
        onChange: (change) => handleChange(change),
        onUse: (use) => handleUse(use),
        onGap: () => handleGap(),
      }),
    [],
  );
}

/** Whether the stream is open. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribeToLiveState, liveStateNow, () => 'connecting');
}

const otherwise = {
  connecting: 'Connecting',
  lost: 'Not live: connecting again',
  ended: 'Not live: the session has ended',
} as const;

/** The small line that says so, green only while it is true. */
export function LiveNote({ live }: { live: string }) {
  const state = useLiveState();
  return (
    <span className={`livenote ${state}`} role="status">
      {state === 'live' ? live : otherwise[state]}
    </span>
  );
}
