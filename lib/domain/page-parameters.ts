/** What the address of a page says for one parameter: missing, once or several times. */
export type PageParameter = string | string[] | undefined;

/** What a page gets that reads its address. */
export interface AddressedPage {
  searchParams: Promise<Record<string, PageParameter>>;
}

/** A text of the address, trimmed and cut at `max` characters; empty when it is missing or stands twice. */
export function pageText(parameter: PageParameter, max: number): string {
  return typeof parameter === 'string' ? parameter.trim().slice(0, max) : '';
}

/** A positive whole number of the address; null when it is missing or anything else. */
export function pageNumber(parameter: PageParameter): number | null {
  if (typeof parameter !== 'string' || !/^[1-9]\d{0,14}$/.test(parameter)) return null;
  return Number(parameter);
}
