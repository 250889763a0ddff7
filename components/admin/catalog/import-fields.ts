import type { FieldIssue } from '@/lib/domain/errors';
import { contextMappingSchema, serviceNameSchema, type ContextMapping } from '@/lib/domain/service';
import { basePathSchema } from '@/lib/domain/service-input';

/** What an import is told, while it is being filled in. `types`: the type of context by path parameter, '' for none. */
export interface ImportFields {
  file: File | null;
  name: string;
  basePath: string;
  types: Readonly<Record<string, string>>;
}

/** The mappings that are filled in. */
export function contextsOf({ types }: ImportFields): ContextMapping[] {
  return Object.entries(types)
    .map(([parameter, type]) => ({ type: type.trim(), parameter }))
    .filter(({ type }) => type !== '');
}

/** The fields as the verbs take them; no base path: what the document says. */
export function inputOf(fields: ImportFields) {
  const basePath = fields.basePath.trim();
  const contexts = contextsOf(fields);
  return { name: fields.name.trim(), contexts, ...(basePath === '' ? {} : { basePath }) };
}

/** What is wrong with the fields, before the desk is asked. */
export function problemsOf(fields: ImportFields): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (fields.file === null) issues.push({ path: 'document', message: 'Choose the document.' });
  const put = (path: string, error: { issues: readonly { message: string }[] } | undefined) => {
    if (error !== undefined) issues.push({ path, message: error.issues[0]?.message ?? 'That cannot be.' });
  };
  put('name', serviceNameSchema.safeParse(fields.name.trim()).error);
  put('basePath', basePathSchema.safeParse(fields.basePath.trim()).error);
  for (const mapping of contextsOf(fields))
    put(`types.${mapping.parameter}`, contextMappingSchema.safeParse(mapping).error);
  return issues;
}

/** The desk's issues with contexts, told at the parameter that they concern. */
export function atParameters(issues: readonly FieldIssue[], fields: ImportFields): FieldIssue[] {
  const contexts = contextsOf(fields);
  return issues.map(({ path, message }) => {
    const [, index = ''] = /^contexts\.(\d+)/.exec(path) ?? [];
    const mapping = contexts[Number(index)];
    return index === '' || mapping === undefined
      ? { path, message }
      : { path: `types.${mapping.parameter}`, message };
  });
}
