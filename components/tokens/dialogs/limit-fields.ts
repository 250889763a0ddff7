import { z } from 'zod';
import { addressRangeSchema } from '@/lib/domain/address-range';
import { formatDay } from '@/lib/domain/day';
import { notBeforeSchema } from '@/lib/domain/not-before';
import { tokenFieldsSchema } from '@/lib/domain/token-input';
import type { TokenRow } from '@/lib/domain/token-view';
import { tidyDay } from './expiry-choice';

/** The limits of a token as they are typed. */
export interface LimitTexts {
  mayUseInUrls: boolean;
  /** One address or range a line; empty for anywhere. */
  addresses: string;
  /** `dd-mm-yyyy`; empty for at once. */
  notBefore: string;
  /** Empty for no limit. */
  requestsPerMinute: string;
}

/** The same as far as it can be read. */
export interface LimitShape {
  addresses: readonly string[];
  notBefore: string | null;
  requestsPerMinute: number | null;
}

export const limitNames = ['mayUseInUrls', 'addresses', 'notBefore', 'requestsPerMinute'] as const;

/** A form of a token that limits nothing. */
export const noLimitTexts: LimitTexts = {
  mayUseInUrls: true,
  addresses: '',
  notBefore: '',
  requestsPerMinute: '',
};

type Limited = Pick<TokenRow, (typeof limitNames)[number]>;

/** The limits of a token as the form shows them. An instant within a day is shown as that day. */
export function limitTexts(token: Limited): LimitTexts {
  return {
    mayUseInUrls: token.mayUseInUrls,
    addresses: token.addresses.join('\n'),
    notBefore: token.notBefore === null ? '' : formatDay(new Date(token.notBefore)),
    requestsPerMinute: token.requestsPerMinute === null ? '' : String(token.requestsPerMinute),
  };
}

/** True when anything is limited: then the fields stand open. */
export function isLimiting(texts: LimitTexts): boolean {
  return limitNames.some((name) => texts[name] !== noLimitTexts[name]);
}

const linesOf = (text: string) => text.split('\n').map((line) => line.trim());

/** What is typed, as a token would have it; what cannot be read stays as it is. For comparing, not checked. */
export function limitShape({
  addresses,
  notBefore,
  requestsPerMinute,
}: Omit<LimitTexts, 'mayUseInUrls'>): LimitShape {
  const ranges = linesOf(addresses)
    .filter((line) => line !== '')
    .map((line) => addressRangeSchema.safeParse(line).data ?? line);
  const day = tidyDay(notBefore);
  return {
    addresses: [...new Set(ranges)].sort(),
    notBefore: day === '' ? null : day,
    requestsPerMinute: readCount(requestsPerMinute),
  };
}

/** A number as it is typed; NaN for what is none. */
function readCount(text: string): number | null {
  const count = text.trim();
  if (count === '') return null;
  return /^\d{1,9}$/.test(count) ? Number(count) : Number.NaN;
}

const mostNamed = 5;

/** The textarea of addresses: each mistake names its line. */
const addressesSchema = z
  .string()
  .transform((text, context) => {
    const problems: string[] = [];
    const ranges = linesOf(text).flatMap((line, at) => {
      if (line === '') return [];
      const parsed = addressRangeSchema.safeParse(line);
      if (parsed.success) return [parsed.data];
      problems.push(`Line ${at + 1}: ${parsed.error.issues[0]?.message ?? 'That is no address.'}`);
      return [];
    });
    if (problems.length === 0) return ranges;
    const rest = problems.length - mostNamed;
    const named = rest > 0 ? [...problems.slice(0, mostNamed), `And ${rest} more.`] : problems;
    context.addIssue({ code: 'custom', message: named.join('\n') });
    return z.NEVER;
  })
  .pipe(tokenFieldsSchema.shape.addresses.unwrap());

/** The limits of the form, checked by the domain's own schemas. */
export const limitSchemas = {
  addresses: addressesSchema,
  notBefore: z
    .string()
    .transform((text) => (text.trim() === '' ? null : tidyDay(text)))
    .pipe(notBeforeSchema),
  requestsPerMinute: z.string().transform(readCount).pipe(tokenFieldsSchema.shape.requestsPerMinute.unwrap()),
};
