import { addContext, showContext } from '@/components/permissions/picker-contexts';
import type { PickerIndex } from '@/components/permissions/picker-index';
import { setOperations, type PickerState } from '@/components/permissions/picker-state';
import type { Grant } from '@/lib/domain/grant';

/** Picks with grants ticked that were asked for; a set becomes Custom with them. The context of the first is on view. */
export function withGrants(index: PickerIndex, state: PickerState, grants: readonly Grant[]): PickerState {
  const [first] = grants;
  if (first === undefined) return state;
  const ticked = grants.reduce((before, { permission, context }) => {
    const there = addContext(index, before, context);
    // A token has no room for another context.
    return there.active === context ? setOperations(index, there, [permission], true) : before;
  }, state);
  return showContext(ticked, first.context);
}
