import type { ActionResult } from '@/lib/domain/action-result';

/** Why the tokens were not removed, and where that is said. Nothing was removed in any case: it is all or none. */
export interface RemovalProblem {
  message: string;
  /** It concerns the password, and stands below its field. */
  isAtField: boolean;
  /** A token is no longer as it was seen; the rows must be read again. */
  isStale: boolean;
}

type ActionError = Extract<ActionResult<unknown>, { isOk: false }>['error'];

/** `error` null: no answer came. */
export function removalProblem(error: ActionError | null): RemovalProblem {
  if (error === null)
    return {
      message:
        'The desk does not answer. Whether the tokens were removed is not known; the list is read again.',
      isAtField: false,
      isStale: true,
    };
  switch (error.code) {
    case 'wrong_proof':
    case 'proof_locked':
      return { message: error.message, isAtField: true, isStale: false };
    case 'invalid_input': {
      const issue = error.details.issues?.find((each) => each.path.startsWith('proof'));
      return { message: issue?.message ?? error.message, isAtField: issue !== undefined, isStale: false };
    }
    case 'stale_version':
    case 'conflict':
    case 'not_found':
      return {
        message:
          'One of these tokens was changed elsewhere, so none was removed. The list now shows how they stand; look again before you confirm.',
        isAtField: false,
        isStale: true,
      };
    default:
      return { message: error.message, isAtField: false, isStale: false };
  }
}
