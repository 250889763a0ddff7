import { expect, it } from 'vitest';
import { readApis } from './read-description';

// The Virtuozzo API refuses in its envelope, with 200.
const operations = readApis()
  .flatMap((each) => each.operations)
  .filter(({ api, credential }) => credential === 'token' && api !== 'virtuozzo');

it.each(operations.map((each) => [each.id, each] as const))(
  'API-12 %s says that it refuses a token whose conditions are not met',
  (_id, { replies }) => {
    expect(Object.keys(replies)).toContain('403');
  },
);
