import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { authenticationOperations } from '@/lib/http/virtuozzo/authentication-operations';
import { platformOperations } from '@/lib/http/platform/platform-operations';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { virtuozzoApi } from './virtuozzo';

const described = virtuozzoApi(currentCatalog());
const served = [...authenticationOperations(), ...platformOperations()];

describe('the description of the Virtuozzo API', () => {
  test('API-12 tells of every method that is served, once, and of no other', () => {
    const codes = described.map(({ id }) => id);
    expect(codes.toSorted()).toEqual(served.map(({ code }) => code).toSorted());
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(served.map((operation) => [operation.code, operation] as const))(
    'API-12 %s is told with the parameters that it takes',
    (code, operation) => {
      const body = described.find(({ id }) => id === code)?.body ?? z.object({});
      expect(body).toBeInstanceOf(z.ZodObject);
      const told = body instanceof z.ZodObject ? Object.keys(body.shape) : [];
      expect(told.toSorted()).toEqual(Object.keys(operation.parameters.shape).toSorted());
    },
  );

  test('API-12 becomes JSON Schema as it stands', () => {
    for (const { body, replies } of described) {
      for (const schema of [body, ...Object.values(replies).map((reply) => reply.schema)]) {
        if (schema !== null) expect(() => z.toJSONSchema(schema, { io: 'input' })).not.toThrow();
      }
    }
  });
});
