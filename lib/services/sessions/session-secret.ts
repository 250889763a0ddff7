import { readKeyFile } from '@/lib/crypto/key-file';
import { processWide } from '@/lib/domain/process-wide';
import { env } from '@/lib/env';

/** What seals the session cookie. Throws EnvError when the key file is damaged: no secret, no session (SES-5). */
export function sessionSecret(): string {
  return processWide('session-secret', () => env().authSecret ?? readKeyFile().authSecret);
}
