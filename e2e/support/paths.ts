import path from 'node:path';

/** The project's root: tests run from it. */
export const root = path.resolve(import.meta.dirname, '../..');

/** What the tests leave behind; ignored by git. */
export const outputDir = path.join(root, 'e2e/output');

/** Bundles of e2e/support/scripts, made once before the tests. */
export const scriptsDir = path.join(outputDir, 'scripts');

/** Data directories that a desk starts from as a copy: `empty` is migrated only, `demo` holds the sample company. */
export const templatesDir = path.join(outputDir, 'templates');
export type Template = 'empty' | 'demo';
