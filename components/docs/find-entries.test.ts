import { expect, test } from 'vitest';
import { findEntries } from './find-entries';

const groups = [
  { id: 'api-desk', title: 'Desk', entries: [{ id: 'desk.createToken', summary: 'Create a token', path: '/api/v1/tokens' }] },
  { id: 'api-oauth', title: 'OAuth', entries: [{ id: 'oauth.exchangeToken', summary: 'Exchange', path: '/oauth/token' }] },
];

test('every word must stand in id, summary, path or the name of the API; empty groups are left out', () => {
  expect(findEntries(groups, ' ')).toEqual(groups);
  expect(findEntries(groups, 'TOKEN create').map(({ id }) => id)).toEqual(['api-desk']);
  expect(findEntries(groups, 'oauth')).toHaveLength(1);
  expect(findEntries(groups, 'nothing')).toEqual([]);
});
