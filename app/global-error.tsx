'use client';

import { hankenGrotesk, hankenGroteskExtended, newsreader } from './fonts';
import './globals.css';

/** The last resort, when even the frame of all pages failed: no provider, no script of ours. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html
      lang="en"
      className={`${newsreader.variable} ${hankenGrotesk.variable} ${hankenGroteskExtended.variable}`}
    >
      <body>
        <title>This page could not be shown · Tokendesk</title>
        <main className="pad">
          <h1>This page could not be shown</h1>
          <p className="say">The desk failed before it could draw the page. Nothing was changed by it.</p>
          {error.digest !== undefined && (
            <p className="hint">
              Reference <span className="mono">{error.digest}</span>
            </p>
          )}
          <p className="links">
            <a className="btn pri lg" href="/">
              Begin again
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
