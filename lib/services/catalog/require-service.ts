import { DeskError } from '@/lib/domain/errors';
import type { Service } from '@/lib/domain/service';

/** The service that was found. Throws not_found. */
export function requireService(name: string, service: Service | null): Service {
  if (service !== null) return service;
  throw new DeskError('not_found', `There is no imported service ${name}.`, {
    subject: { kind: 'service', name },
  });
}

/** Refuses a change of what has moved on since it was seen; `seen` 0 stands for "there was none". */
export function requireSeenVersion(name: string, service: Service | null, seen: number | undefined): void {
  const current = service?.version ?? 0;
  if (seen === undefined || seen === current) return;
  throw staleService(name, current);
}

/** The refusal of a change of a service that has moved on. */
export function staleService(name: string, currentVersion: number): DeskError {
  return new DeskError('stale_version', `${name} has changed since you saw it. Look at it again.`, {
    currentVersion,
  });
}
