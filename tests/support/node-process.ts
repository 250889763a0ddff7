// A second node on the database of DATA_DIR, without a listener: it verifies what it is told to, and its bus can be cut.
// Run by tests/support/second-node.ts with an IPC channel.
import { openLogSource, type LogSource } from '@/lib/db/log-source';
import { currentServices } from '@/lib/services/catalog/current-catalog';
import { followCatalog } from '@/lib/services/catalog/load-catalog';
import { verifyClient } from '@/lib/services/clients/verify-client';
import { isFollowing, startFollowing } from '@/lib/services/feed/follow-log';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import type { NodeAnswer, NodeWish } from './second-node';

let isCut = false;

function open(): LogSource {
  const source = openLogSource();
  const version = () => {
    if (isCut) throw new Error('the bus is cut');
    return source.version();
  };
  return { ...source, version };
}

async function outcomeOf({ secret, gateway }: { secret?: string; gateway?: string }): Promise<string> {
  if (secret !== undefined) return (await verifyToken(secret, new Date())).outcome;
  return (await verifyClient(gateway ?? '', 'gateway')) === null ? 'unknown' : 'valid';
}

/** Asks as often as it can until what it knows is valid is not, or the other way round. */
async function watch(wish: NodeWish): Promise<NodeAnswer> {
  const before = await outcomeOf(wish);
  answer({ id: wish.id, kind: 'began', outcome: before });
  for (;;) {
    const outcome = await outcomeOf(wish);
    if (outcome !== before)
      return { id: wish.id, kind: 'done', outcome, at: performance.timeOrigin + performance.now() };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function fulfil(wish: NodeWish): Promise<NodeAnswer> {
  if (wish.isCut !== undefined) isCut = wish.isCut;
  if (wish.kind === 'watch') return watch(wish);
  if (wish.kind === 'services')
    return {
      id: wish.id,
      kind: 'done',
      outcome: currentServices()
        .map(({ name }) => name)
        .join(' '),
    };
  const outcome = wish.kind === 'following' ? String(isFollowing()) : await outcomeOf(wish);
  return { id: wish.id, kind: 'done', outcome };
}

function answer(message: NodeAnswer): void {
  process.send?.(message);
}

startFollowing(open);
await followCatalog();
process.on('message', (wish: NodeWish) => {
  fulfil(wish).then(answer, (error: unknown) =>
    answer({ id: wish.id, kind: 'done', outcome: `error ${String(error)}` }),
  );
});
process.on('disconnect', () => process.exit(0));
answer({ id: 0, kind: 'began', outcome: 'ready' });
