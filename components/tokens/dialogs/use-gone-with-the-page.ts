'use client';

import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';

/** Takes a secret out of the page before the browser may freeze it for its back button (WEB-12). */
export function useGoneWithThePage(onGone: () => void) {
  const gone = useEffectEvent(() => flushSync(onGone));
  useEffect(() => {
    const leave = () => gone();
    const back = (event: PageTransitionEvent) => {
      if (event.persisted) gone();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', back);
    window.addEventListener('popstate', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', back);
      window.removeEventListener('popstate', leave);
    };
  }, []);
}
