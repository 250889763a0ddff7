import type { Page } from '@playwright/test';

/** Presses a key until what has the focus satisfies `isThere`; fails when it comes round without. */
export async function press(
  page: Page,
  key: string,
  isThere: (name: string) => boolean,
  most = 60,
): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      const labels =
        element instanceof HTMLInputElement
          ? [...(element.labels ?? [])].map((label) => label.textContent)
          : [];
      return [element?.getAttribute('aria-label'), ...labels, element?.textContent]
        .filter(Boolean)
        .join(' | ');
    });
    if (isThere(name)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach it with ${key}.`);
}
