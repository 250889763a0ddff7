import { sortRefusal, type ActionError, type Refusal } from './dialogs/refusal';

/** Why the tokens were not removed. It is all or none, so nothing was. */
export interface RemovalRefusal {
  refusal: Refusal;
  /** A token is no longer as it was seen: the rows must be read again. */
  isStale: boolean;
}

/** `error` null: no answer came. */
export function removalRefusal(error: ActionError | null): RemovalRefusal {
  if (error === null) {
    const message =
      'The desk does not answer, so it is not known whether the tokens were removed. The list is read again.';
    return { refusal: { at: 'line', message }, isStale: true };
  }
  if (error.code === 'stale_version' || error.code === 'conflict' || error.code === 'not_found') {
    const message =
      'One of these tokens was changed elsewhere, so none was removed. The list now shows how they stand: look again before you confirm.';
    return { refusal: { at: 'line', message }, isStale: true };
  }
  const refusal = sortRefusal(error);
  const hasPlace = refusal.at === 'password' || refusal.at === 'pause' || refusal.at === 'line';
  return { refusal: hasPlace ? refusal : { at: 'line', message: error.message }, isStale: false };
}
