'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';

export interface SearchFieldProps {
  /** Name and placeholder, such as `Search tokens`. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  /** The slash key jumps here; one field per page. */
  hasShortcut?: boolean;
}

/** Narrows a list while one types. Escape clears it. */
export function SearchField({ label, value, onValueChange, hasShortcut = false }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!hasShortcut) return undefined;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      field.current?.focus();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [hasShortcut]);
  return (
    <div className="input sm search" role="search">
      <Search aria-hidden="true" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-keyshortcuts={hasShortcut ? '/' : undefined}
        placeholder={label}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onValueChange('');
        }}
      />
      {hasShortcut && (
        <kbd className="d-only" aria-hidden="true">
          /
        </kbd>
      )}
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role="dialog"]') !== null
  );
}
