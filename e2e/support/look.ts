import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { shot } from './shot';

/** A screen as it stands: its pictures, and axe without a word to say. */
export async function look(page: Page, name: string): Promise<void> {
  await shot(page, name);
  await expectAccessible(page, name);
}
