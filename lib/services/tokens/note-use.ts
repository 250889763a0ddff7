import type { Via } from '@/lib/domain/call';
import type { TokenUse } from '@/lib/domain/token';
import { addUse } from './write-behind';

/** A use with the request it came with, where a door knows it. */
export interface NotedUse extends TokenUse {
  requestId?: string;
  via?: Via;
}

/**
 * Notes that a token was used. In memory; written behind within a second for a token that was quiet, else once a minute
 * (REL-4). Never blocks and never throws, so that it may stand on the hot path.
 */
export function noteUse(tokenId: string, ownerId: string, use: NotedUse): void {
  const { at, address, userAgent, requestId = 'none', via = 'header' } = use;
  addUse(tokenId, { ownerId, at, address, userAgent: userAgent.slice(0, 512), requestId, via });
}
