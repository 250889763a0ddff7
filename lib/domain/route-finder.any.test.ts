import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serviceFixture } from '@/tests/support/services';
import { compileRoutes } from './route-finder';

describe('any document and any request', () => {
  const segment = fc.oneof(
    fc.constantFrom('a', 'b', 'A', 'users', 'me', '{x}', '{y}', '{x}.json', '{x}-{y}', 'v1:{x}', ''),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const template = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
  const requestSegment = fc.oneof(
    fc.constantFrom('a', 'b', 'A', 'users', 'me', 'ME', '7', 'x.json', 'x-y', 'v1:9', '%61', '%2e', '..', ''),
    fc.string({ maxLength: 6 }),
  );
  const request = fc.array(requestSegment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`);

  it('INT-7 never throws, and finds only an operation whose template the decoded path is one of', () => {
    fc.assert(
      fc.property(fc.array(template, { minLength: 1, maxLength: 8 }), request, (paths, uri) => {
        const service = serviceFixture('any', ['GET /placeholder']);
        const [sample] = service.operations;
        if (sample === undefined) throw new Error('one operation');
        const operations = paths.map((path, index) => ({
          ...sample,
          code: `any.api.op${index}`,
          route: { ...sample.route, path },
        }));
        const route = compileRoutes([{ ...service, operations }]).find('GET', uri);
        if (route.outcome !== 'found') return;
        const [bare = ''] = uri.split('?');
        expect(decodeURIComponent(bare)).toMatch(templatePattern(route.operation.route.path));
      }),
      { numRuns: 5_000 },
    );
  });

  it('the order of the document changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(template, { minLength: 2, maxLength: 8 }), request, (paths, uri) => {
        const one = serviceFixture('any', ['GET /placeholder']);
        const [sample] = one.operations;
        if (sample === undefined) throw new Error('one operation');
        const operations = paths.map((path) => ({
          ...sample,
          summary: path,
          route: { ...sample.route, path },
        }));
        const answers = [operations, [...operations].reverse()].map((each) => {
          const route = compileRoutes([{ ...one, operations: each }]).find('GET', uri);
          return route.outcome === 'found' ? route.operation.summary : route.outcome;
        });
        expect(answers[0]).toBe(answers[1]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('an adversarial segment costs no more than its length', () => {
    const many = compileRoutes([serviceFixture('a', ['GET /{a}-{b}-{c}-{d}-{e}x'])]);
    const millisecondsFor = (length: number) => {
      const startedAt = performance.now();
      for (let round = 0; round < 20; round += 1) many.find('GET', `/${'-'.repeat(length)}`);
      return performance.now() - startedAt;
    };
    millisecondsFor(1_000);
    const times = [0, 1, 2].map(() => millisecondsFor(8_000) / millisecondsFor(1_000));
    // Eight times as long: a search that went back for every hyphen would take thousands of times as long.
    expect(Math.min(...times)).toBeLessThan(64);
  });
});

/** What a template means, said another way: by a regular expression over the decoded path. */
function templatePattern(path: string): RegExp {
  const parts = path.split(/(\{[^{}]*\})/).map((part, index) => {
    if (index % 2 === 1) return '[^/]+';
    return decodeLoosely(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}

function decodeLoosely(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
