import { findProjects } from '@/lib/db/projects';
import { coversContext, projectContext } from '@/lib/domain/context';
import { DeskError } from '@/lib/domain/errors';
import type { Access } from '@/lib/domain/grant';
import type { Rights } from '@/lib/domain/rights';
import { parseScope } from '@/lib/domain/scope';

/**
 * The access that a scope string asks for. A project can be named by its id where `rights` hold something; the others are
 * as unknown as any. Throws invalid_input with the sentence of parseScope.
 */
export async function readScope(text: string, rights: Rights): Promise<Access> {
  const keys = text.includes('project:id:') ? await keysOf(rights) : new Map<string, string>();
  const parsed = parseScope(text, (id) => keys.get(id) ?? null);
  if (parsed.isScope) return parsed.access;
  const message = parsed.problem;
  throw new DeskError('invalid_input', message, { issues: [{ path: 'scope', message }] });
}

/** Project keys by project id, where the rights hold something. */
export async function keysOf(rights: Rights): Promise<ReadonlyMap<string, string>> {
  const projects = await findProjects();
  return new Map(
    projects
      .filter(({ key }) => rights.some(({ context }) => coversContext(context, projectContext(key))))
      .map(({ id, key }) => [id, key]),
  );
}
