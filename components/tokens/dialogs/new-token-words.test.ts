import { describe, expect, it } from 'vitest';
import type { TokenRow } from '@/lib/domain/token-view';
import { envFile, envFileName } from './env-file';
import { operationToTry, tryCommand, withSecret, type TryOperation } from './try-command';

const token: TokenRow = {
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  version: 1,
  description: 'GitLab CI, shop deploys',
  hint: 'td_pat_7HqV…oC6d',
  access: 'limited',
  permissionSet: 'Custom',
  contexts: ['project:shop'],
  permissionCount: 1,
  withdrawnCount: 0,
  goneCount: 0,
  teeth: [1],
  withdrawnTeeth: [],
  expiresAt: '2027-02-21T00:00:00.000Z',
  createdAt: '2026-11-22T01:00:00.000Z',
  lastUsedAt: null,
  lastUsedAddress: null,
  lastUsedAgent: null,
  status: 'active',
  isPaused: false,
  mayUseInUrls: true,
  addresses: [],
  notBefore: null,
  requestsPerMinute: null,
};
const grants = [{ permission: 'environment.control.StopEnv', context: 'project:shop' }];

describe('the downloaded file', () => {
  it('is comments about the token and one assignment', () => {
    const text = envFile({ token, secret: 'td_pat_secret', grants, origin: 'https://desk.example' });
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      'TOKENDESK_TOKEN=td_pat_secret',
    ]);
    expect(text).toContain('end of 20-02-2027');
    expect(text).toContain('#   environment.control.StopEnv');
  });

  it('says what limits the token, and nothing where nothing does', () => {
    const file = { secret: 'td_pat_secret', grants, origin: 'https://desk.example' };
    expect(envFile({ ...file, token })).not.toMatch(/Taken only from|Not before|Requests a minute/);
    const limited = {
      ...token,
      addresses: ['192.0.2.0/24', '2001:db8::/32'],
      notBefore: '2026-12-01T00:00:00.000Z',
      requestsPerMinute: 120,
    };
    const text = envFile({ ...file, token: limited });
    expect(text).toContain(
      '# Taken only from: 192.0.2.0/24, 2001:db8::/32\n# Not before: 01-12-2026\n# Requests a minute: 120\n',
    );
  });

  it('WEB-8 a description with a line break cannot begin a line of its own', () => {
    const text = envFile({
      token: { ...token, description: 'x\nPATH=/evil\u2028y' },
      secret: 's',
      grants,
      origin: 'o',
    });
    expect(text.split(/[\n\u2028]/).some((line) => line.startsWith('PATH'))).toBe(false);
  });

  it('is named after the token, with nothing that a file system minds', () => {
    expect(envFileName('GitLab CI, shop deploys')).toBe('tokendesk-gitlab-ci-shop-deploys.env');
    expect(envFileName('../../etc')).toBe('tokendesk-etc.env');
    expect(envFileName('日本')).toBe('tokendesk.env');
  });
});

describe('the command to try it', () => {
  const operation = (
    code: string,
    reach: TryOperation['reach'],
    phrase: string,
    required: string[] = [],
  ) => ({
    code,
    reach,
    phrase,
    parameters: required.map((name) => ({ name, isRequired: true, summary: name })),
  });
  const stop = operation('environment.control.StopEnv', 'changes', 'stop environments', ['envName']);
  const info = operation('environment.control.GetEnvInfo', 'reads', 'read an environment', ['envName']);
  const list = operation('environment.control.GetEnvs', 'reads', 'list environments');

  it('prefers what lists, then what reads, before what changes', () => {
    expect(operationToTry([stop, info, list])).toBe(list);
    expect(operationToTry([stop, info])).toBe(info);
    expect(operationToTry([stop])).toBe(stop);
    expect(operationToTry([])).toBeNull();
  });

  it('presents the secret in each of the three ways, as a placeholder', () => {
    expect(tryCommand('https://d', list, 'Bearer')).toBe(
      'curl https://d/1.0/environment/control/rest/getenvs \\\n  -H "Authorization: Bearer $TOKEN"',
    );
    expect(tryCommand('https://d', list, 'Private-Token')).toContain('"Private-Token: $TOKEN"');
    expect(tryCommand('https://d', stop, 'session=')).toBe(
      'curl "https://d/1.0/environment/control/rest/stopenv?envName=my-project&session=$TOKEN"',
    );
  });

  it('takes the secret in only when it is copied', () => {
    expect(withSecret(tryCommand('https://d', list, 'Bearer'), 'td_pat_$&')).toContain('Bearer td_pat_$&"');
  });
});
