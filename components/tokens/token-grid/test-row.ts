import type { TokenRow } from '@/lib/domain/token-view';

/** The moment the tests of the grid happen at. */
export const testNow = new Date('2026-11-22T00:41:00Z');

/** A token of the tests: active, limited to two permissions in one project, used. `id` fills what tells rows apart. */
export function testRow(id: string, changes: Partial<TokenRow> = {}): TokenRow {
  return {
    id,
    version: 1,
    description: `Token ${id}`,
    hint: `td_pat_${id.padEnd(4, 'x')}…aaaa`,
    access: 'limited',
    permissionSet: 'Custom',
    contexts: ['project:shop'],
    permissionCount: 2,
    withdrawnCount: 0,
    goneCount: 0,
    teeth: [2],
    withdrawnTeeth: [],
    expiresAt: '2027-02-21T00:00:00.000Z',
    createdAt: '2026-09-20T10:00:00.000Z',
    lastUsedAt: '2026-11-22T00:39:00.000Z',
    lastUsedAddress: '10.2.0.14',
    lastUsedAgent: 'curl/8.1',
    status: 'active',
    isPaused: false,
    mayUseInUrls: true,
    addresses: [],
    notBefore: null,
    requestsPerMinute: null,
    ...changes,
  };
}
