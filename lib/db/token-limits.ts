import { z } from 'zod';
import type { TokenLimits } from '@/lib/domain/token-limits';

/** The columns that hold the limits. */
interface LimitColumns extends Omit<TokenLimits, 'addresses'> {
  addresses: string;
}

const anywhere: readonly string[] = Object.freeze([]);
const addressesSchema = z.array(z.string());

/** Limits as they were stored. A list that cannot be read throws: it never becomes "anywhere". */
export function limitsOf(columns: LimitColumns): TokenLimits {
  const { mayUseInUrls, notBefore, requestsPerMinute } = columns;
  const addresses =
    columns.addresses === '[]' ? anywhere : addressesSchema.parse(JSON.parse(columns.addresses));
  return { mayUseInUrls, addresses, notBefore, requestsPerMinute };
}
