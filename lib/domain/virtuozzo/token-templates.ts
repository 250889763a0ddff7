import type { Catalog } from '@/lib/domain/catalog';
import type { Access } from '@/lib/domain/grant';

/** A permission set as this API names it. */
export interface TokenTemplate {
  id: number;
  name: string;
}

/** What this API has no word for: all that the owner holds. Said and understood, but not among the templates. */
export const fullAccessTemplate: TokenTemplate = { id: 0, name: 'Full Access' };
export const customName = 'Custom';

/** The permission sets, numbered from 1 in the order of the catalog. */
export function tokenTemplates(catalog: Catalog): TokenTemplate[] {
  return catalog.permissionSets.map(({ name }, index) => ({ id: index + 1, name }));
}

/** A template by its name, in any case, or by its number; null for anything else. */
export function findTemplate(text: string, catalog: Catalog): TokenTemplate | null {
  const wanted = text.toLowerCase();
  const all = [...tokenTemplates(catalog), fullAccessTemplate];
  return all.find(({ id, name }) => name.toLowerCase() === wanted || String(id) === wanted) ?? null;
}

/** The template that an access is: the one set that all its entries hold. Null for Custom. */
export function templateOf(access: Access, catalog: Catalog): TokenTemplate | null {
  if (access.kind === 'full') return fullAccessTemplate;
  const [first, ...others] = access.entries.map((entry) => ('set' in entry ? entry.set : null));
  if (first === undefined || others.some((each) => each !== first)) return null;
  return tokenTemplates(catalog).find(({ name }) => name === first) ?? null;
}
