import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { setTheme, themes } from './theme';

/** Zero violations of any axe rule, in light and in dark. `what` names the screen in the report. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const theme of themes) {
    await setTheme(page, theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const sentences = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}\n    ${node.failureSummary ?? ''}`).join('\n')}`,
    );
    expect.soft(sentences, `axe on ${what}, ${theme}`).toEqual([]);
  }
  await setTheme(page, 'light');
}
