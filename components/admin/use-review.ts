'use client';

import { useState } from 'react';
import { fieldIssues, refusalOf } from '@/components/security/refusal-of';
import type { Refusal } from '@/components/tokens/dialogs/refusal';
import type { ActionResult } from '@/lib/domain/action-result';
import type { FieldIssue } from '@/lib/domain/errors';

const noIssues: readonly FieldIssue[] = [];

/** What was filled in and, for something that exists, whom and what the change would reach. */
export interface Reviewed<Fields, Preview> {
  fields: Fields;
  /** Null: it is new, and reaches nobody. */
  preview: Preview | null;
}

/** Where such a change stands. */
export interface Review<Fields, Preview> {
  fields: Fields;
  reviewed: Reviewed<Fields, Preview> | null;
  /** What the desk refused, by field. */
  issues: readonly FieldIssue[];
  /** Why the next step could not be shown. */
  refusal: string | null;
  isBusy: boolean;
  setIsBusy: (isBusy: boolean) => void;
  review: (fields: Fields) => Promise<void>;
  confirm: (fields: Fields, password: string) => Promise<Refusal | null>;
  back: () => void;
}

export interface ReviewOptions<Fields, Preview> {
  start: Fields;
  /** Asks the desk whom the change would reach; null for something new. */
  findPreview: ((fields: Fields) => Promise<ActionResult<Preview>>) | null;
  /** `preview` is what was seen before the password was typed. */
  send: (fields: Fields, password: string, preview: Preview | null) => Promise<ActionResult<unknown>>;
  onDone: (fields: Fields) => void;
}

/**
 * The way of a change in a dialog: the form, whom it reaches, the password. What the desk refuses of the fields leads back
 * to the form, where everything still stands.
 */
export function useReview<Fields, Preview>(options: ReviewOptions<Fields, Preview>): Review<Fields, Preview> {
  const { findPreview, onDone } = options;
  const [fields, setFields] = useState(options.start);
  const [reviewed, setReviewed] = useState<Reviewed<Fields, Preview> | null>(null);
  const [issues, setIssues] = useState(noIssues);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const review = async (checked: Fields): Promise<void> => {
    setFields(checked);
    setIssues(noIssues);
    setRefusal(null);
    if (findPreview === null) return setReviewed({ fields: checked, preview: null });
    setIsBusy(true);
    const result = await findPreview(checked).catch(() => null);
    setIsBusy(false);
    if (result?.isOk === true) return setReviewed({ fields: checked, preview: result.value });
    const wrong = fieldIssues(result);
    if (wrong.length > 0) return setIssues(wrong);
    setRefusal(result === null ? 'The desk does not answer.' : result.error.message);
  };
  const confirm = async (checked: Fields, password: string): Promise<Refusal | null> => {
    const result = await options.send(checked, password, reviewed?.preview ?? null).catch(() => null);
    if (result?.isOk === true) onDone(checked);
    const wrong = fieldIssues(result);
    if (wrong.length === 0) return refusalOf(result);
    setIssues(wrong);
    setReviewed(null);
    return null;
  };
  return {
    fields,
    reviewed,
    issues,
    refusal,
    isBusy,
    setIsBusy,
    review,
    confirm,
    back: () => setReviewed(null),
  };
}
