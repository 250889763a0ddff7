import type { ErrorCode, ErrorDetails } from './errors';

/** What a server action answers: errors are values, so that a form can keep what was typed and show it at the field. */
export type ActionResult<T> =
  | { isOk: true; value: T }
  | { isOk: false; error: { code: ErrorCode; message: string; details: ErrorDetails } };
