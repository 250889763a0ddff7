import type { Call } from '@/lib/domain/call';
import type { ChangePauseInput } from '@/lib/domain/token-input';
import type { TokenView } from '@/lib/domain/token-view';
import { changePause } from './change-pause';

/**
 * Puts one of the actor's own tokens to rest, or one of the person `ownerId` for an administrator: it is refused until it is
 * resumed, and the access tokens that it gave are gone for good.
 */
export function pauseToken(call: Call, input: ChangePauseInput, ownerId?: string): Promise<TokenView> {
  return changePause(call, input, true, ownerId);
}
