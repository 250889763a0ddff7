import type { z } from 'zod';
import { fileDigest } from '@/lib/crypto/file-digest';
import { findService } from '@/lib/db/services';
import { DeskError } from '@/lib/domain/errors';
import type { DocumentOutline } from '@/lib/domain/imports/document-outline';
import { importNotes } from '@/lib/domain/imports/import-notes';
import {
  mergeOperations,
  templateParameters,
  type MergedOperations,
} from '@/lib/domain/imports/merge-operations';
import type { Service } from '@/lib/domain/service';
import { basePathSchema, type previewImportSchema } from '@/lib/domain/service-input';
import { plainLine } from '@/lib/domain/text';
import { builtInIndex } from './current-catalog';
import { readDocument } from './document/read-document';

/** What a document makes of a service, beside what the service was before. */
export interface ImportPlan {
  /** The service's columns as they would be; the operations are in `merged`. */
  facts: Pick<
    Service,
    'name' | 'title' | 'apiVersion' | 'format' | 'basePath' | 'contexts' | 'documentDigest'
  >;
  merged: MergedOperations;
  /** True when the very same is there already. */
  isUnchanged: boolean;
  notes: readonly string[];
}

/** A document that was read and fits its input; what it makes of a service depends on what that was. */
export interface ReadImport {
  facts: ImportPlan['facts'];
  outline: DocumentOutline;
}

/** Operations that a service may ever have had: those that are gone are kept, since tokens may hold them. */
const maxOperations = 40_000;

/** Reads the document of an import. Throws invalid_input with what is wrong, overloaded. */
export async function readImport(input: z.output<typeof previewImportSchema>): Promise<ReadImport> {
  const { name, document } = input;
  if (builtInIndex().operations.some(({ code }) => code.startsWith(`${name}.`)))
    throw refusal('name', `${name} is a service of this desk. Choose another name.`);
  const outline = await readDocument(document);
  const given = outline.servers[0] ?? '';
  const basePath = input.basePath ?? given;
  if (!basePathSchema.safeParse(basePath).success) {
    const message = `The document’s base path ${plainLine(given, 120)} cannot be told from what is before it. Say which one it is.`;
    throw refusal('basePath', message);
  }
  const contexts = input.contexts ?? (await findService(name))?.contexts ?? [];
  const inPaths = new Set(outline.operations.flatMap(({ path }) => templateParameters(path)));
  for (const [index, { parameter }] of input.contexts?.entries() ?? []) {
    if (inPaths.has(parameter)) continue;
    const message = `No path has {${plainLine(parameter, 128)}}. Paths have ${wordsFor([...inPaths])}.`;
    throw refusal(`contexts.${index}.parameter`, message);
  }
  const { format, title, apiVersion } = outline;
  return {
    facts: {
      name,
      title: plainLine(title ?? '', 120) || name,
      apiVersion: plainLine(apiVersion ?? '', 40),
      format,
      basePath,
      contexts,
      documentDigest: fileDigest(
        typeof document === 'string' ? new TextEncoder().encode(document) : document,
      ),
    },
    outline,
  };
}

/** What the import would make of the service as it is. Throws invalid_input when it would ever have had too many operations. */
export function planImport({ facts, outline }: ReadImport, former: Service | null): ImportPlan {
  const { name, contexts, basePath } = facts;
  const bases = { before: former?.basePath ?? basePath, after: basePath };
  const merged = mergeOperations(name, outline.operations, contexts, former?.operations ?? [], bases);
  if (merged.operations.length > maxOperations) {
    const message = `With those that are gone, ${name} would have more than 40,000 operations. Import it under another name.`;
    throw refusal('document', message);
  }
  const isUnchanged =
    former !== null &&
    former.removedAt === null &&
    factsText(former) === factsText(facts) &&
    [merged.added, merged.changed, merged.gone, merged.returned].every((list) => list.length === 0);
  return {
    facts,
    merged,
    isUnchanged,
    notes: [...moveNotes(facts, former), ...importNotes(outline, facts.basePath)],
  };
}

/** A base path moves every operation at once: more lines than anyone reads. */
function moveNotes({ basePath }: ImportPlan['facts'], former: Service | null): string[] {
  if (former === null || former.basePath === basePath) return [];
  const [from, to] = [former.basePath || 'no base path', basePath || 'none'];
  return [
    `The base path was ${from} and is ${to}: everything that tokens and roles hold of it is moved with it.`,
  ];
}

function factsText(facts: ImportPlan['facts']): string {
  const { title, apiVersion, format, basePath, documentDigest } = facts;
  const contexts = facts.contexts.map(({ type, parameter }) => [type, parameter]);
  return JSON.stringify([title, apiVersion, format, basePath, documentDigest, contexts]);
}

function wordsFor(names: readonly string[]): string {
  if (names.length === 0) return 'no parameters';
  const shown = names.slice(0, 8).map((name) => `{${plainLine(name, 60)}}`);
  return shown.join(', ') + (names.length > shown.length ? ` and ${names.length - shown.length} more` : '');
}

function refusal(path: string, message: string): DeskError {
  return new DeskError('invalid_input', message, { issues: [{ path, message }] });
}
