import { asksFor, type Client } from '@/lib/domain/client';
import { processWide } from '@/lib/domain/process-wide';
import { compileRoutes, type RouteFinder } from '@/lib/domain/route-finder';
import type { Service } from '@/lib/domain/service';
import { currentServices } from '@/lib/services/catalog/current-catalog';

type FindersByNames = Map<string, RouteFinder>;

/** Gateways with different lists of services; one more begins anew. */
const mostFinders = 200;

/** The router of what a gateway stands before: compiled once for a version of the catalog and a list of services. */
export function routesOf({ services: names }: Pick<Client, 'services'>): RouteFinder {
  const services = currentServices();
  const finders = findersOf(services);
  const key = names.join(' ');
  const known = finders.get(key);
  if (known !== undefined) return known;
  if (finders.size >= mostFinders) finders.clear();
  const finder = compileRoutes(services.filter(({ name }) => asksFor({ services: names }, `${name}.`)));
  finders.set(key, finder);
  return finder;
}

function findersOf(services: readonly Service[]): FindersByNames {
  const versions = processWide('gateway-routes', () => new WeakMap<readonly Service[], FindersByNames>());
  const known = versions.get(services);
  if (known !== undefined) return known;
  const finders: FindersByNames = new Map();
  versions.set(services, finders);
  return finders;
}
