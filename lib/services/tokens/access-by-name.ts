import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { Access } from '@/lib/domain/grant';
import { methodReader } from '@/lib/domain/virtuozzo/method-names';
import { placeMethods, placeSet, type Maker } from '@/lib/domain/virtuozzo/place-access';
import { customName, findTemplate, fullAccessTemplate } from '@/lib/domain/virtuozzo/token-templates';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { requireHolder } from './require-holder';

/** What a token shall hold, in the words of the Virtuozzo API. */
export interface NamedAccess {
  tokenTemplate?: string | undefined;
  apiList?: readonly string[] | undefined;
}

/**
 * The access that a template or a list of methods means for this maker; null when neither is named. `before` is what the
 * token holds already. The verb that follows judges it. Throws invalid_input for unknown names and for a list that
 * contradicts its template, permission_denied for methods that the maker holds nowhere.
 */
export async function accessByName(
  call: Call,
  operation: 'CreateToken' | 'EditToken',
  { tokenTemplate, apiList }: NamedAccess,
  before: Access | null,
): Promise<Access | null> {
  const catalog = currentCatalog();
  const codes = apiList === undefined ? null : knownCodes(apiList);
  const isCustom = tokenTemplate?.toLowerCase() === customName.toLowerCase();
  if (tokenTemplate === undefined && codes === null) return null;
  if (isCustom && codes === null) throw mistake('apiList', 'Custom takes the methods in apiList.');
  const { power, access, ownerRights } = await requireHolder(call, operation);
  const maker: Maker = { power, access, ownerRights, catalog };
  if (tokenTemplate !== undefined && !isCustom) return byTemplate(tokenTemplate, codes, maker, before);
  const placed = placeMethods(codes ?? [], maker, before);
  if (placed.isPlaced) return placed.access;
  const { homeless, context } = placed;
  throw new DeskError('permission_denied', `${homeless.join(', ')} cannot be given: it is not held.`, {
    missing: homeless.map((permission) => ({ permission, context })),
  });
}

function byTemplate(
  name: string,
  codes: readonly string[] | null,
  maker: Maker,
  before: Access | null,
): Access {
  const { catalog } = maker;
  const template = findTemplate(name, catalog);
  if (template === null) throw mistake('tokenTemplate', `There is no template ${name}.`);
  const members = catalog.sets.get(template.name) ?? new Set<string>();
  if (codes !== null && (codes.length !== members.size || !codes.every((code) => members.has(code))))
    throw mistake(
      'apiList',
      `apiList and the template ${template.name} say different things: give one of them.`,
    );
  return template === fullAccessTemplate ? { kind: 'full' } : placeSet(template.name, maker, before);
}

/** The names as the catalog has them, each once. */
function knownCodes(names: readonly string[]): string[] {
  const read = methodReader(currentCatalog());
  const unknown = names.filter((name) => read(name) === null).map((name) => name.slice(0, 160));
  if (unknown.length > 0) {
    const more = unknown.length > 10 ? `, and ${unknown.length - 10} more` : '';
    throw mistake('apiList', `There is no method ${unknown.slice(0, 10).join(', ')}${more}.`);
  }
  return [...new Set(names.flatMap((name) => read(name) ?? []))];
}

function mistake(path: string, message: string): DeskError {
  return new DeskError('invalid_input', message, { issues: [{ path, message }] });
}
