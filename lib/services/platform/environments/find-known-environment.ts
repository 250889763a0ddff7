import { environmentCache, type EnvironmentCache } from '@/lib/cache/environment-cache';
import { findEnvironment } from '@/lib/db/environments';
import { onEvent } from '@/lib/db/event-feed';
import { globalContext, type Context } from '@/lib/domain/context';
import { isVisibleIn } from '@/lib/domain/decide';
import { contextOf, type Environment } from '@/lib/domain/platform/environment';
import { processWide } from '@/lib/domain/process-wide';
import { isFollowing } from '@/lib/services/feed/follow-log';

/** The cache, listening to the feed: an event about an environment is published before its change is answered. */
function watchedCache(): EnvironmentCache {
  return processWide('watched-environment-cache', () => {
    const cache = environmentCache();
    onEvent((event) => {
      if (event.subjectKind === 'environment') cache.forget(event.subjectId);
    });
    return cache;
  });
}

/** An environment by name, as far as it lies in one of the contexts; from memory when it was read since its last change. */
export async function findKnownEnvironment(
  name: string,
  contexts: readonly Context[],
): Promise<Environment | null> {
  const cache = watchedCache();
  const known = isFollowing() ? cache.find(name) : undefined;
  const { epoch } = cache;
  const environment = known ?? (await findEnvironment(name, [globalContext]));
  if (environment === null) return null;
  if (known === undefined) cache.keep(environment, epoch);
  return isVisibleIn(contexts, contextOf(environment)) ? environment : null;
}
