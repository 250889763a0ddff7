import type { ApiOperation } from './api-operation';

/** A parameter of a sample, with the value that it shows. */
export interface SampleParameter {
  place: 'path' | 'query' | 'header' | 'form';
  name: string;
  isRequired: boolean;
  value: string;
}

/** Everything that a sample in any language, or a try, needs of an operation. */
export interface SampleCall {
  id: string;
  method: ApiOperation['method'];
  path: string;
  credential: ApiOperation['credential'];
  parameters: readonly SampleParameter[];
  bodyType: 'none' | 'json' | 'form' | 'upload';
  json: unknown;
  /** It cannot be undone. */
  isDestroying: boolean;
}

/** The address of a call: path and query, with the values given. Empty values are left out. */
export function addressOf(
  { path }: Pick<SampleCall, 'path'>,
  parameters: readonly SampleParameter[],
): string {
  let address = path;
  const query = new URLSearchParams();
  for (const { place, name, value } of parameters) {
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(value));
    if (place === 'query' && value !== '') query.set(name, value);
  }
  const search = query.toString();
  return search === '' ? address : `${address}?${search}`;
}

/** What a sample shows: what has to be there. */
export function neededOf({ parameters }: SampleCall): SampleParameter[] {
  return parameters.filter(({ isRequired }) => isRequired);
}
