import { expect, test } from 'vitest';
import type { SampleCall } from '@/lib/domain/api/sample-call';
import { sampleText } from './sample-text';

const edit: SampleCall = {
  id: 'desk.editToken',
  method: 'PATCH',
  path: '/api/v1/tokens/{id}',
  credential: 'token',
  parameters: [
    { place: 'path', name: 'id', isRequired: true, value: 'a/b' },
    { place: 'query', name: 'dry', isRequired: false, value: 'x' },
    { place: 'header', name: 'If-Match', isRequired: true, value: '"3"' },
  ],
  bodyType: 'json',
  json: { description: "Noor's", expiresAt: null },
  isDestroying: false,
};

const stop: SampleCall = {
  ...edit,
  id: 'environment.control.StopEnv',
  method: 'POST',
  path: '/1.0/environment/control/rest/StopEnv',
  parameters: [{ place: 'form', name: 'envName', isRequired: true, value: 'my-project' }],
  bodyType: 'form',
  json: null,
};

test('curl: the secret comes from a variable, quotes in values are kept, what is optional is left out', () => {
  expect(sampleText(edit, 'https://desk.example.org', 'curl')).toBe(
    [
      `curl --request PATCH 'https://desk.example.org/api/v1/tokens/a%2Fb' \\`,
      `  --header "Authorization: Bearer $TOKEN" \\`,
      `  --header 'If-Match: "3"' \\`,
      `  --header 'Content-Type: application/json' \\`,
      `  --data '{"description":"Noor'\\''s","expiresAt":null}'`,
    ].join('\n'),
  );
  expect(sampleText(stop, '', 'curl')).toContain(`--data-urlencode 'envName=my-project'`);
});

test('JavaScript: a sample parses', () => {
  for (const call of [edit, stop]) {
    const text = sampleText(call, 'https://desk.example.org', 'JavaScript');
    const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (text: string) => unknown;
    expect(() => new AsyncFunction(text)).not.toThrow();
    expect(text).toContain('env.TOKEN');
  }
});

test('Python: values are written as Python writes them', () => {
  expect(sampleText(edit, '', 'Python')).toContain(`json.dumps({'description': "Noor's", 'expiresAt': None})`);
  expect(sampleText(stop, '', 'Python')).toContain(`urllib.parse.urlencode({'envName': 'my-project'})`);
});
