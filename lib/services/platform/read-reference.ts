import type { Operation } from '@/lib/domain/catalog';
import { componentName } from '@/lib/domain/catalog';
import { env } from '@/lib/env';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';

/** What the reference page tells: where the API is, and its operations, grouped as the picker groups them. */
export interface Reference {
  /** Origin of this desk. */
  origin: string;
  isQueryCredentialOn: boolean;
  /** Empty where the sample platform is switched off. */
  components: readonly { name: string; operations: readonly Operation[] }[];
}

/** The reference of what this desk serves; the same for everyone, nothing of it is secret. */
export function readReference(): Reference {
  const { publicUrl, isQueryCredentialOn, isSamplePlatformOn } = env();
  const { components, operations } = currentCatalog();
  const groups = components.map((name) => ({
    name,
    operations: operations.filter((operation) => componentName(operation.code) === name),
  }));
  return { origin: publicUrl, isQueryCredentialOn, components: isSamplePlatformOn ? groups : [] };
}
