import { expect, test } from 'vitest';
import { systemCall } from '@/tests/support/desk';
import { listEnvironments } from '@/lib/services/platform/environments/list-environments';
import { ensureStarter } from './ensure-starter';

test('an empty desk gets one project with running environments, once', async () => {
  await ensureStarter(systemCall());
  await ensureStarter(systemCall());
  const rows = await listEnvironments(systemCall());
  expect(rows.map(({ name, context, status }) => [name, context, status])).toEqual([
    ['my-project', 'project:sample', 'running'],
    ['my-project-staging', 'project:sample', 'running'],
  ]);
});
