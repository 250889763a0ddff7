import { pageText, type PageParameter } from './page-parameters';

/** What all tokens can be narrowed by and sorted by, as it stands in the address of the page. */
export const allTokensChoices = {
  status: ['active', 'waiting', 'ending', 'narrowed', 'paused', 'expired'],
  access: ['full', 'limited'],
  used: ['never', 'over-30', 'over-90'],
  expires: ['within-30', 'never'],
  sort: ['newest', 'oldest', 'used', 'unused', 'ending', 'lasting'],
} as const;

type Choices = typeof allTokensChoices;
type Choice<Name extends keyof Choices> = Choices[Name][number] | '';

/** Empty where nothing was chosen; `sort` is then `newest`. */
export interface AllTokensFilter {
  /** Every word must stand in the description, the owner's name or email, or be the last four characters. */
  q: string;
  /** A person's id. */
  owner: string;
  status: Choice<'status'>;
  access: Choice<'access'>;
  /** `over-30`: last used more than thirty days ago. */
  used: Choice<'used'>;
  expires: Choice<'expires'>;
  sort: Choice<'sort'>;
}

/** Where a part of a list ended: the value it is sorted by (milliseconds, null for never; a text) and the token's number. */
export interface TokenCursor {
  value: number | string | null;
  number: number;
}

/** Reads the parameters that an address has; what is no choice counts for nothing. */
export function readAllTokensFilter(parameters: Record<string, PageParameter>): AllTokensFilter {
  const chosen = <Name extends keyof Choices>(name: Name): Choice<Name> =>
    allTokensChoices[name].find((each) => each === parameters[name]) ?? '';
  return {
    q: pageText(parameters.q, 200),
    owner: pageText(parameters.owner, 22),
    status: chosen('status'),
    access: chosen('access'),
    used: chosen('used'),
    expires: chosen('expires'),
    sort: chosen('sort'),
  };
}

/** True when tokens may be left out; the order leaves none out. */
export function isNarrowing(filter: AllTokensFilter): boolean {
  return Object.entries(filter).some(([name, value]) => name !== 'sort' && value !== '');
}

/** The words that are looked for. */
export function searchWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

const cursorPattern = /^(never|-?\d{1,15})\.([1-9]\d{0,14})$/;

/** A cursor as it stands in an address, `1795305600000.412` or `never.412`. */
export function printCursor({ value, number }: TokenCursor): string {
  return `${value ?? 'never'}.${number}`;
}

/** The cursor of an address; null when it is missing or none. */
export function parseCursor(parameter: PageParameter): TokenCursor | null {
  const [, value, number] = cursorPattern.exec(typeof parameter === 'string' ? parameter : '') ?? [];
  if (value === undefined || number === undefined) return null;
  return { value: value === 'never' ? null : Number(value), number: Number(number) };
}
