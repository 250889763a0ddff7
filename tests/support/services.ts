import type { Service, ServiceOperation } from '@/lib/domain/service';

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'] as const;

/**
 * A service as an import would store it, of lines such as `GET /stores/{storeId}/orders`; `contexts` maps types to
 * parameters. The operations are `<name>.api.<method><number>`, or as `=code` behind the line says.
 */
export function serviceFixture(
  name: string,
  lines: readonly string[],
  { contexts = {}, basePath = '' }: { contexts?: Record<string, string>; basePath?: string } = {},
): Service {
  const mappings = Object.entries(contexts).map(([type, parameter]) => ({ type, parameter }));
  const operations = lines.map((line, index): ServiceOperation => {
    const [verb = '', path = '', given] = line.split(' ');
    const method = methods.find((each) => each === verb);
    if (method === undefined) throw new Error(`${verb} is no method.`);
    const mapping = mappings.find(({ parameter }) => path.includes(`{${parameter}}`));
    return {
      code: `${name}.api.${given?.slice(1) ?? `${method.toLowerCase()}${index}`}`,
      summary: line,
      phrase: 'do it',
      reach: method === 'GET' ? 'reads' : 'changes',
      contextType: mapping?.type ?? 'global',
      docs: '/docs/api',
      parameters: [],
      route: { method, path, contextParameter: mapping?.parameter ?? null },
    };
  });
  return {
    id: `service-${name}`.padEnd(22, '0'),
    name,
    title: name,
    apiVersion: '1',
    format: 'openapi-3.1',
    basePath,
    contexts: mappings,
    operations,
    documentDigest: name,
    createdAt: new Date(0),
    changedAt: new Date(0),
    removedAt: null,
    version: 1,
  };
}

/** Puts services into the catalog, as their import would. */
export async function putServices(...services: readonly Service[]): Promise<void> {
  const { putService } = await import('@/lib/db/services');
  const { transaction } = await import('@/lib/db/transaction');
  const { loadCatalog } = await import('@/lib/services/catalog/load-catalog');
  const { systemCall } = await import('./desk');
  for (const { version: _version, ...service } of services) {
    await transaction(systemCall(), (tx) => putService(tx, service, null));
  }
  await loadCatalog();
}
