import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { Toaster } from '@/components/ui/toaster';
import { hankenGrotesk, hankenGroteskExtended, jetbrainsMono, newsreader, newsreaderItalic } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Tokendesk', template: '%s · Tokendesk' },
  description: 'The personal-access-token desk of a platform.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#FBFCF9' },
    { media: '(prefers-color-scheme: dark)', color: '#111715' },
  ],
};

const faces = [newsreader, newsreaderItalic, hankenGrotesk, hankenGroteskExtended, jetbrainsMono]
  .map((face) => face.variable)
  .join(' ');

// Reading the nonce makes every page dynamic. That is wanted: a page rendered ahead of time would carry none.
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" className={faces} suppressHydrationWarning>
      <body>
        <Providers nonce={nonce}>
          {children}
          <Toaster />
        </Providers>
      </body>
    </html>
  );
}
