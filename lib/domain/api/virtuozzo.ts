import { z } from 'zod';
import type { Catalog, Operation } from '@/lib/domain/catalog';
import type { ApiOperation } from './api-operation';
import { virtuozzoAuthentication } from './virtuozzo-authentication';
import { envelopeOperation } from './virtuozzo-envelope';

/** What the desk itself serves or administers; the sample platform serves all else that the catalog lists. */
const ofTheDesk = ['users.authentication.', 'desk.'];

/** The operations of the catalog that the sample platform serves. */
export function platformCatalog(catalog: Catalog): readonly Operation[] {
  return catalog.operations.filter(({ code }) => !ofTheDesk.some((prefix) => code.startsWith(prefix)));
}

/** The Virtuozzo API as data: users.authentication, and every operation that the sample platform serves. */
export function virtuozzoApi(catalog: Catalog): ApiOperation[] {
  return [...virtuozzoAuthentication, ...platformCatalog(catalog).map(platformOperation)];
}

/** The platform's parameters are the catalog's, all of them texts on the wire. */
function platformOperation({ code, summary, parameters }: Operation): ApiOperation {
  const shape = parameters.map(({ name, isRequired, summary: what }) => {
    const text = name === 'file' ? z.file() : z.string();
    const about = what.endsWith('.') ? what : `${what}.`;
    const told = text.describe(about);
    return [name, isRequired ? told : told.optional().describe(about)] as const;
  });
  return envelopeOperation({
    code,
    permission: code,
    summary,
    body: z.object(Object.fromEntries(shape)),
    reply: z.looseObject({}),
  });
}
