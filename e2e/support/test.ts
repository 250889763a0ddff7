import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { sessionCookie, signInByHttp } from './cookie';
import { Desk, type DeskOptions } from './desk';
import { people, type Person, type PersonKey } from './people';
import { PageWatch } from './watch-page';

interface TestFixtures {
  /** Messages of the console that this test provokes on purpose are named here. */
  pageWatch: PageWatch;
  /** A browser of its own for nobody in particular. */
  openContext: (url?: string) => Promise<BrowserContext>;
  /** A browser in which a demo person is signed in, with one page. */
  openAs: (key: PersonKey, path?: string) => Promise<Page>;
  /** The same on a desk of the test's own. */
  openOn: (desk: Desk, key: PersonKey, path?: string) => Promise<Page>;
  /** A desk of the test's own, for what would disturb others. */
  startDesk: (options: DeskOptions) => Promise<Desk>;
}

interface WorkerFixtures {
  /** The worker's desk with the sample company. */
  desk: Desk;
  /** Signs in by a real sign-in, once per person and desk. */
  cookieOf: (desk: Desk, key: PersonKey) => Promise<string>;
}

/** A click before React has taken the served page over goes nowhere; a person is slower, a test is not. */
function isTakenOver(): boolean {
  const isOfReact = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactProps'));
  return [...document.querySelectorAll('button')].every(isOfReact);
}

/** The one `test` of e2e: a built desk, people who are signed in, and a browser in which nothing may go wrong unnoticed. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  desk: [
    async ({}, use) => {
      const desk = await Desk.start({ template: 'demo' });
      for (const [key, { password }] of Object.entries(people))
        desk.remember(`the password of ${key}`, password);
      await use(desk);
      await desk.stop();
      expect(desk.findLeaks(), 'AUD-3 no secret is in the log or the data of this run').toEqual([]);
      expect(desk.findViolations(), 'WEB-4 no page did anything against its policy').toEqual([]);
      desk.forget();
    },
    { scope: 'worker' },
  ],

  cookieOf: [
    async ({}, use) => {
      const known = new Map<string, Promise<string>>();
      await use((desk, key) => {
        const id = `${desk.url} ${key}`;
        const cookie = known.get(id) ?? signIn(desk, people[key]);
        known.set(id, cookie);
        return cookie;
      });
    },
    { scope: 'worker' },
  ],

  pageWatch: async ({}, use) => {
    const watch = new PageWatch();
    await use(watch);
    expect(watch.unexpected(), 'nothing unexpected in the console').toEqual([]);
  },

  openContext: async ({ browser, desk, pageWatch }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (url = desk.url) => {
      const context = await newContext(browser, url);
      pageWatch.watch(context);
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },

  openAs: async ({ openOn, desk }, use) => {
    await use((key, path) => openOn(desk, key, path));
  },

  openOn: async ({ openContext, cookieOf }, use) => {
    await use(async (desk, key, path = '/profile/auth-tokens') => {
      const context = await openContext(desk.url);
      await giveCookie(context, desk.url, await cookieOf(desk, key));
      const page = await context.newPage();
      await page.goto(path);
      await page.waitForFunction(isTakenOver);
      return page;
    });
  },

  startDesk: async ({}, use) => {
    const started: Desk[] = [];
    await use(async (options) => {
      const desk = await Desk.start(options);
      started.push(desk);
      return desk;
    });
    for (const desk of started) {
      await desk.kill();
      desk.forget();
    }
  },
});

export { expect };

/** A browser as every test has it: one size, English, UTC, nothing moves longer than it must. */
export function newContext(browser: Browser, baseURL: string): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

/** Puts a session that was begun over HTTP into a browser. */
export async function giveCookie(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const { name, value } = sessionCookie(cookie);
  await context.addCookies([{ name, value, url, httpOnly: true, secure: false, sameSite: 'Lax' }]);
}

async function signIn(desk: Desk, person: Person): Promise<string> {
  const { cookie } = await signInByHttp(desk.url, person);
  desk.remember(`the cookie of ${person.name}`, sessionCookie(cookie).value);
  return cookie;
}
