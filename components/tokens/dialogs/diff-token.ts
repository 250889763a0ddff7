import type { PickerIndex } from '@/components/permissions/picker-index';
import { grantsOf, powerOf, type Access, type Grant, type GrantEntry } from '@/lib/domain/grant';
import { termChange } from './expiry-choice';

/** What the dialogs can change of a token. `expiry` is `dd-mm-yyyy` or `never`. */
export interface TokenShape {
  description: string;
  expiry: string;
  access: Access;
  mayUseInUrls: boolean;
  /** None: from anywhere. */
  addresses?: readonly string[] | undefined;
  /** `dd-mm-yyyy`; null: at once. */
  notBefore?: string | null | undefined;
  requestsPerMinute?: number | null | undefined;
}

export interface Change<T> {
  before: T;
  after: T;
}

/** Exactly what becomes different. Null or empty: nothing there. */
export interface TokenDiff {
  added: readonly Grant[];
  removed: readonly Grant[];
  /** Grants that stay as they are. */
  kept: readonly Grant[];
  /** All that it has afterwards; empty for full access. */
  granted: readonly Grant[];
  access: { before: Access['kind'] | null; after: Access['kind'] } | null;
  /** The permission set a context's choice is kept by, null: by hand or not at all. */
  sets: readonly { context: string; before: string | null; after: string | null }[];
  description: Change<string> | null;
  expiry: { before: string | null; after: string; change: string } | null;
  mayUseInUrls: Change<boolean | null> | null;
  addresses: Change<readonly string[]> | null;
  notBefore: Change<string | null> | null;
  requestsPerMinute: Change<number | null> | null;
}

/** Compares what is with what will be; `before` null: a token still to be made. */
export function diffToken(index: PickerIndex, before: TokenShape | null, after: TokenShape): TokenDiff {
  const had = keyed(before === null ? [] : grantsIn(index, before.access));
  const has = keyed(grantsIn(index, after.access));
  // Full access names no grants: from or to it nothing is added or removed by name.
  const isByName = before === null || (before.access.kind === 'limited' && after.access.kind === 'limited');
  const missing = (of: Map<string, Grant>, from: Map<string, Grant>) =>
    [...of].filter(([key]) => !from.has(key)).map(([, grant]) => grant);
  return {
    added: isByName ? missing(has, had) : [],
    removed: isByName ? missing(had, has) : [],
    kept: [...has].filter(([key]) => had.has(key)).map(([, grant]) => grant),
    granted: [...has.values()],
    access: accessChange(before?.access.kind ?? null, after.access.kind),
    sets: setChanges(before?.access ?? null, after.access),
    description:
      before === null || before.description === after.description
        ? null
        : changed(before.description, after.description),
    expiry: expiryChange(before?.expiry ?? null, after.expiry),
    mayUseInUrls: changed(before?.mayUseInUrls ?? null, after.mayUseInUrls),
    addresses: addressChange(before?.addresses ?? [], after.addresses ?? []),
    notBefore: changed(before?.notBefore ?? null, after.notBefore ?? null),
    requestsPerMinute: changed(before?.requestsPerMinute ?? null, after.requestsPerMinute ?? null),
  };
}

/** True when nothing at all becomes different. */
export function isNoChange(diff: TokenDiff): boolean {
  const { added, removed, sets, access, description, expiry, mayUseInUrls } = diff;
  const { addresses, notBefore, requestsPerMinute } = diff;
  const changes = [access, description, expiry, mayUseInUrls, addresses, notBefore, requestsPerMinute];
  return [added, removed, sets].every((list) => list.length === 0) && changes.every((each) => each === null);
}

/** The changes in a few words: `the description`, `2 permissions more`, `the expiry`. */
export function diffWords(diff: TokenDiff): string[] {
  const { added, removed, sets, access, description, expiry, mayUseInUrls } = diff;
  const words = [
    description !== null && 'the description',
    expiry !== null && 'the expiry',
    access !== null && (access.after === 'full' ? 'now full access' : 'now limited access'),
    added.length > 0 && `${added.length} ${added.length === 1 ? 'permission' : 'permissions'} more`,
    removed.length > 0 && `${removed.length} ${removed.length === 1 ? 'permission' : 'permissions'} fewer`,
    sets.length > 0 && added.length + removed.length === 0 && access === null && 'the permission set',
    mayUseInUrls !== null && 'its use in URLs',
    diff.addresses !== null && 'its allowed addresses',
    diff.notBefore !== null && 'its first day',
    diff.requestsPerMinute !== null && 'its requests a minute',
  ];
  return words.filter((word) => word !== false);
}

/** Every grant of an access, sets resolved against the catalog of now. */
export function grantsIn(index: PickerIndex, access: Access): Grant[] {
  return grantsOf(powerOf(access, index.catalog));
}

/** How many of the codes lie in each tooth of a key, in catalog order. A code counts once. */
export function teethOf(index: PickerIndex, grants: Iterable<Grant>): number[] {
  const teeth = index.catalog.teeth.names.map(() => 0);
  for (const code of new Set([...grants].map((grant) => grant.permission))) {
    const at = index.catalog.toothOf.get(code);
    if (at !== undefined) teeth[at] = (teeth[at] ?? 0) + 1;
  }
  return teeth;
}

function keyed(grants: readonly Grant[]): Map<string, Grant> {
  return new Map(grants.map((grant) => [`${grant.context} ${grant.permission}`, grant]));
}

function changed<T>(before: T, after: T): Change<T> | null {
  return before === after ? null : { before, after };
}

function addressChange(before: readonly string[], after: readonly string[]): TokenDiff['addresses'] {
  return before.join('\n') === after.join('\n') ? null : { before, after };
}

function accessChange(before: Access['kind'] | null, after: Access['kind']): TokenDiff['access'] {
  return before === after ? null : { before, after };
}

function expiryChange(before: string | null, after: string): TokenDiff['expiry'] {
  return before === after
    ? null
    : { before, after, change: before === null ? '' : termChange(before, after) };
}

function setChanges(before: Access | null, after: Access): TokenDiff['sets'] {
  const [had, has] = [setsIn(before), setsIn(after)];
  return [...new Set([...had.keys(), ...has.keys()])]
    .map((context) => ({ context, before: had.get(context) ?? null, after: has.get(context) ?? null }))
    .filter((change) => change.before !== change.after);
}

function setsIn(access: Access | null): Map<string, string> {
  const entries: readonly GrantEntry[] = access?.kind === 'limited' ? access.entries : [];
  return new Map(entries.flatMap((entry) => ('set' in entry ? [[entry.context, entry.set] as const] : [])));
}
