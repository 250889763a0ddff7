import { setImmediate } from 'node:timers/promises';
import type { Call } from '@/lib/domain/call';
import { reportLeakedSchema, type ReportLeakedInput } from '@/lib/domain/leak-input';
import { leakReporter } from '@/lib/domain/leak-report';
import { parseInput } from '@/lib/domain/parse-input';
import { secretKind, type SecretKind } from '@/lib/domain/secret-format';
import { noteLeakedClients } from '@/lib/services/clients/note-leaked-clients';
import { endLeakedSessions } from '@/lib/services/sessions/end-leaked-sessions';
import { endLeakedAccessTokens, endLeakedTokens } from './end-leaked-tokens';

/** So many secrets are looked up and ended at once; other requests are answered between two batches. */
const secretsAtOnce = 25;

/** What is done about each kind, tokens first: an access token of one that has just ended is no news. */
const remedies: readonly [SecretKind, (call: Call, secrets: readonly string[]) => Promise<void>][] = [
  ['personal', endLeakedTokens],
  ['access', endLeakedAccessTokens],
  ['session', endLeakedSessions],
  ['gateway', noteLeakedClients],
  ['resource-server', noteLeakedClients],
];

/**
 * Ends secrets that anyone found where they should not be (INT-4), and tells their owners: who holds a secret could end it
 * with it anyway (`DELETE /api/v1/self`). A token is removed. An access token dies alone, as in RFC 7009: it was exchanged for
 * the token's secret, but does not contain it, and whoever found it cannot make another of it. A session of an API ends. The
 * credential of a gateway or a resource server goes on, since ending it stops a production; the log tells administrators.
 * Nothing is answered, so that nobody learns which of the strings lived. Shape and checksum refuse junk (TOK-2); the same
 * secret counts once. A fault of the database throws: the report may be sent again.
 */
export async function reportLeaked(
  facts: Omit<Call, 'actor' | 'via'>,
  input: ReportLeakedInput,
): Promise<void> {
  const { credentials } = parseInput(reportLeakedSchema, input);
  const call: Call = { ...facts, via: 'header', actor: { kind: 'system', name: leakReporter } };
  const known = [...new Set(credentials)];
  for (const [kind, remedy] of remedies) {
    const secrets = known.filter((presented) => secretKind(presented) === kind);
    for (let start = 0; start < secrets.length; start += secretsAtOnce) {
      await setImmediate();
      await remedy(call, secrets.slice(start, start + secretsAtOnce));
    }
  }
}
