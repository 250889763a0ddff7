import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainText } from '@/lib/domain/text';
import { phraseOf, summaryOf } from './operation-words';

const words = (summary: string | null, description: string | null = null) =>
  summaryOf({
    method: 'GET',
    path: '/a/{b}',
    summary,
    description,
    operationId: null,
    tag: null,
    docs: null,
    parameters: [],
  });

describe('the words of an operation', () => {
  it.each([
    ['Lists the orders of a store.', 'Lists the orders of a store', 'list the orders of a store'],
    ['Fetches **one** [order](https://a.example/x).', 'Fetches one order', 'fetch one order'],
    ['Applies `a` <b>coupon</b>', 'Applies a coupon', 'apply a coupon'],
    ['Order details', 'Order details', 'call “Order details”'],
    ['GET', 'GET', 'get'],
    ['  two\nlines\u202e\u0007 ', 'two lines', 'call “two lines”'],
  ])('%j', (given, summary, phrase) => {
    expect(words(given)).toBe(summary);
    expect(phraseOf(summary)).toBe(phrase);
  });

  it('without a summary the first sentence of the description, without both the request', () => {
    expect(words(null, 'Starts it. Then waits.')).toBe('Starts it');
    expect(words('', '\n\n')).toBe('GET /a/{b}');
  });

  it('whatever a document says: one line, in bounds, nothing invisible', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 500 });
    fc.assert(
      fc.property(anything, anything, (summary, description) => {
        const line = words(summary, description);
        for (const [text, limit] of [
          [line, 120],
          [phraseOf(line), 60],
        ] as const) {
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(text.trim()).not.toBe('');
          expect(isPlainText(text)).toBe(true);
        }
      }),
    );
  });
});
