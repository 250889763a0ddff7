import { expect, it } from 'vitest';
import { generateDocument, toYaml } from '@/tests/support/openapi/generate-document';
import { systemCall } from '@/tests/support/desk';
import { currentCatalog } from './current-catalog';
import { importService } from './import-service';
import { previewImport } from './preview-import';
import { readService } from './read-service';

const contexts = [{ type: 'store', parameter: 'storeId' }];

it.each([
  ['small', 1_200, 'swagger-2.0'],
  ['large', 8_000, 'openapi-3.1'],
] as const)(
  '%s: %d operations with every oddity become as many permissions, each legal and one',
  async (name, operations, format) => {
    const generated = generateDocument({ operations, format });
    const document = format === 'swagger-2.0' ? toYaml(generated) : JSON.stringify(generated);
    const result = await importService(systemCall(), { name, document, contexts });
    expect(result).toMatchObject({
      added: operations,
      service: { operationCount: operations, basePath: '/v2', format },
    });
    expect(result.notes.join(' ')).toMatch(
      /operationId that stands before them already.*had no tag.*but for the names/,
    );
    const service = await readService(systemCall(), name);
    const codes = service.operations.map(({ code }) => code);
    expect(new Set(codes.map((code) => code.toLowerCase())).size).toBe(operations);
    expect(codes.every((code) => currentCatalog().byCode.has(code) && code.startsWith(`${name}.`))).toBe(
      true,
    );
    const preview = await previewImport(systemCall(), { name, document, contexts });
    expect(preview).toMatchObject({
      isUnchanged: true,
      unchanged: operations,
      added: { total: 0 },
      changed: { total: 0 },
    });
  },
);
