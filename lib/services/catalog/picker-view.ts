import { findProjects } from '@/lib/db/projects';
import type { Call } from '@/lib/domain/call';
import { coversContext, globalContext, projectContext } from '@/lib/domain/context';
import type { PickerView } from '@/lib/domain/token-view';
import { requireHolder } from '@/lib/services/tokens/require-holder';
import { importedContextTypes } from './current-catalog';
import { sentCatalog } from './sent-catalog';

/**
 * What the permission picker works on: the catalog, what the actor holds now, and the contexts to choose from: `global`,
 * the projects in which they hold something, and where else they hold a role. `known` is the version of the catalog that
 * they have already: that one is not sent again.
 */
export async function readPicker(call: Call, known?: string): Promise<PickerView> {
  const { ownerRights } = await requireHolder(call, 'GetTokens');
  const types = importedContextTypes();
  const projects = (await findProjects())
    .map(({ key, name }) => ({ context: projectContext(key), title: name }))
    .filter(({ context }) => ownerRights.some((right) => coversContext(right.context, context)));
  const elsewhere = [...new Set(ownerRights.map(({ context }) => context))]
    .filter((context) => types.some(({ type }) => context.startsWith(`${type}:`)))
    .sort()
    .map((context) => ({ context, title: context }));
  return {
    ...sentCatalog(known),
    rights: ownerRights,
    contexts: [{ context: globalContext, title: 'Everywhere' }, ...projects, ...elsewhere],
    types,
  };
}
