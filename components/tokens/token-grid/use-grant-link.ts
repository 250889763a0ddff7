'use client';

import { useEffect, useState } from 'react';
import type { GrantRequestView } from '@/lib/domain/grant-request';
import type { DeskDialog } from './desk-dialogs';

/**
 * What the link of a refusal opens as the page comes: the Edit dialog with what it asks for, or a sentence that says why
 * there is none. The link leaves the address at once: going back or reloading does not open it again.
 */
export function useGrantLink(link: GrantRequestView | null): {
  first: DeskDialog;
  refusal: string | null;
  dismiss: () => void;
} {
  const [opened] = useState(link);
  const [isDismissed, setIsDismissed] = useState(false);
  useEffect(() => {
    if (opened !== null) window.history.replaceState(null, '', window.location.pathname);
  }, [opened]);
  const isShown = opened !== null && !opened.isOpen && !isDismissed;
  return {
    first: opened?.isOpen === true ? { kind: 'edit', id: opened.tokenId, grants: opened.grants } : null,
    refusal: isShown ? opened.sentence : null,
    dismiss: () => setIsDismissed(true),
  };
}
