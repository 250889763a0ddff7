import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';

/** What went wrong in a browser without anyone asking: console errors, page errors, violations of the policy. */
export class PageWatch {
  private readonly found: string[] = [];
  private readonly expected: RegExp[] = [];

  /** Watches every page of the context, those opened later too. */
  watch(context: BrowserContext): void {
    context.on('console', (message) => this.onConsole(message));
    context.on('weberror', (error) =>
      this.found.push(`page error: ${error.error().stack ?? error.error().message}`),
    );
    context.on('page', (page) => this.onPage(page));
  }

  /** Says which messages a test provokes on purpose. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  /** Everything that no test said it would provoke. */
  unexpected(): string[] {
    return this.found.filter((text) => !this.expected.some((pattern) => pattern.test(text)));
  }

  private onConsole(message: ConsoleMessage): void {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    this.found.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  }

  /** A native dialog is nothing that the desk ever opens: it would be a script that should not run (WEB-7). */
  private onPage(page: Page): void {
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') this.found.push(`native dialog: ${dialog.message()}`);
      void dialog.accept().catch(() => undefined);
    });
  }
}
