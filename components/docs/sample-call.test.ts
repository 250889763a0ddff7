import { expect, test } from 'vitest';
import type { Operation } from '@/lib/domain/catalog';
import { sampleCall } from './sample-call';

function operation(code: string, ...names: string[]): Operation {
  const parameters = names.map((name) => ({ name, isRequired: name !== 'nodeId', summary: 'x' }));
  return { code, summary: 'x', phrase: 'x', reach: 'changes', contextType: 'project', docs: 'x', parameters };
}

test('a sample carries the token in a header and the required parameters alone', () => {
  expect(sampleCall(operation('environment.control.StopEnv', 'envName', 'nodeId'), 'https://desk.example.org')).toBe(
    [
      `curl 'https://desk.example.org/1.0/environment/control/rest/stopenv' \\`,
      `  --header "Authorization: Bearer $TOKEN" \\`,
      `  --data-urlencode 'envName=my-project'`,
    ].join('\n'),
  );
});

test('an upload is a multipart form', () => {
  const sample = sampleCall(operation('environment.file.Upload', 'envName', 'destPath', 'file'), '');
  expect(sample).toContain(`--form 'file=@shop-1.4.0.war'`);
  expect(sample).not.toContain('--data-urlencode');
});
