import type { Service } from '@/lib/domain/service';
import type { ServiceRow } from '@/lib/domain/service-view';

/** A service as the Catalog page shows it. */
export function toServiceRow(service: Service): ServiceRow {
  const { name, title, apiVersion, format, basePath, contexts, version, operations } = service;
  const goneCount = operations.filter(({ isGone }) => isGone === true).length;
  return {
    name,
    title,
    apiVersion,
    format,
    basePath,
    contexts,
    version,
    operationCount: operations.length - goneCount,
    goneCount,
    createdAt: service.createdAt,
    changedAt: service.changedAt,
    removedAt: service.removedAt,
  };
}
