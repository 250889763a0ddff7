'use client';

import { importServiceAction, previewImportAction } from '@/lib/actions/catalog';
import type { ActionResult } from '@/lib/domain/action-result';
import type { ImportPreview, ServiceRow } from '@/lib/domain/service-view';
import { ReviewDialog } from '../review-dialog';
import { useReview } from '../use-review';
import { ImportChanges } from './import-changes';
import { inputOf, type ImportFields } from './import-fields';
import { ImportForm } from './import-form';
import { useDocument } from './use-document';

export interface ImportDialogProps {
  /** Imported again; null for a new one. */
  service: ServiceRow | null;
  username: string;
  onClose: () => void;
  onDone: (name: string) => void;
}

/** Imports an OpenAPI document: first the document and how to take it, then what that changes, with the password. */
export function ImportDialog({ service, username, onClose, onDone }: ImportDialogProps) {
  const document = useDocument();
  const review = useReview<ImportFields, ImportPreview>({
    start: startOf(service),
    findPreview: preview,
    send: (fields, password, seen) =>
      fields.file === null
        ? Promise.resolve(noDocument)
        : importServiceAction(
            { ...inputOf(fields), version: seen?.former?.version ?? 0, proof: { password } },
            fields.file,
          ),
    onDone: (fields) => onDone(fields.name.trim()),
  });
  return (
    <ReviewDialog
      review={review}
      title={service === null ? 'Import a service' : 'Import again'}
      sub={{
        form: 'An OpenAPI document becomes permissions, to be granted like the desk’s own.',
        confirm:
          service === null
            ? 'The catalog grows by one service, all of it or nothing.'
            : `${service.name} becomes what the document says. What tokens hold of it stays.`,
      }}
      size={{ form: 'new', confirm: 'new' }}
      username={username}
      onClose={onClose}
      form={
        <ImportForm
          start={review.fields}
          isAgain={service !== null}
          document={document}
          issues={review.issues}
          refusal={review.refusal}
          isBusy={review.isBusy}
          onClose={onClose}
          onNext={(fields) => void review.review(fields)}
        />
      }
      changes={({ preview: seen }) => (seen === null ? null : <ImportChanges preview={seen} />)}
    />
  );
}

const noDocument: ActionResult<never> = refused('document', 'Choose the document.');

async function preview(fields: ImportFields): Promise<ActionResult<ImportPreview>> {
  if (fields.file === null) return noDocument;
  const result = await previewImportAction(inputOf(fields), fields.file);
  if (!result.isOk || !result.value.isUnchanged) return result;
  return refused('document', `${result.value.name} is in the catalog exactly so: nothing would change.`);
}

function refused(path: string, message: string): ActionResult<never> {
  return { isOk: false, error: { code: 'invalid_input', message, details: { issues: [{ path, message }] } } };
}

function startOf(service: ServiceRow | null): ImportFields {
  if (service === null) return { file: null, name: '', basePath: '', types: {} };
  const types = Object.fromEntries(service.contexts.map(({ type, parameter }) => [parameter, type]));
  return { file: null, name: service.name, basePath: service.basePath, types };
}
