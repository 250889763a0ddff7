import type { ServerResponse } from 'node:http';

const always = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
] as const;

const transport = ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'] as const;

/** The policy of everything that is not a page: nothing may load, run or frame it. */
export const sandboxPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Puts the headers of every answer (WEB-6) on one whose other headers come later. HSTS only where the desk is reached by https. */
export function setSecurityHeaders(response: ServerResponse, isHttps: boolean): void {
  for (const [name, value] of always) response.setHeader(name, value);
  if (isHttps) response.setHeader(...transport);
}

/** The same headers, and those of every reply to a credential (API-3), as the flat list that `writeHead` takes at once. */
export function machineHeaders(isHttps: boolean): readonly string[] {
  const more = [
    ['Cache-Control', 'private, no-store'],
    ['Content-Security-Policy', sandboxPolicy],
    ['Content-Type', 'application/json; charset=utf-8'],
  ];
  return [...always, ...more, ...(isHttps ? [transport] : [])].flat();
}
