'use client';

import { useState } from 'react';
import { useLiveFeed } from '@/components/shell/live-feed';
import { readTokenAction } from '@/lib/actions/tokens';
import type { TokenView } from '@/lib/domain/token-view';

/** The token changed elsewhere while its form was open: by whom and when as far as the feed said, and how it is now. */
export interface Stale {
  by: string | null;
  at: string | null;
  /** Null: it is gone. */
  present: TokenView | null;
}

/**
 * Notices that the token of an open form changed elsewhere: from the feed at once, or from a refused version. `version`
 * is the one the form stands on.
 */
export function useStale(id: string | null, version: number) {
  const [stale, setStale] = useState<Stale | null>(null);
  const look = async (by: string | null, at: string | null) => {
    if (id === null) return;
    const result = await readTokenAction(id).catch(() => null);
    if (result === null) return;
    const present = result.isOk ? result.value : null;
    if (present !== null && present.version === version) return;
    setStale((before) => ({ by: by ?? before?.by ?? null, at: at ?? before?.at ?? null, present }));
  };
  useLiveFeed((change) => {
    const isOfToken = change.subjectKind === 'token' && change.subjectId === id && change.outcome === 'done';
    if (isOfToken && /\.(edited|regenerated|removed)$/.test(change.action))
      void look(change.actorName, change.at);
  });
  return { stale, look: () => look(null, null), clear: () => setStale(null) };
}
