'use server';

import type { ActionResult } from '@/lib/domain/action-result';
import { DeskError } from '@/lib/domain/errors';
import type { ImportServiceInput, PreviewImportInput, RemoveServiceInput } from '@/lib/domain/service-input';
import type { ImportPreview, ImportResult, RemovalPreview, ServiceRow } from '@/lib/domain/service-view';
import { importService } from '@/lib/services/catalog/import-service';
import { previewImport } from '@/lib/services/catalog/preview-import';
import { previewServiceRemoval } from '@/lib/services/catalog/preview-service-removal';
import { removeService } from '@/lib/services/catalog/remove-service';
import { runAction } from './run-action';

/** The document travels as a file beside the other fields: it is too large to be one of them. */
export async function previewImportAction(
  fields: Omit<PreviewImportInput, 'document'>,
  file: File,
): Promise<ActionResult<ImportPreview>> {
  return runAction(async (call) => previewImport(call, { ...fields, document: await bytesOf(file) }));
}

export async function importServiceAction(
  fields: Omit<ImportServiceInput, 'document'>,
  file: File,
): Promise<ActionResult<ImportResult>> {
  return runAction(async (call) => importService(call, { ...fields, document: await bytesOf(file) }));
}

export async function previewServiceRemovalAction(name: string): Promise<ActionResult<RemovalPreview>> {
  return runAction((call) => previewServiceRemoval(call, name));
}

export async function removeServiceAction(input: RemoveServiceInput): Promise<ActionResult<ServiceRow>> {
  return runAction((call) => removeService(call, input));
}

async function bytesOf(file: unknown): Promise<Uint8Array<ArrayBuffer>> {
  if (file instanceof Blob) return new Uint8Array(await file.arrayBuffer());
  const message = 'The document is missing.';
  throw new DeskError('invalid_input', message, { issues: [{ path: 'document', message }] });
}
