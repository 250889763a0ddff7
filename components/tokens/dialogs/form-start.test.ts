import { describe, expect, it } from 'vitest';
import { smallIndex } from '@/components/permissions/picker-fixture';
import { startPicker, toggleOperation } from '@/components/permissions/picker-state';
import type { TokenView } from '@/lib/domain/token-view';
import { accessDraft, tokenFormSchema } from './form-schema';
import { noLimitTexts } from './limit-fields';
import { startForm } from './form-start';

const index = smallIndex();
const now = new Date('2026-11-22T10:00:00Z');
const source: TokenView = {
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  version: 3,
  description: 'Nightly stop',
  hint: 'td_pat_7HqV…oC6d',
  access: 'limited',
  permissionSet: 'Custom',
  contexts: ['project:shop'],
  permissionCount: 2,
  withdrawnCount: 1,
  goneCount: 0,
  teeth: [2, 0, 0],
  withdrawnTeeth: [1, 0, 0],
  expiresAt: '2026-11-02T00:00:00.000Z',
  createdAt: '2026-10-01T00:00:00.000Z',
  lastUsedAt: null,
  lastUsedAddress: null,
  lastUsedAgent: null,
  status: 'expired',
  isPaused: false,
  ownerId: 'BBBBBBBBBBBBBBBBBBBBBB',
  changedAt: '2026-10-01T00:00:00.000Z',
  mayUseInUrls: false,
  addresses: ['192.0.2.0/24'],
  notBefore: '2026-10-05T14:00:00.000Z',
  requestsPerMinute: 120,
  expiry: '01-11-2026',
  accessEntries: {
    kind: 'limited',
    entries: [
      {
        context: 'project:shop',
        permissions: ['environment.control.StopEnv', 'environment.control.DeleteEnv'],
      },
    ],
  },
};

const limited = {
  mayUseInUrls: false,
  addresses: '192.0.2.0/24',
  notBefore: '05-10-2026',
  requestsPerMinute: '120',
};

describe('the form as it opens', () => {
  it('a new token is limited, ends in 90 days and holds nothing', () => {
    const start = startForm('generate', index, null, now);
    expect(start).toMatchObject({
      accessKind: 'limited',
      before: null,
      fields: { description: '', expiry: '20-02-2027' },
    });
    expect(
      tokenFormSchema.safeParse({ ...start.fields, access: accessDraft(index, 'limited', start.picks) })
        .success,
    ).toBe(false);
  });

  it('Edit shows the token as it is, and unchanged it asks for no change of its permissions', () => {
    const start = startForm('edit', index, source, now);
    expect(start.fields).toEqual({ description: 'Nightly stop', expiry: '01-11-2026', ...limited });
    expect(accessDraft(index, start.accessKind, start.picks)).toEqual(source.accessEntries);
  });

  it('Copy takes what can be given on, names the rest, and offers an end that lies ahead', () => {
    const start = startForm('copy', index, source, now);
    expect(start.fields).toEqual({
      description: 'Copy of Nightly stop',
      expiry: '20-02-2027',
      ...limited,
    });
    expect(start.lost).toEqual([{ permission: 'environment.control.DeleteEnv', context: 'project:shop' }]);
    expect(start.before).toBeNull();
  });

  it('a copied description stays within the limit', () => {
    const start = startForm('copy', index, { ...source, description: '💡'.repeat(255) }, now);
    expect([...start.fields.description]).toHaveLength(255);
  });

  it('the form refuses what the verb would refuse, each at its field', () => {
    const fields = { description: ' ', expiry: '01-01-2020', ...noLimitTexts };
    const access = accessDraft(index, 'limited', startPicker(index));
    const paths = tokenFormSchema
      .safeParse({ ...fields, access })
      .error?.issues.map((issue) => issue.path[0]);
    expect(new Set(paths)).toEqual(new Set(['description', 'expiry', 'access']));
    const picked = toggleOperation(index, startPicker(index), 'environment.control.GetEnvs');
    const valid = {
      description: 'CI',
      expiry: '01-01-2099',
      ...noLimitTexts,
      access: accessDraft(index, 'limited', picked),
    };
    expect(tokenFormSchema.safeParse(valid).success).toBe(true);
  });
});
