import { findUnused, upgradeDigest, writeUses, type DigestUpgrade, type FirstUse } from '@/lib/db/token-uses';
import { announceUses } from '@/lib/db/token-uses';
import { transaction } from '@/lib/db/transaction';
import type { Call, Via } from '@/lib/domain/call';
import type { TokenUse } from '@/lib/domain/token';
import { noLimits } from '@/lib/domain/token-limits';
import { watchedCache } from './watched-cache';

/** A use as it waits to be written: with its owner and the request it came with. */
export interface WaitingUse extends TokenUse {
  ownerId: string;
  requestId: string;
  via: Via;
}

/**
 * Writes last uses and digests moved to the current pepper, in one transaction. The first use of a token is an event,
 * with the address and agent of the request that made it.
 */
export async function writeUseBatch(
  uses: ReadonlyMap<string, WaitingUse>,
  upgrades: readonly DigestUpgrade[],
): Promise<void> {
  const rows = [...uses].map(([tokenId, use]) => ({ tokenId, ...use }));
  await transaction(systemCall(), async (tx, record) => {
    const unused = await findUnused(tx, [...uses.keys()]);
    await writeUses(tx, rows);
    for (const token of unused) {
      const use = uses.get(token.id);
      if (use !== undefined) {
        const { id: subjectId, ownerId, description } = token;
        const draft = {
          action: 'token.first-used',
          subjectKind: 'token',
          subjectId,
          ownerId,
          data: { description },
        } as const;
        await record(draft, callOf(token, use));
      }
    }
    for (const upgrade of upgrades) await upgradeDigest(tx, upgrade);
  });
  for (const { tokenId } of upgrades) watchedCache().forgetToken(tokenId);
  announceUses(rows);
}

/** The request of the first use, as the log tells it. The actor is named, and holds nothing. */
function callOf(token: FirstUse, use: WaitingUse): Call {
  const { id: tokenId, ownerId: personId, description: name } = token;
  const power = { kind: 'limited', grants: new Map() } as const;
  return {
    actor: { kind: 'token', tokenId, personId, name, power, limits: noLimits, expiresAt: null },
    now: use.at,
    requestId: use.requestId,
    address: use.address,
    userAgent: use.userAgent,
    via: use.via,
  };
}

function systemCall(): Call {
  const actor = { kind: 'system', name: 'write-behind' } as const;
  return { actor, now: new Date(), requestId: 'write-behind', address: '', userAgent: '', via: 'system' };
}
