import { referenceOf, type Reference } from '@/lib/domain/api/reference';
import { processWide } from '@/lib/domain/process-wide';
import { env } from '@/lib/env';
import { builtInIndex } from './current-catalog';
import { readApis } from './read-description';

/** What the reference page tells. */
export interface ReferencePage {
  /** Origin of this desk. */
  origin: string;
  isQueryCredentialOn: boolean;
  reference: Reference;
  /** Permissions that no operation needs. */
  pagePermissions: readonly { code: string; summary: string }[];
}

/** The reference of what this desk serves; the same for everyone, nothing of it is secret. */
export function readReference(): ReferencePage {
  return processWide('reference-page', () => {
    const { publicUrl: origin, isQueryCredentialOn, isSamplePlatformOn } = env();
    const apis = readApis();
    const needed = new Set(
      apis.flatMap(({ operations }) => operations.flatMap(({ id, permission }) => [id, permission])),
    );
    const pagePermissions = builtInIndex()
      .operations.filter(({ code }) => !needed.has(code))
      .filter(({ code }) => isSamplePlatformOn || code.startsWith('desk.'))
      .map(({ code, summary }) => ({ code, summary }));
    return { origin, isQueryCredentialOn, reference: referenceOf(apis), pagePermissions };
  });
}
