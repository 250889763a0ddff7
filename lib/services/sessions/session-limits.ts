import type { SessionLimits } from '@/lib/domain/session';
import { env } from '@/lib/env';

/** How long sessions live in this installation (SES-3). */
export function sessionLimits(): SessionLimits {
  return { idleMinutes: env().sessionIdleMinutes, absoluteHours: env().sessionAbsoluteHours };
}
