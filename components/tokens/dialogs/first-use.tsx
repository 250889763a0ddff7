'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { useLiveFeed } from '@/components/shell/live-feed';
import type { FeedUse } from '@/lib/domain/feed-message';
import { Time } from '../../ui/time';

const ignore = () => undefined;

/** Waits for the token to be seen at work; turns green with the address and the agent that used it. */
export function FirstUse({ tokenId }: { tokenId: string }) {
  const [use, setUse] = useState<FeedUse | null>(null);
  useLiveFeed(ignore, (seen) => {
    if (seen.tokenId === tokenId) setUse((before) => before ?? seen);
  });
  if (use === null) {
    return (
      <div className="wait" role="status">
        <span className="dot" aria-hidden="true" />
        <span>Waiting for its first use</span>
        <small>this line turns green by itself</small>
      </div>
    );
  }
  const agent = use.userAgent === '' ? 'an unnamed client' : use.userAgent;
  return (
    <div className="wait ok" role="status">
      <Check className="i" aria-hidden="true" />
      <span>
        First used <Time at={use.at} />
      </span>
      <small>
        from {use.address}, {agent}
      </small>
    </div>
  );
}
