'use client';

import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { dismissToast, noToasts, subscribeToToasts, toastsNow } from './toast';

export { toast } from './toast';

/** Shows the notices of `toast(…)` at the lower right, spoken politely. Mounted once, in the root layout. */
export function Toaster() {
  const notices = useSyncExternalStore(subscribeToToasts, toastsNow, noToasts);
  return (
    <div className="notices" role="region" aria-label="Notices" aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={`notice ${notice.kind}`}>
          <p>
            <b>{notice.title}</b>
            {notice.detail}
          </p>
          <button
            type="button"
            className="iconbtn"
            aria-label="Dismiss"
            onClick={() => dismissToast(notice.id)}
          >
            <X aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  );
}
