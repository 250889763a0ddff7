import type { ServiceRow } from '@/lib/domain/service-view';

/** What a clause of the sentence narrows to. */
export type ServiceKind = 'any' | 'imported' | 'holed' | 'removed';

export interface ServicesFilter {
  text: string;
  kind: ServiceKind;
}

export const everyService: ServicesFilter = { text: '', kind: 'any' };

const tests: Record<ServiceKind, (service: ServiceRow) => boolean> = {
  any: () => true,
  imported: (service) => service.removedAt === null,
  holed: (service) => service.removedAt === null && service.goneCount > 0,
  removed: (service) => service.removedAt !== null,
};

/** How many services are of a kind. */
export function countServices(services: readonly ServiceRow[], kind: ServiceKind): number {
  return services.filter(tests[kind]).length;
}

/** The services that match: of the kind, and every word typed stands in name, title, version or contexts. */
export function filterServices(
  services: readonly ServiceRow[],
  { text, kind }: ServicesFilter,
): ServiceRow[] {
  const words = text
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .filter((word) => word !== '');
  return services.filter((service) => {
    const contexts = service.contexts.map(({ type, parameter }) => `${type} ${parameter}`);
    const haystack = [service.name, service.title, service.apiVersion, ...contexts]
      .join(' ')
      .toLocaleLowerCase('en');
    return tests[kind](service) && words.every((word) => haystack.includes(word));
  });
}
