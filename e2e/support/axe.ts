import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { setTheme, themes } from './theme';

/** The themes differ in colours alone: everything else is the same document. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'] as const;

/** Zero violations of any axe rule, in light and in dark. `what` names the screen in the report. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const theme of themes) {
    await setTheme(page, theme);
    // There are no frames, so that the legacy mode sees everything, in half the time.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await (theme === 'dark' ? axe.withRules([...rulesOfColour]) : axe).analyze();
    const sentences = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}\n    ${node.failureSummary ?? ''}`).join('\n')}`,
    );
    expect.soft(sentences, `axe on ${what}, ${theme}`).toEqual([]);
  }
  await setTheme(page, 'light');
}
