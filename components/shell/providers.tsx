'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { keepZodFromEval } from './zod-without-eval';

keepZodFromEval();

/** What every page stands in: the theme (data-theme on html, by the system unless chosen) and the policy for styles. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <CSPProvider nonce={nonce} disableStyleElements>
      <ThemeProvider
        attribute="data-theme"
        defaultTheme="system"
        enableSystem
        enableColorScheme={false}
        disableTransitionOnChange={false}
        {...(nonce === undefined ? {} : { nonce })}
      >
        {children}
      </ThemeProvider>
    </CSPProvider>
  );
}
