import { copyTokenAction, editTokenAction, generateTokenAction } from '@/lib/actions/tokens';
import type { ActionResult } from '@/lib/domain/action-result';
import type { TokenFields } from '@/lib/domain/token-input';
import type { NewTokenView, TokenRow } from '@/lib/domain/token-view';
import type { DialogKind } from './form-start';
import { sortRefusal, type Refusal } from './refusal';

/** What became of a change: a changed row, a new token with its secret, or why not. */
export type Outcome =
  | { kind: 'changed'; row: TokenRow }
  | { kind: 'made'; answer: NewTokenView }
  | { kind: 'refused'; refusal: Refusal };

/** Which token, at the version the person saw. Not needed to generate. */
export interface Target {
  id: string;
  version: number;
}

/**
 * Sends the form with its proof to the verb of its dialog. An end or a first day that was not touched is left out of an
 * edit: an API may have set it to an instant within the day that the form shows, and it stays that.
 */
export async function sendChange(
  kind: DialogKind,
  target: Target | null,
  fields: TokenFields,
  password: string,
  before: Pick<TokenFields, 'expiry' | 'notBefore'> | null,
): Promise<Outcome> {
  const proof = { password };
  if (kind === 'generate' || target === null)
    return settle(() => generateTokenAction({ fields, proof }), toMade);
  if (kind === 'copy') return settle(() => copyTokenAction({ sourceId: target.id, fields, proof }), toMade);
  const { id, version } = target;
  const { expiry, notBefore, ...others } = fields;
  const changed = {
    ...others,
    ...(expiry === before?.expiry ? {} : { expiry }),
    ...(notBefore === undefined || notBefore === before?.notBefore ? {} : { notBefore }),
  };
  return settle(
    () => editTokenAction({ id, version, fields: changed, proof }),
    (row): Outcome => ({ kind: 'changed', row }),
  );
}

export function toMade(answer: NewTokenView): Outcome {
  return { kind: 'made', answer };
}

/** Runs an action; a refusal and a broken connection become an outcome that the form can show. */
export async function settle<T>(
  act: () => Promise<ActionResult<T>>,
  toOutcome: (value: T) => Outcome,
): Promise<Outcome> {
  try {
    const result = await act();
    return result.isOk ? toOutcome(result.value) : { kind: 'refused', refusal: sortRefusal(result.error) };
  } catch {
    const message =
      'The desk did not answer. Look at the list before you try again: the change may have been made.';
    return { kind: 'refused', refusal: { at: 'line', message } };
  }
}
