import { expect, test } from 'vitest';
import { validateReply } from './validate-reply';

const problem = {
  type: 'about:blank',
  title: 'Forbidden',
  status: 403,
  detail: 'It lacks it.',
  code: 'permission_denied',
};

test('API-12 an answer as described passes; a missing, a wrong or a new member does not', () => {
  const at = { method: 'GET', path: '/api/v1/tokens?limit=3', status: 200 };
  expect(validateReply({ ...at, body: { data: [], next: null } })).toEqual([]);
  expect(validateReply({ ...at, body: { data: [] } })).toHaveLength(1);
  expect(validateReply({ ...at, body: { data: [], next: 3 } })).toHaveLength(1);
  expect(validateReply({ ...at, body: { data: [], next: null, digest: 'x' } })).toHaveLength(1);
  expect(validateReply({ ...at, status: 403, body: problem })).toEqual([]);
  expect(validateReply({ ...at, status: 418, body: problem })).toHaveLength(1);
});

test('API-12 what no description names does not pass, but a refusal of the path', () => {
  expect(validateReply({ method: 'GET', path: '/api/v1/nothing', status: 200, body: {} })).toHaveLength(1);
  expect(validateReply({ method: 'GET', path: '/api/v1/nothing', status: 404, body: {} })).toEqual([]);
  const id = 'q3VtA0m9T2q8pM1xWz4rKg';
  expect(validateReply({ method: 'DELETE', path: `/api/v1/tokens/${id}`, status: 204, body: '' })).toEqual(
    [],
  );
  expect(
    validateReply({ method: 'DELETE', path: `/api/v1/tokens/${id}`, status: 204, body: {} }),
  ).toHaveLength(1);
});
