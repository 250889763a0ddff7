import type { Catalog } from '@/lib/domain/catalog';
import { asksFor, type Client } from '@/lib/domain/client';
import { effectiveGrants } from '@/lib/domain/effective-grants';
import { printContext } from '@/lib/domain/scope';
import type { VerifiedToken } from '@/lib/domain/verification';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';

// Both are one object as long as memory holds them, and are forgotten when the catalog changes.
const scopes = new WeakMap<VerifiedToken, WeakMap<Client, string>>();
const codes = new WeakMap<Catalog, WeakMap<Client, readonly string[]>>();

/**
 * What a token holds now in the services that a client asks for, as a scope string; empty for nothing: then the token is
 * none of the client's. Worked out once per token and client, because a catalog has thousands of operations.
 */
export function scopeFor(token: VerifiedToken, client: Client): string {
  const ofToken = scopes.get(token) ?? new WeakMap<Client, string>();
  scopes.set(token, ofToken);
  const known = ofToken.get(client);
  if (known !== undefined) return known;
  const scope = scopeAmong(token, codesFor(client));
  ofToken.set(client, scope);
  return scope;
}

/** The same among certain permissions. */
export function scopeAmong({ power, ownerRights }: VerifiedToken, among: readonly string[]): string {
  const grants = effectiveGrants({ power, ownerRights, codes: among });
  return [...grants]
    .flatMap(([context, held]) => [...held].map((code) => `${printContext(context)}:${code}`))
    .join(' ');
}

function codesFor(client: Client): readonly string[] {
  const catalog = currentCatalog();
  const ofCatalog = codes.get(catalog) ?? new WeakMap<Client, readonly string[]>();
  codes.set(catalog, ofCatalog);
  const known = ofCatalog.get(client) ?? [...catalog.byCode.keys()].filter((code) => asksFor(client, code));
  ofCatalog.set(client, known);
  return known;
}
