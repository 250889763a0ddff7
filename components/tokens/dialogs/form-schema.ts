import { toAccess } from '@/components/permissions/picker-access';
import type { PickerIndex } from '@/components/permissions/picker-index';
import { choiceIn, withdrawnIn, type PickerState } from '@/components/permissions/picker-state';
import type { Access, GrantEntry } from '@/lib/domain/grant';
import { tokenFieldsSchema } from '@/lib/domain/token-input';
import { futureExpirySchema } from './expiry-choice';
import { limitSchemas } from './limit-fields';

/** The domain's fields, with a day that has passed refused while one types. */
export const tokenFormSchema = tokenFieldsSchema.extend({ expiry: futureExpirySchema, ...limitSchemas });

/** What is picked as the form's value: whole when it can be, else as far as it goes, for the schema to refuse. */
export function accessDraft(index: PickerIndex, kind: Access['kind'], picks: PickerState): Access {
  if (kind === 'full') return { kind: 'full' };
  const result = toAccess(index, picks);
  if (result.isOk) return result.access;
  const entries: GrantEntry[] = picks.contexts.map((context) => {
    const choice = choiceIn(picks, context);
    if (choice.kind === 'set') return { context, set: choice.name };
    return { context, permissions: [...choice.codes, ...withdrawnIn(picks, context)] };
  });
  return { kind: 'limited', entries };
}
