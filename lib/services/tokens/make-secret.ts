import { currentPepper } from '@/lib/crypto/key-ring';
import { digestSecret, newSecret } from '@/lib/crypto/secret';
import type { SecretColumns } from '@/lib/db/tokens';
import { secretHint, type SecretKind } from '@/lib/domain/secret-format';

/** A new secret, and what the desk keeps of it. */
export function makeSecret(kind: SecretKind = 'personal'): { secret: string; columns: SecretColumns } {
  const secret = newSecret(kind);
  const pepper = currentPepper();
  return {
    secret,
    columns: { digest: digestSecret(secret, pepper), keyId: pepper.id, hint: secretHint(secret) },
  };
}
