import { randomId } from '@/lib/crypto/random-id';
import type { Call } from '@/lib/domain/call';
import { env } from '@/lib/env';
import { ensureBuiltInRoles } from '@/lib/services/roles/ensure-built-in-roles';
import { ensureAdministrator } from '@/lib/services/setup/ensure-administrator';
import { issueSetupCode } from '@/lib/services/setup/issue-setup-code';
import { ensureStarter } from './ensure-starter';
import { openGate } from './open-gate';

/** What the terminal is told: where set-up begins, while there is no administrator. */
export interface OpenedDesk {
  setupAddress: string | null;
}

/**
 * Makes the desk ready to serve: keys, database and its promises, migrations, built-in roles, the administrator of an
 * unattended install, and something to try a token on. Throws EnvError with a sentence for the operator when it cannot.
 */
export async function openDesk(): Promise<OpenedDesk> {
  await openGate();
  const call: Call = {
    actor: { kind: 'system', name: 'the desk' },
    now: new Date(),
    requestId: `start-${randomId()}`,
    address: '',
    userAgent: '',
    via: 'system',
  };
  await ensureBuiltInRoles(call);
  await ensureAdministrator(call);
  await ensureStarter(call);
  const code = await issueSetupCode(call);
  return { setupAddress: code === null ? null : `${env().publicUrl}/setup?code=${code}` };
}
