import type { ContextMapping } from '@/lib/domain/service';
import type { PreviewImportInput } from '@/lib/domain/service-input';
import type {
  ChangedOperation,
  ImportPreview,
  ImportResult,
  PreviewedOperation,
} from '@/lib/domain/service-view';
import { importService } from '@/lib/services/catalog/import-service';
import { previewImport } from '@/lib/services/catalog/preview-import';
import { UsageError, type Command, type CommandInput } from '../command';
import { readDocumentFile } from '../read-document-file';

const operationsNamed = 20;

/** `desk service import <file> --name <name> …`. */
export const serviceImport: Command = {
  noun: 'service',
  verb: 'import',
  summary: 'Makes the operations of an OpenAPI document permissions; once more, brings them up to date.',
  words: [{ name: 'file', about: 'OpenAPI 3.0, 3.1 or Swagger 2.0, as YAML or JSON, at most 10 MB.' }],
  options: {
    name: { kind: 'text', value: '<name>', about: 'What its permissions begin with.', isRequired: true },
    context: {
      kind: 'list',
      value: 'type=param',
      about: 'A path parameter that is a context: store=storeId. Absent: those that the service has.',
    },
    'base-path': {
      kind: 'text',
      value: '/v2',
      about: 'What stands before every path; else the document says.',
    },
    'dry-run': { kind: 'flag', about: 'Says what would change, and changes nothing.' },
  },
  run: async (call, input) => {
    const wanted = wantedImport(input);
    if (!input.flag('dry-run')) {
      const result = await importService(call, wanted);
      return { data: result, lines: resultLines(result) };
    }
    const preview = await previewImport(call, wanted);
    return { data: preview, lines: previewLines(preview) };
  },
};

function wantedImport(input: CommandInput): PreviewImportInput {
  const basePath = input.text('base-path');
  const contexts = input.list('context');
  return {
    name: input.required('name'),
    document: readDocumentFile(input.words[0] ?? ''),
    ...(contexts.length === 0 ? {} : { contexts: contexts.map(toMapping) }),
    ...(basePath === undefined ? {} : { basePath }),
  };
}

function toMapping(typed: string): ContextMapping {
  const [type = '', parameter = ''] = typed.split(/=(.*)/s);
  if (type === '' || parameter === '') throw new UsageError(`--context is type=param, not ${typed}.`);
  return { type, parameter };
}

function resultLines({ service, isUnchanged, notes, ...counts }: ImportResult): string[] {
  const where = service.basePath === '' ? '' : ` below ${service.basePath}`;
  const head = `${service.name} (${service.title}, ${service.format}) has ${many(service.operationCount)}${where}.`;
  if (isUnchanged) return [head, 'Nothing is new.'];
  const { added, changed, gone, returned, unchanged } = counts;
  return [
    head,
    `${added} new, ${changed} changed, ${gone} gone, ${returned} back, ${unchanged} as before.`,
    ...notes,
  ];
}

function previewLines(preview: ImportPreview): string[] {
  const { name, title, format, operationCount, notes, tokens, roles } = preview;
  const lists = [
    ['new', preview.added],
    ['changed', preview.changed],
    ['gone', preview.gone],
    ['back', preview.returned],
  ] as const;
  return [
    `${name} (${title}, ${format}) would have ${many(operationCount)}. Nothing is changed yet.`,
    ...lists.flatMap(([word, { total, shown }]) => [
      `${total} ${word}`,
      ...shown.slice(0, operationsNamed).flatMap(operationLines),
      ...(total > operationsNamed ? [`  … and ${total - operationsNamed} more`] : []),
    ]),
    `${preview.unchanged} as before`,
    `Tokens that it touches: ${tokens.total}. Roles: ${roles.total}.`,
    ...notes,
  ];
}

/** An operation, and below it what of it is not as it was. */
function operationLines(operation: PreviewedOperation | ChangedOperation): string[] {
  const { code, method, path } = operation;
  const differences = 'differences' in operation ? operation.differences : [];
  return [
    `  ${code}  ${method} ${path}`,
    ...differences.map(({ what, before, after }) => `    ${what}: ${before} → ${after}`),
  ];
}

function many(count: number): string {
  return count === 1 ? '1 operation' : `${count.toLocaleString('en')} operations`;
}
