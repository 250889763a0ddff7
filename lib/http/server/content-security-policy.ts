/**
 * The policy of a page (WEB-4). Style attributes are allowed, style elements only with the nonce. Development needs
 * eval for stack traces and a web socket for reloading; neither is in the policy of a built desk.
 */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  const scripts = `script-src 'nonce-${nonce}' 'strict-dynamic'`;
  return [
    "default-src 'self'",
    isDevelopment ? `${scripts} 'unsafe-eval'` : scripts,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    isDevelopment ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    'report-uri /csp-report',
  ].join('; ');
}
