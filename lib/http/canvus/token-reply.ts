import type { TokenFacts } from '@/lib/domain/token';
import { withoutZone } from './wire';

/** A token as this API shows it: keys in alphabetical order. */
export function tokenReply({ createdAt, description, id }: Omit<TokenFacts, 'number'>) {
  return { created_at: withoutZone(createdAt), description, id };
}
