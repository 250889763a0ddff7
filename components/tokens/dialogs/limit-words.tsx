'use client';

import { useWatch } from 'react-hook-form';
import { listed } from '@/components/permissions/plain-words';
import type { AccessWordsProps } from './access-words';
import { limitShape, type LimitShape } from './limit-fields';

/** What else binds the token, in one sentence of the summary; nothing where nothing does. */
export function LimitWords({ control }: Pick<AccessWordsProps, 'control'>) {
  const [mayUseInUrls, addresses, notBefore, requestsPerMinute] = useWatch({
    control,
    name: ['mayUseInUrls', 'addresses', 'notBefore', 'requestsPerMinute'],
  });
  const words = limitSentence(mayUseInUrls, limitShape({ addresses, notBefore, requestsPerMinute }));
  return words === '' ? null : <p className="limitwords">{words}</p>;
}

/** `It is taken only from 192.0.2.0/24, not before 01-12-2026 and at most 120 times a minute.` Empty without limits. */
export function limitSentence(
  mayUseInUrls: boolean,
  { addresses, notBefore, requestsPerMinute }: LimitShape,
): string {
  const [first, ...others] = addresses;
  const words = [
    first !== undefined &&
      `only from ${others.length === 0 ? first : `${addresses.length} addresses and ranges`}`,
    notBefore !== null && `not before ${notBefore}`,
    requestsPerMinute !== null &&
      !Number.isNaN(requestsPerMinute) &&
      `at most ${requestsPerMinute.toLocaleString('en-GB')} ${requestsPerMinute === 1 ? 'time' : 'times'} a minute`,
    !mayUseInUrls && 'never in a URL',
  ].filter((word) => word !== false);
  return words.length === 0 ? '' : `It is taken ${listed(words)}.`;
}
