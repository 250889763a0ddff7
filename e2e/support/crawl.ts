import { wire, type WireReply } from './desk-api';
import { feeds, screens } from './screens';

/** One answer of a crawl: `what` names it. */
export interface Crawled {
  what: string;
  reply: WireReply;
}

/** Everything that a signed-in person's browser can get: pages, their payloads for client navigation, and data. */
export async function crawl(url: string, cookie: string): Promise<Crawled[]> {
  const found: Crawled[] = [];
  for (const path of screens) {
    found.push({
      what: `page ${path}`,
      reply: await wire(url, path, { headers: { cookie, accept: 'text/html' } }),
    });
    const headers = { cookie, rsc: '1', accept: 'text/x-component' };
    found.push({ what: `payload ${path}`, reply: await wire(url, `${path}?_rsc`, { headers }) });
  }
  for (const path of feeds)
    found.push({ what: `data ${path}`, reply: await wire(url, path, { headers: { cookie } }) });
  return found;
}

/** The scripts and styles that the pages name, without who is signed in. */
export async function crawlBuildFiles(url: string, pages: readonly Crawled[]): Promise<Crawled[]> {
  const paths = new Set(
    pages.flatMap(({ reply }) =>
      [...reply.text.matchAll(/\/_next\/static\/[\w./~%-]+\.(?:js|css)/g)].map(([path]) => path),
    ),
  );
  const found: Crawled[] = [];
  for (const path of paths) found.push({ what: `build file ${path}`, reply: await wire(url, path) });
  return found;
}
