'use client';

import { Link2 } from 'lucide-react';
import { listed } from '@/components/permissions/plain-words';
import type { Grant } from '@/lib/domain/grant';

/** Says what a link has ticked, and that saving is up to the owner. */
export function RequestedNotice({ grants }: { grants: readonly Grant[] }) {
  const names = grants.map(({ permission, context }) => `${permission} in ${context}`);
  return (
    <div className="callout tag-note" role="status">
      <Link2 className="i" aria-hidden="true" />
      <p>Ticked because a request was refused for want of it: {listed(names)}. Save it, or take it out.</p>
    </div>
  );
}
