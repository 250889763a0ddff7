import type { Catalog } from '@/lib/domain/catalog';
import type { ApiName, ApiOperation } from './api-operation';
import { canvusOperations } from './canvus';
import { codecanvasApi } from './codecanvas';
import { codecanvasTokenApi } from './codecanvas-tokens';
import { deskLeaksApi } from './desk-leaks';
import { deskSelfApi } from './desk-self';
import { deskTokensApi } from './desk-tokens';
import { oauthOperations } from './oauth';
import { verifierApi } from './verifier';
import { virtuozzoApi } from './virtuozzo';
import { virtuozzoAuthentication } from './virtuozzo-authentication';

/** One API, as the reference and the OpenAPI document show it. */
export interface DescribedApi {
  name: ApiName;
  title: string;
  /** What its addresses begin with. */
  base: string;
  summary: string;
  /** How its refusals look. */
  refusals: string;
  operations: readonly ApiOperation[];
}

const titles: Record<ApiName, Omit<DescribedApi, 'name' | 'operations'>> = {
  desk: {
    title: 'Desk',
    base: '/api/v1',
    summary: 'Tokens, and what a credential may know and do about itself. The API for new clients.',
    refusals:
      'A refusal is problem+json: `code` for machines, `detail` in a sentence, `missing` names what is lacking.',
  },
  canvus: {
    title: 'Canvus',
    base: '/api/v1/users',
    summary:
      'For clients of Canvus: access tokens, users, sign-in, the audit log. Nothing of them needs a change.',
    refusals: 'Every success is 200. A refusal says why in `msg`.',
  },
  codecanvas: {
    title: 'CodeCanvas',
    base: '/api/http',
    summary: 'For clients of CodeCanvas and Space: permanent tokens and permissions.',
    refusals: 'A refusal is `error`, a code, and `error_description`, a sentence.',
  },
  virtuozzo: {
    title: 'Virtuozzo',
    base: '/1.0',
    summary:
      'For clients of Virtuozzo: tokens and sign-in in users.authentication, and the operations of the sample platform, each of which is a permission that a token can hold. GET and POST are alike: parameters of the address and of the form are merged, and the path is read in any case. Of a password only the form is read.',
    refusals:
      'The status is 200 also of a refusal. `result` is 0 when it is done; otherwise `error` says what is wrong.',
  },
  oauth: {
    title: 'OAuth',
    base: '/oauth',
    summary: 'A token’s public id and secret for a short-lived access token.',
    refusals: 'A refusal is `error`, a code of RFC 6749, and `error_description`, a sentence.',
  },
  verifier: {
    title: 'Verifier',
    base: '/verifier',
    summary: 'What the verifier package asks and hears, by the credential of a resource server.',
    refusals: 'A refusal is problem+json, as in the desk’s own API.',
  },
};

/** Every API with its operations; those of the sample platform where it is on. */
export function describedApis(catalog: Catalog, isSamplePlatformOn: boolean): DescribedApi[] {
  const operations: Record<ApiName, readonly ApiOperation[]> = {
    desk: [...Object.values(deskTokensApi), ...Object.values(deskSelfApi), ...Object.values(deskLeaksApi)],
    canvus: canvusOperations,
    codecanvas: [...Object.values(codecanvasTokenApi), ...Object.values(codecanvasApi)],
    virtuozzo: isSamplePlatformOn ? virtuozzoApi(catalog) : virtuozzoAuthentication,
    oauth: Object.values(oauthOperations),
    verifier: Object.values(verifierApi),
  };
  const names: readonly ApiName[] = ['desk', 'canvus', 'virtuozzo', 'codecanvas', 'oauth', 'verifier'];
  return names
    .filter((name) => operations[name].length > 0)
    .map((name) => ({ name, ...titles[name], operations: operations[name] }));
}

/** True for what cannot be undone: who tries it in the reference is asked first. */
export function isDestroying({ isDestroying: isMarked, method }: ApiOperation): boolean {
  return isMarked ?? method === 'DELETE';
}
