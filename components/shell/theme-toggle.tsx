'use client';

import { Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Switches between light and dark. The server cannot know which is shown, so the name is settled in the browser. */
export function ThemeToggle() {
  const { resolvedTheme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const isDark = isInBrowser && resolvedTheme === 'dark';
  return (
    <button
      type="button"
      className="iconbtn"
      aria-label={isDark ? 'Switch to light theme' : 'Switch to dark theme'}
      onClick={() => setTheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
    </button>
  );
}
