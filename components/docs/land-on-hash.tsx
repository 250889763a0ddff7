'use client';

import { useEffect } from 'react';

const framesToSettle = 12;

/**
 * Brings the entry that the address names into view. The browser alone does not manage: the entries come after the page's
 * frame, and what stands above one gets its real height only when it is drawn. Lets go as soon as the reader moves.
 */
export function LandOnHash() {
  useEffect(() => {
    let handle = 0;
    const stop = () => cancelAnimationFrame(handle);
    const land = (framesLeft: number) => {
      namedEntry()?.scrollIntoView();
      if (framesLeft > 0) handle = requestAnimationFrame(() => land(framesLeft - 1));
    };
    const start = () => {
      stop();
      if (namedEntry() !== null) land(framesToSettle);
    };
    const moves = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
    for (const move of moves) window.addEventListener(move, stop, { passive: true });
    window.addEventListener('hashchange', start);
    start();
    return () => {
      stop();
      for (const move of moves) window.removeEventListener(move, stop);
      window.removeEventListener('hashchange', start);
    };
  }, []);
  return null;
}

/** The element that the address names; null when it names none, or cannot be read. */
function namedEntry(): HTMLElement | null {
  try {
    const id = decodeURIComponent(window.location.hash.slice(1));
    return id === '' ? null : document.getElementById(id);
  } catch {
    return null;
  }
}
