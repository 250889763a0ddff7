import { z } from 'zod';
import type { Catalog } from './catalog';
import { contextSchema, coversContext, type Context } from './context';
import { permissionSchema } from './permission';

/** A permission in a context. */
export interface Grant {
  permission: string;
  context: Context;
}

/** What a limited token holds in one context: a permission set by its name, or permissions picked by hand (Custom). */
export const grantEntrySchema = z.union([
  z.strictObject({ context: contextSchema, set: z.string().min(1).max(80) }),
  z.strictObject({
    context: contextSchema,
    permissions: z
      .array(permissionSchema)
      .min(1, { error: 'Limited access needs at least one permission.' })
      .max(10_000),
  }),
]);
export type GrantEntry = z.infer<typeof grantEntrySchema>;

/** `full`: all the owner holds, as it changes. `limited`: the entries, one per context, at least one. */
export const accessSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  z.strictObject({
    kind: z.literal('limited'),
    entries: z
      .array(grantEntrySchema)
      .min(1, { error: 'Limited access needs at least one permission.' })
      .max(50, { error: 'A token holds permissions in at most 50 contexts.' })
      .refine((entries) => new Set(entries.map((entry) => entry.context)).size === entries.length, {
        error: 'A context stands twice.',
      }),
  }),
]);
export type Access = z.infer<typeof accessSchema>;

/** A token's power, its sets resolved against the catalog of now: `full`, or permission codes by context. */
export type Power = { kind: 'full' } | { kind: 'limited'; grants: ReadonlyMap<Context, ReadonlySet<string>> };

/** Resolves sets by name. A set or an operation that the catalog no longer lists gives nothing (default deny). */
export function powerOf(access: Access, catalog: Catalog): Power {
  if (access.kind === 'full') return { kind: 'full' };
  const grants = new Map(
    access.entries.map((entry) => [entry.context, new Set(codesOf(entry, catalog))] as const),
  );
  return { kind: 'limited', grants };
}

/** The operation codes of one entry, in catalog order for a set, as picked for Custom. */
export function codesOf(entry: GrantEntry, catalog: Catalog): string[] {
  if ('set' in entry) return [...(catalog.sets.get(entry.set) ?? [])];
  return entry.permissions.filter((code) => catalog.byCode.has(code));
}

/** True when the power includes the permission in the context, before the owner's rights are considered. */
export function powerIncludes(power: Power, permission: string, context: Context): boolean {
  if (power.kind === 'full') return true;
  for (const [granted, codes] of power.grants) {
    if (coversContext(granted, context) && codes.has(permission)) return true;
  }
  return false;
}

/** What two powers have in common: the grants of each that the other includes. */
export function meetPowers(one: Power, other: Power): Power {
  if (one.kind === 'full') return other;
  if (other.kind === 'full') return one;
  const grants = new Map<Context, Set<string>>();
  for (const [inner, outer] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const { permission, context } of grantsOf(inner)) {
      if (!powerIncludes(outer, permission, context)) continue;
      const codes = grants.get(context) ?? new Set<string>();
      grants.set(context, codes.add(permission));
    }
  }
  return { kind: 'limited', grants };
}

/** Every grant of a power, in order; empty for full access, which names none. */
export function grantsOf(power: Power): Grant[] {
  if (power.kind === 'full') return [];
  return [...power.grants].flatMap(([context, codes]) =>
    [...codes].map((permission) => ({ permission, context })),
  );
}
