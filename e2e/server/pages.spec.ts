import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { crawl, crawlBuildFiles } from '../support/crawl';
import { wire } from '../support/desk-api';
import { makeToken, piecesOf } from '../support/make-token';
import { root } from '../support/paths';
import { people } from '../support/people';
import { readRows } from '../support/rows';
import { feeds, screens } from '../support/screens';
import { expect, test } from '../support/test';

test('WEB-5 every authenticated page, payload and piece of data is private and never stored', async ({
  desk,
  cookieOf,
}) => {
  for (const { what, reply } of await crawl(desk.url, await cookieOf(desk, 'noor'))) {
    expect(reply.status, what).toBe(200);
    expect(reply.headers['cache-control'], what).toBe('private, no-store');
    expect(reply.headers, what).not.toHaveProperty('etag');
  }
});

test('WEB-5 the crawl knows every page of the build', () => {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(path.join(root, '.next/server/app-paths-manifest.json'), 'utf8'),
  );
  const pages = Object.keys(manifest)
    .filter((entry) => entry.endsWith('/page'))
    .map((entry) => entry.replace(/\/page$/, '').replaceAll(/\/\([^)]+\)/g, ''));
  const open = ['', '/setup', '/sign-in', '/_not-found', '/_global-error', '/profile', '/admin'];
  // The page of a service, by one that nobody imported.
  const known = pages.map((page) => page.replace('[service]', 'nowhere'));
  expect(known.filter((page) => !open.includes(page)).sort()).toEqual([...screens].sort());
});

test('AZ-2 the build has no proxy or middleware: pages protect themselves', async ({ desk }) => {
  const file = path.join(root, '.next/server/middleware-manifest.json');
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { middleware: {} };
  expect(Object.keys(manifest.middleware)).toEqual([]);
  for (const name of ['proxy.ts', 'middleware.ts']) expect(existsSync(path.join(root, name))).toBe(false);
  const chain = Array.from({ length: 5 }, () => 'middleware').join(':');
  const skipped = { 'x-middleware-subrequest': chain, 'x-middleware-next': '1' };
  for (const screen of screens) {
    for (const [address, headers] of [
      [screen, {}],
      [screen, skipped],
      [`${screen}?_rsc`, { rsc: '1' }],
    ] as const) {
      const reply = await wire(desk.url, address, { headers });
      expect([307, 200], screen).toContain(reply.status);
      const leads = reply.status === 307 ? String(reply.headers.location) : reply.text;
      expect(leads, screen).toContain('/sign-in');
      expect(reply.text, screen).not.toContain('Noor Haddad');
    }
  }
  for (const feed of feeds) expect((await wire(desk.url, feed)).status, feed).toBe(401);
});

test('AZ-1 who does not administer is shown nothing of the administration', async ({ desk, cookieOf }) => {
  const cookie = await cookieOf(desk, 'pavel');
  const others = Object.values(people).filter((person) => person !== people.pavel);
  for (const screen of screens.filter((each) => each.startsWith('/admin'))) {
    for (const [address, headers] of [
      [screen, { accept: 'text/html' }],
      [`${screen}?_rsc`, { rsc: '1' }],
    ] as const) {
      const { text } = await wire(desk.url, address, { headers: { cookie, ...headers } });
      for (const { name, email } of others) {
        expect(text, screen).not.toContain(email);
        expect(text, screen).not.toContain(name);
      }
    }
  }
});

test('WEB-4 every page has a nonce of its own, on each of its scripts', async ({ desk, cookieOf }) => {
  const cookie = await cookieOf(desk, 'noor');
  const nonces = new Set<string>();
  const paths = [...screens, '/sign-in', '/nowhere', ...screens];
  for (const screen of paths) {
    const { headers, text } = await wire(desk.url, screen, { headers: { cookie, accept: 'text/html' } });
    const policy = String(headers['content-security-policy']);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce.length, screen).toBeGreaterThanOrEqual(22);
    nonces.add(nonce);
    expect(policy).toContain("'strict-dynamic'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain('report-uri');
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(?:inline|eval)'/);
    const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(
      scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      screen,
    ).toEqual([]);
  }
  expect(nonces.size, 'no nonce stands twice').toBe(paths.length);
});

test('WEB-9 WEB-12 no hash, digest, pepper or key is in any page, payload, data or script', async ({
  desk,
  cookieOf,
}) => {
  const cookie = await cookieOf(desk, 'noor');
  const hashes = readRows<{ passwordHash: string }>(desk.dataDir, 'SELECT passwordHash FROM Person').map(
    (row) => row.passwordHash,
  );
  const digests = readRows<{ digest: string }>(desk.dataDir, 'SELECT digest FROM Token').map(
    (row) => row.digest,
  );
  const keys = [
    ...readFileSync(path.join(desk.dataDir, 'keys.json'), 'utf8').matchAll(/"([A-Za-z0-9+/=]{32,})"/g),
  ].map(([, key]) => key ?? '');
  expect(hashes.length).toBeGreaterThan(3);
  expect(digests.length).toBeGreaterThan(30);
  expect(keys.length).toBeGreaterThanOrEqual(3);
  const pages = await crawl(desk.url, cookie);
  const files = await crawlBuildFiles(desk.url, pages);
  expect(files.length).toBeGreaterThan(3);
  for (const { what, reply } of [...pages, ...files]) {
    const found = [...hashes, ...digests, ...keys].filter((canary) => reply.text.includes(canary));
    expect(found, what).toEqual([]);
    expect(reply.text, what).not.toMatch(/passwordHash|keyId|passwordPepper/);
  }
});

test('WEB-9 the build serves no source maps', async ({ desk, cookieOf }) => {
  const files = await crawlBuildFiles(desk.url, await crawl(desk.url, await cookieOf(desk, 'noor')));
  for (const { what } of files) {
    const map = await wire(desk.url, `${what.slice('build file '.length)}.map`);
    expect(map.status, what).toBe(404);
  }
});

test('TOK-3 TOK-6 after its one answer no piece of a secret is in any page, payload, reply, log or file', async ({
  desk,
  cookieOf,
}) => {
  const cookie = await cookieOf(desk, 'noor');
  const secrets: string[] = [];
  for (let index = 0; index < 5; index += 1) secrets.push((await makeToken(desk, cookie, 'noor')).secret);
  const getEnvs = (secret: string) =>
    wire(desk.url, `/1.0/environment/control/rest/getenvs?session=${secret}`);
  const replies = await Promise.all(secrets.map(getEnvs));
  const texts = [
    ...(await crawl(desk.url, cookie)).map(
      ({ what, reply }) => [what, reply.text + JSON.stringify(reply.headers)] as const,
    ),
    ...replies.map((reply) => ['API reply', reply.text + JSON.stringify(reply.headers)] as const),
    ['the log', desk.log()] as const,
    ...['tokendesk.db', 'tokendesk.db-wal'].map(
      (file) => [file, readFileSync(path.join(desk.dataDir, file), 'latin1')] as const,
    ),
  ];
  const pieces = secrets.flatMap(piecesOf);
  for (const [what, text] of texts)
    expect(
      pieces.filter((piece) => text.includes(piece)),
      what,
    ).toEqual([]);
});
