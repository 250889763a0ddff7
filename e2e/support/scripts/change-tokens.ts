import { writeSync } from 'node:fs';
import type { Call } from '@/lib/domain/call';
import type { TokenFields } from '@/lib/domain/token-input';
import type { TokenRow } from '@/lib/domain/token-view';
import { editToken } from '@/lib/services/tokens/edit-token';
import { generateToken } from '@/lib/services/tokens/generate-token';
import { regenerateToken } from '@/lib/services/tokens/regenerate-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { createPersonFixture, systemCall } from '@/tests/support/desk';

/** Who changes. */
interface Owner {
  personId: string;
  name: string;
  sessionId: string;
  password: string;
}

/** What the child acknowledges, one JSON line each, written when the verb has answered and not before. */
export interface Acknowledged {
  action: 'token.generated' | 'token.edited' | 'token.regenerated' | 'token.removed';
  id: string;
  version: number;
  description: string;
}

function acknowledge(action: Acknowledged['action'], { id, version, description }: TokenRow): void {
  const change: Acknowledged = { action, id, version, description };
  writeSync(1, `${JSON.stringify(change)}\n`);
}

/** Makes, edits, regenerates and removes tokens for ever: something kills it. */
async function changeForEver(call: () => Call, password: string, lane: number): Promise<never> {
  const proof = { password };
  const fields = (description: string): TokenFields => ({
    description,
    expiry: 'never',
    access: {
      kind: 'limited',
      entries: [{ context: 'global', permissions: ['environment.control.GetEnvs'] }],
    },
    mayUseInUrls: true,
  });
  for (let round = 0; ; round += 1) {
    const made = (await generateToken(call(), { fields: fields(`lane ${lane}, made ${round}`), proof }))
      .token;
    acknowledge('token.generated', made);
    const edited = await editToken(call(), {
      id: made.id,
      version: made.version,
      fields: fields(`lane ${lane}, edited ${round}`),
      proof,
    });
    acknowledge('token.edited', edited);
    const renewed = (await regenerateToken(call(), { id: made.id, version: edited.version, proof })).token;
    acknowledge('token.regenerated', renewed);
    if (round % 2 === 0) continue;
    await removeTokens(call(), { tokens: [{ id: made.id, version: renewed.version }], proof });
    acknowledge('token.removed', renewed);
  }
}

// `prepare` makes the owner, in a life of its own, and prints who it is; with that as argument the changes begin.
const [argument = ''] = process.argv.slice(2);
if (argument === 'prepare') {
  const roles = [{ role: 'administrator', context: 'global' }] as const;
  const { person, sessionId, password } = await createPersonFixture({ name: 'Owner of the storm', roles });
  const owner: Owner = { personId: person.id, name: person.name, sessionId, password };
  writeSync(1, JSON.stringify(owner));
  process.exit(0);
}
const { password, ...who }: Owner = JSON.parse(argument);
const call = () => systemCall({ actor: { kind: 'person', ...who }, via: 'dashboard' });
await Promise.all([1, 2].map((lane) => changeForEver(call, password, lane)));
