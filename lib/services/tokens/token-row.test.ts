import { expect, it } from 'vitest';
import { createCatalog, type Operation } from '@/lib/domain/catalog';
import { accessFigures } from './token-row';

const operation = (code: string, isGone = false): Operation => ({
  code,
  summary: code,
  phrase: 'do it',
  reach: 'reads',
  contextType: 'store',
  docs: '/docs/api',
  parameters: [],
  ...(isGone ? { isGone: true } : {}),
});
const catalog = createCatalog({
  contextTypes: [],
  operations: [
    operation('shop.orders.List'),
    operation('shop.items.List'),
    operation('shop.orders.Old', true),
  ],
  permissionSets: [],
  imported: ['shop'],
});

it('what is gone from its service is counted apart, and an imported service is one tooth', () => {
  const permissions = ['shop.orders.List', 'shop.items.List', 'shop.orders.Old'];
  const rights = [{ context: 'store:17', patterns: ['shop.orders.*'] }];
  const figures = accessFigures(
    { kind: 'limited', entries: [{ context: 'store:17', permissions }] },
    rights,
    catalog,
  );
  expect(figures).toMatchObject({
    permissionCount: 2,
    withdrawnCount: 1,
    goneCount: 1,
    teeth: [2],
    withdrawnTeeth: [1],
  });
});
