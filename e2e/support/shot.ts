import path from 'node:path';
import type { Page } from '@playwright/test';
import { outputDir } from './paths';
import { setTheme, themes } from './theme';

/** Leaves e2e/output/<name>-light.png, -dark.png and -360.png of what the page shows now. */
export async function shot(page: Page, name: string): Promise<void> {
  const wide = page.viewportSize() ?? { width: 1440, height: 900 };
  const take = (suffix: string) => page.screenshot({ path: path.join(outputDir, `${name}-${suffix}.png`) });
  for (const theme of themes) {
    await setTheme(page, theme);
    await take(theme);
  }
  await page.setViewportSize({ width: 360, height: 780 });
  await setTheme(page, 'light');
  // A dialog is longer than a phone: the part that has the focus is what the picture is of.
  await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused?.closest('[role=dialog]') !== null) focused?.scrollIntoView({ block: 'center' });
  });
  await take('360');
  await page.setViewportSize(wide);
}
