'use client';

import { catalogOf, knownVersion } from '@/components/permissions/known-catalog';
import { createPickerIndex, type PickerIndex } from '@/components/permissions/picker-index';
import { readPickerAction } from '@/lib/actions/tokens';
import type { ActionResult } from '@/lib/domain/action-result';

const freshMilliseconds = 30_000;
let known: { at: number; answer: Promise<ActionResult<PickerIndex>> } | null = null;

/**
 * The catalog and the person's rights, indexed. Asked at most once in half a minute, so that the dialog can be prepared
 * when the pointer comes near its button. `isForced`: rights have changed, ask again.
 */
export function readPicker(isForced = false): Promise<ActionResult<PickerIndex>> {
  if (!isForced && known !== null && Date.now() - known.at < freshMilliseconds) return known.answer;
  const answer = ask();
  known = { at: Date.now(), answer };
  return answer;
}

async function ask(): Promise<ActionResult<PickerIndex>> {
  const result = await readPickerAction(knownVersion());
  if (!result.isOk) {
    known = null;
    return result;
  }
  return { isOk: true, value: createPickerIndex(result.value, catalogOf(result.value)) };
}
