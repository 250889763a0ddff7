import type { Catalog } from '@/lib/domain/catalog';
import { lastValidDay } from '@/lib/domain/expiry';
import { grantsOf, powerOf, type Access } from '@/lib/domain/grant';
import { holds, type Rights } from '@/lib/domain/rights';
import { formatHint } from '@/lib/domain/secret-format';
import { tokenStatus, type Token } from '@/lib/domain/token';
import type { TokenRow, TokenView } from '@/lib/domain/token-view';

type AccessFigures = Pick<
  TokenRow,
  | 'access'
  | 'permissionSet'
  | 'contexts'
  | 'permissionCount'
  | 'withdrawnCount'
  | 'goneCount'
  | 'teeth'
  | 'withdrawnTeeth'
>;

/** Draws rows for one owner at one moment. Tokens that share an access share the work. */
export function rowPainter(rights: Rights, catalog: Catalog, now: Date) {
  const known = new Map<Access, AccessFigures>();
  const figuresOf = (access: Access): AccessFigures => {
    const figures = known.get(access) ?? accessFigures(access, rights, catalog);
    known.set(access, figures);
    return figures;
  };
  const toRow = (token: Token): TokenRow => {
    const figures = figuresOf(token.access);
    const isPaused = token.pausedAt !== null;
    return {
      id: token.id,
      version: token.version,
      description: token.description,
      hint: formatHint(token.hint),
      ...figures,
      expiresAt: token.expiresAt?.toISOString() ?? null,
      createdAt: token.createdAt.toISOString(),
      lastUsedAt: token.lastUse?.at.toISOString() ?? null,
      lastUsedAddress: token.lastUse?.address ?? null,
      lastUsedAgent: token.lastUse?.userAgent ?? null,
      status: tokenStatus({ ...token, isPaused }, figures.withdrawnCount, now),
      isPaused,
      mayUseInUrls: token.mayUseInUrls,
      addresses: token.addresses,
      notBefore: token.notBefore?.toISOString() ?? null,
      requestsPerMinute: token.requestsPerMinute,
    };
  };
  const toView = (token: Token): TokenView => ({
    ...toRow(token),
    ownerId: token.ownerId,
    changedAt: token.changedAt.toISOString(),
    accessEntries: token.access,
    expiry: token.expiresAt === null ? 'never' : lastValidDay(token.expiresAt),
  });
  return { toRow, toView, figuresOf };
}

/** What the grid says of an access: how much it holds, how much of that the owner no longer holds, and the key's teeth. */
export function accessFigures(access: Access, rights: Rights, catalog: Catalog): AccessFigures {
  if (access.kind === 'full') {
    return {
      access: 'full',
      permissionSet: null,
      contexts: ['global'],
      permissionCount: 0,
      withdrawnCount: 0,
      goneCount: 0,
      teeth: [],
      withdrawnTeeth: [],
    };
  }
  const grants = grantsOf(powerOf(access, catalog));
  const goneCount = access.entries
    .flatMap((entry) => ('set' in entry ? [] : entry.permissions))
    .filter((code) => !catalog.byCode.has(code)).length;
  const held = grants.filter(({ permission, context }) => holds(rights, permission, context));
  const granted = new Set(grants.map((grant) => grant.permission));
  const works = new Set(held.map((grant) => grant.permission));
  const withdrawn = [...granted].filter((code) => !works.has(code));
  const [first] = access.entries;
  const set = first !== undefined && 'set' in first ? first.set : null;
  const isOneSet = set !== null && access.entries.every((entry) => 'set' in entry && entry.set === set);
  return {
    access: 'limited',
    permissionSet: isOneSet ? set : 'Custom',
    contexts: access.entries.map((entry) => entry.context),
    permissionCount: grants.length,
    withdrawnCount: grants.length - held.length,
    goneCount,
    teeth: teethOf(granted, catalog),
    withdrawnTeeth: withdrawn.length === 0 ? [] : teethOf(withdrawn, catalog),
  };
}

/** How many of the codes lie in each tooth of a key, in catalog order. */
export function teethOf(codes: Iterable<string>, catalog: Catalog): number[] {
  const teeth = catalog.teeth.names.map(() => 0);
  for (const code of codes) {
    const at = catalog.toothOf.get(code);
    if (at !== undefined) teeth[at] = (teeth[at] ?? 0) + 1;
  }
  return teeth;
}
