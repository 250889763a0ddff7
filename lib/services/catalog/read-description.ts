import { describedApis, type DescribedApi } from '@/lib/domain/api/description';
import { openApiDocument, type OpenApiDocument } from '@/lib/domain/api/openapi';
import { processWide } from '@/lib/domain/process-wide';
import { env } from '@/lib/env';
import { builtInIndex } from './current-catalog';

/** Every API that this desk serves, as data. */
export function readApis(): readonly DescribedApi[] {
  return processWide('described-apis', () => describedApis(builtInIndex(), env().isSamplePlatformOn));
}

/** The same as an OpenAPI document, with the address of this desk. */
export function readDescription(): OpenApiDocument {
  return processWide('openapi', () => openApiDocument(readApis(), env().publicUrl));
}
