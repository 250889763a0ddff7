import type { ReactNode } from 'react';
import { Sidebar } from './sidebar';
import { TopBar, type TopBarProps } from './top-bar';

/** The frame of every page behind the sign-in: skip link, sidebar, top bar, page. */
export function Shell({ children, ...bar }: TopBarProps & { children: ReactNode }) {
  return (
    <>
      <a className="btn skip" href="#page">
        Skip to the page
      </a>
      <div className="shell">
        <Sidebar sections={bar.sections} host={bar.host} version={bar.version} />
        <div className="main">
          <TopBar {...bar} />
          <main id="page" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
    </>
  );
}
