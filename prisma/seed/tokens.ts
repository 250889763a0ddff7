import { noorTokens } from './tokens-of-noor';
import { teamTokens } from './tokens-of-the-team';

/** A last use: minutes before now, from where, by what. */
export type SeedUse = readonly [minutesAgo: number, address: string, userAgent: string];

/** A token of the sample company. Days and minutes count back from now; `endsInDays` counts forward, null is never. */
export interface SeedToken {
  /** By which environments name it as the actor of a change. */
  key?: string;
  owner: string;
  description: string;
  /** `full`, or one entry per context: the name of a set, or operations. */
  access: 'full' | Readonly<Record<string, string | readonly string[]>>;
  createdDaysAgo: number;
  endsInDays: number | null;
  used?: SeedUse;
  isOutOfUrls?: boolean;
}

export const seedTokens: readonly SeedToken[] = [...noorTokens, ...teamTokens];
