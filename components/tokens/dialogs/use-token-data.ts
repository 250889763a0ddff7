'use client';

import { useCallback, useEffect, useState } from 'react';
import type { PickerIndex } from '@/components/permissions/picker-index';
import { readTokenAction } from '@/lib/actions/tokens';
import type { TokenView } from '@/lib/domain/token-view';
import { readPicker } from './picker-source';

export type TokenData =
  | { status: 'loading' }
  | { status: 'failed'; message: string }
  | { status: 'ready'; index: PickerIndex; token: TokenView | null };

/** What a dialog works on: the picker, and for Edit and Copy the token. `retry` asks again after a failure. */
export function useTokenData(id: string | null): { data: TokenData; retry: () => void } {
  const [data, setData] = useState<TokenData>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void load(id, attempt > 0).then((loaded) => {
      if (isWanted) setData(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [id, attempt]);
  const retry = useCallback(() => {
    setData({ status: 'loading' });
    setAttempt((before) => before + 1);
  }, []);
  return { data, retry };
}

async function load(id: string | null, isForced: boolean): Promise<TokenData> {
  try {
    const [picker, token] = await Promise.all([
      readPicker(isForced),
      id === null ? null : readTokenAction(id),
    ]);
    if (!picker.isOk) return { status: 'failed', message: picker.error.message };
    if (token !== null && !token.isOk) return { status: 'failed', message: token.error.message };
    return { status: 'ready', index: picker.value, token: token?.value ?? null };
  } catch {
    return { status: 'failed', message: 'The desk did not answer.' };
  }
}
