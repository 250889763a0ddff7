import { findProjects } from '@/lib/db/projects';
import type { Call } from '@/lib/domain/call';
import { coversContext, globalContext, projectContext } from '@/lib/domain/context';
import type { PickerView } from '@/lib/domain/token-view';
import { requireHolder } from '@/lib/services/tokens/require-holder';
import { currentCatalog } from './current-catalog';

/**
 * What the permission picker works on: the catalog, what the actor holds now, and the contexts to choose from: `global`,
 * and the projects in which they hold something.
 */
export async function readPicker(call: Call): Promise<PickerView> {
  const { ownerRights } = await requireHolder(call, 'GetTokens');
  const { contextTypes, operations, permissionSets } = currentCatalog();
  const projects = (await findProjects())
    .map(({ key, name }) => ({ context: projectContext(key), title: name }))
    .filter(({ context }) => ownerRights.some((right) => coversContext(right.context, context)));
  return {
    catalog: {
      contextTypes,
      // The required ones alone: the command to try a new token needs them.
      operations: operations.map((operation) => ({
        ...operation,
        parameters: operation.parameters.filter((parameter) => parameter.isRequired),
      })),
      permissionSets,
    },
    rights: ownerRights,
    contexts: [{ context: globalContext, title: 'Everywhere' }, ...projects],
  };
}
