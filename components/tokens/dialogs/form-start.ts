import { fromAccess } from '@/components/permissions/picker-access';
import type { PickerIndex } from '@/components/permissions/picker-index';
import { startPicker, type PickerState } from '@/components/permissions/picker-state';
import type { Access, Grant } from '@/lib/domain/grant';
import type { TokenView } from '@/lib/domain/token-view';
import type { TokenShape } from './diff-token';
import { offeredExpiry } from './expiry-choice';
import { limitShape, limitTexts, noLimitTexts } from './limit-fields';
import type { PlainFields } from './rebase-form';

/** Which dialog: a new token, a change of one, or a new one like another. */
export type DialogKind = 'generate' | 'edit' | 'copy';

/** What a form begins with. */
export interface FormStart {
  fields: PlainFields;
  accessKind: Access['kind'];
  picks: PickerState;
  /** Of a copy: permissions of the source that cannot be given on. */
  lost: readonly Grant[];
  /** What is compared with: the token as it is for Edit, nothing for a new one. */
  before: TokenShape | null;
}

const descriptionLimit = 255;

/** The form of a dialog as it opens. `source` is the token that is edited or copied. */
export function startForm(
  kind: DialogKind,
  index: PickerIndex,
  source: TokenView | null,
  now: Date,
): FormStart {
  if (source === null || kind === 'generate') {
    const fields = { description: '', expiry: offeredExpiry(now), ...noLimitTexts };
    return { fields, accessKind: 'limited', picks: startPicker(index), lost: [], before: null };
  }
  const { state, lost } = fromAccess(index, source.accessEntries, kind === 'edit');
  const common = { accessKind: source.accessEntries.kind, picks: state };
  if (kind === 'edit') {
    const { description, expiry } = source;
    const fields = { description, expiry, ...limitTexts(source) };
    return { ...common, fields, lost: [], before: shapeOf(source) };
  }
  const fields = {
    description: [...`Copy of ${source.description}`].slice(0, descriptionLimit).join(''),
    expiry: offeredExpiry(now, source.expiry),
    ...limitTexts(source),
  };
  return { ...common, fields, lost, before: null };
}

/** A token as the form compares it. */
export function shapeOf(token: TokenView): TokenShape {
  const { description, expiry, mayUseInUrls, accessEntries: access } = token;
  return { description, expiry, mayUseInUrls, access, ...limitShape(limitTexts(token)) };
}
