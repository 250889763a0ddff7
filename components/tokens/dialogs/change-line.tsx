import type { ReactNode } from 'react';

/** One line of what changes: what, and how. */
export function ChangeLine({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li>
      <h3>{name}</h3>
      <div>{children}</div>
    </li>
  );
}

/** What was there before. */
export function Was({ text, isCode = false }: { text: string; isCode?: boolean }) {
  return (
    <del className={isCode ? 'dim mono' : 'dim'}>
      <span className="vh">before: </span>
      {text}
    </del>
  );
}
