// What a person waits for, in Chromium on the built desk: `name value unit` a line.
import { gzipSync } from 'node:zlib';
import { chromium, type Page, type Route } from '@playwright/test';
import { packCatalog, unpackCatalog } from '@/lib/domain/packed-catalog';
import type { PickerView } from '@/lib/domain/token-view';
import { findChromium } from '@/scripts/find-chromium.mjs';
import { signInByHttp } from '@/e2e/support/cookie';
import { Desk } from '@/e2e/support/desk';
import globalSetup from '@/e2e/support/global-setup';
import { people } from '@/e2e/support/people';
import { giveCookie, newContext } from '@/e2e/support/test';
import { addTokens } from '@/e2e/support/write-rows';

const operationCounts = [2_000, 8_000];
const tokenCount = 10_000;
const typed = ['environment', 'stop', 'read list', 'control delete', 'service17', 'operation 42'];

function say(name: string, value: number, unit: string): void {
  process.stdout.write(`${name} ${Math.round(value * 10) / 10} ${unit}\n`);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The picker's real answer with a larger catalog in it: what a desk with many imported services would send. */
async function enlargeCatalog(route: Route, operationCount: number): Promise<void> {
  const response = await route.fetch();
  const text = await response.text();
  const lines = text.split('\n').map((line) => {
    const at = line.indexOf(':{"isOk":true,"value":{"version"');
    if (at === -1) return line;
    const answer: { isOk: true; value: PickerView } = JSON.parse(line.slice(at + 1));
    if (answer.value.catalog === null) return line;
    const catalog = unpackCatalog(answer.value.catalog);
    const { operations } = catalog;
    const more = Array.from({ length: operationCount - operations.length }, (_, index) => {
      const like = operations[index % operations.length] ?? operations[0];
      if (like === undefined) throw new Error('The catalog is empty.');
      const [, component = 'control', name = 'Get'] = like.code.split('.');
      return { ...like, code: `service${Math.floor(index / 50)}.${component}.${name}${index}` };
    });
    const imported = [...new Set(more.map(({ code }) => code.split('.', 1)[0] ?? ''))];
    const packed = packCatalog({ ...catalog, operations: [...operations, ...more], imported });
    const rights = [{ context: 'global', patterns: ['*'] }];
    const value = { ...answer.value, catalog: packed, rights };
    return `${line.slice(0, at)}:${JSON.stringify({ isOk: true, value })}`;
  });
  const body = lines.join('\n');
  say(`what the picker is sent, ${operationCount} operations, gzipped`, gzipSync(body).length / 1_000, 'kB');
  await route.fulfill({ response, body });
}

/** Milliseconds from a key going down to the paint after the last change that it made to the picker. */
async function keystrokes(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const waits: number[] = [];
    Reflect.set(window, 'waits', waits);
    document.addEventListener(
      'keydown',
      (event) => {
        let changedAt = performance.now();
        const list = document.querySelector('[role=dialog]');
        const observer = new MutationObserver(() => (changedAt = Number.POSITIVE_INFINITY));
        if (list !== null)
          observer.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
        let paintedAt = 0;
        let quiet = 0;
        const frame = () => {
          const { port1, port2 } = new MessageChannel();
          // A message posted in a frame arrives after that frame was painted.
          port1.onmessage = () => {
            if (changedAt === Number.POSITIVE_INFINITY || paintedAt === 0) {
              paintedAt = performance.now();
              changedAt = paintedAt;
              quiet = 0;
            } else quiet += 1;
            if (quiet < 3) requestAnimationFrame(frame);
            else {
              observer.disconnect();
              waits.push(paintedAt - event.timeStamp);
            }
          };
          port2.postMessage(null);
        };
        requestAnimationFrame(frame);
      },
      true,
    );
  });
  let keys = 0;
  const search = page.getByRole('searchbox', { name: 'Search permissions' });
  for (const words of typed) {
    for (const key of [...words, ...Array.from(words, () => 'Backspace')]) {
      await search.press(key === ' ' ? 'Space' : key);
      keys += 1;
      await page.waitForFunction((count) => Reflect.get(window, 'waits').length >= count, keys, {
        polling: 'raf',
      });
    }
  }
  return page.evaluate(() => Reflect.get(window, 'waits') as number[]);
}

async function measurePicker(page: Page, operationCount: number): Promise<void> {
  await page.route('**/profile/auth-tokens', (route) =>
    route.request().method() === 'POST' ? enlargeCatalog(route, operationCount) : route.continue(),
  );
  await page.goto('/profile/auth-tokens');
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Generate token' });
  await dialog.getByText(`of ${operationCount}`).first().waitFor();
  const waits = await keystrokes(page);
  say(`keystroke to paint in the picker, ${operationCount} operations, p50`, percentile(waits, 0.5), 'ms');
  say(`keystroke to paint in the picker, ${operationCount} operations, p95`, percentile(waits, 0.95), 'ms');
}

/** Milliseconds from the navigation to the paint of the first line, and to the last line being there. */
async function measureGrid(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const frame = () => {
      if (document.querySelector('tbody [data-id]') === null) return void requestAnimationFrame(frame);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => Reflect.set(window, 'gridPaintedAt', performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(frame);
  });
  const firsts: number[] = [];
  const alls: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    await page.goto('/profile/auth-tokens');
    await page.waitForFunction(() => Reflect.has(window, 'gridPaintedAt'));
    await page.waitForFunction(
      (count) => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) > count,
      tokenCount,
    );
    firsts.push(await page.evaluate(() => Reflect.get(window, 'gridPaintedAt') as number));
    alls.push(await page.evaluate(() => performance.now()));
  }
  say(`first grid paint, ${tokenCount} tokens, median of ${firsts.length}`, percentile(firsts, 0.5), 'ms');
  say(`all ${tokenCount} tokens read, median of ${alls.length}`, percentile(alls, 0.5), 'ms');
}

/** Bytes of all scripts that the page loads before anyone touches it. */
async function measureScripts(page: Page): Promise<void> {
  const scripts = new Map<string, Buffer>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    void response
      .body()
      .then((body) => scripts.set(response.url(), body))
      .catch(() => undefined);
  });
  await page.goto('/profile/auth-tokens', { waitUntil: 'networkidle' });
  const bytes = [...scripts.values()].reduce((sum, body) => sum + gzipSync(body).length, 0);
  say(
    `JavaScript sent to the tokens page before interaction, ${scripts.size} files, gzipped`,
    bytes / 1_000,
    'kB',
  );
}

await globalSetup();
const desk = await Desk.start({ template: 'demo' });
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox'],
});
try {
  const { cookie } = await signInByHttp(desk.url, people.noor);
  const open = async () => {
    const context = await newContext(browser, desk.url);
    await giveCookie(context, desk.url, cookie);
    // tsx names functions by a function of its own, which those that are sent to the page would miss there.
    await context.addInitScript('globalThis.__name = (named) => named');
    return context.newPage();
  };
  await measureScripts(await open());
  for (const count of operationCounts) await measurePicker(await open(), count);
  addTokens(desk.dataDir, people.noor.email, tokenCount);
  await measureGrid(await open());
} finally {
  await browser.close();
  await desk.kill();
  desk.forget();
}
