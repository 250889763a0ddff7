import type { Catalog } from '@/lib/domain/catalog';
import { asksFor, type Client } from '@/lib/domain/client';
import type { Context } from '@/lib/domain/context';
import { effectiveGrants } from '@/lib/domain/effective-grants';
import { tokenLimitsOf, type TokenLimits } from '@/lib/domain/token-limits';
import type { VerifiedToken } from '@/lib/domain/verification';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { noteUse, type NotedUse } from '@/lib/services/tokens/note-use';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { appliedSeq } from './applied-seq';

/** What a resource server is told of a token: enough to decide by itself until it is told to forget it. */
export type Resolution =
  | { active: false }
  | {
      active: true;
      tokenId: string;
      ownerId: string;
      ownerEmail: string;
      /** What it may do now in the services of the asker, by context. */
      grants: ReadonlyMap<Context, readonly string[]>;
      limits: TokenLimits;
      expiresAt: Date | null;
      /** The number of the log that this knows of. */
      seq: number;
    };

type Grants = ReadonlyMap<Context, readonly string[]>;

/**
 * Resolves what was presented to `client`. Active when it lives and holds at least one permission of the services that the
 * client asks for; whatever else it is, looks the same. Its conditions are told, not judged: the client sees the request.
 * A fault of the database throws, and the client lets nothing through.
 */
export async function resolveToken(client: Client, presented: string, use: NotedUse): Promise<Resolution> {
  // Before the look-up: what is found is at least as new as this says.
  const seq = await appliedSeq();
  const verification = await verifyToken(presented, use.at);
  if (verification.outcome !== 'valid') return { active: false };
  const { token } = verification;
  const grants = grantsFor(client, token);
  if (grants.size === 0) return { active: false };
  noteUse(token.id, token.ownerId, use);
  const { id: tokenId, ownerId, ownerEmail, expiresAt } = token;
  return { active: true, tokenId, ownerId, ownerEmail, grants, limits: tokenLimitsOf(token), expiresAt, seq };
}

// As long as a token is remembered, so is what it holds for the one who asked last.
const known = new WeakMap<VerifiedToken, { client: Client; catalog: Catalog; grants: Grants }>();
const askedCodes = new WeakMap<Client, { catalog: Catalog; codes: readonly string[] }>();

function grantsFor(client: Client, token: VerifiedToken): Grants {
  const catalog = currentCatalog();
  const last = known.get(token);
  if (last?.client === client && last.catalog === catalog) return last.grants;
  const { power, ownerRights } = token;
  const effective = effectiveGrants({ power, ownerRights, codes: codesFor(client, catalog) });
  const grants = new Map([...effective].map(([context, codes]) => [context, [...codes].sort()] as const));
  known.set(token, { client, catalog, grants });
  return grants;
}

function codesFor(client: Client, catalog: Catalog): readonly string[] {
  const last = askedCodes.get(client);
  if (last?.catalog === catalog) return last.codes;
  const codes = catalog.operations.map(({ code }) => code).filter((code) => asksFor(client, code));
  askedCodes.set(client, { catalog, codes });
  return codes;
}
