import type { Call } from '@/lib/domain/call';
import type { ChangePauseInput } from '@/lib/domain/token-input';
import type { TokenView } from '@/lib/domain/token-view';
import { changePause } from './change-pause';

/** Lets a paused token go on with the secret that it has. */
export function resumeToken(call: Call, input: ChangePauseInput, ownerId?: string): Promise<TokenView> {
  return changePause(call, input, false, ownerId);
}
