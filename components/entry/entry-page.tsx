import type { ReactNode } from 'react';
import { BrandMark } from '@/components/shell/brand';
import { ThemeToggle } from '@/components/shell/theme-toggle';

/** A single page of the book with the tag hung over its margin rule: sign-in, first set-up, and what cannot be shown. */
export function EntryPage(props: {
  title: string;
  say: ReactNode;
  foot?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="entry">
      <header>
        <ThemeToggle />
      </header>
      <main>
        <div className={props.isWide === true ? 'page wide' : 'page'}>
          <span className="hang">
            <BrandMark ground="var(--paper)" />
          </span>
          <span className="name">Tokendesk</span>
          <h1>{props.title}</h1>
          <p className="say">{props.say}</p>
          {props.children}
        </div>
      </main>
      <footer>{props.foot}</footer>
    </div>
  );
}
