import { LRUCache } from 'lru-cache';
import type { Environment } from '@/lib/domain/platform/environment';
import { processWide } from '@/lib/domain/process-wide';

/**
 * Environments by name, for reads. `epoch` moves with every forgetting: a row whose query began in an older epoch is not
 * kept, it may be of yesterday. Names that do not exist are never kept, so strangers cannot fill it.
 */
export class EnvironmentCache {
  private readonly rows = new LRUCache<string, Environment>({ max: 10_000 });
  private moved = 0;

  get epoch(): number {
    return this.moved;
  }

  find(name: string): Environment | undefined {
    return this.rows.get(name);
  }

  keep(environment: Environment, epoch: number): void {
    if (epoch === this.moved) this.rows.set(environment.name, environment);
  }

  forget(name: string): void {
    this.moved += 1;
    this.rows.delete(name);
  }
}

/** The cache of this process: one, however many module graphs ask (see process-wide.ts). */
export function environmentCache(): EnvironmentCache {
  return processWide('environment-cache', () => new EnvironmentCache());
}
