import { z } from 'zod';

/** The APIs that the description tells of, one section each. */
export type ApiName = 'desk' | 'canvus' | 'codecanvas' | 'virtuozzo' | 'oauth' | 'verifier';

/** What an operation asks its caller for; `none`: anyone may call it. The doors check those of clients and resource servers. */
export type CredentialKind = 'token' | 'client' | 'resource-server' | 'resource-client' | 'none';

/** One answer of an operation. `schema` null: no body, or none that is JSON. */
export interface ApiReply {
  summary: string;
  schema: z.ZodType | null;
  /** Where it is not the usual one of its API. */
  mediaType?: string;
  /** Headers that this answer brings, by name, with what they say. */
  headers?: Readonly<Record<string, string>>;
}

/**
 * One call of an API, as data: what validates requests, routes them, and is described by /openapi.json. The doors attach
 * what answers it. Schemas name every member of a request and of a reply, with the sentence that the reference shows.
 */
export interface ApiOperation<
  Path extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
> {
  /** Unique: `canvus.createAccessToken`. The anchor in the reference. */
  id: string;
  api: ApiName;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** `/api/v1/users/{id}/access-tokens`: braces name the members of `pathParameters`. */
  path: string;
  summary: string;
  description?: string;
  /**
   * `token`: a secret in a header. `client`: a token's id and secret. `resource-server`: that of a machine that asks
   * about tokens. `resource-client`: its id and credential, as of an OAuth client. */
  credential: CredentialKind;
  /** What a token needs besides being alive; null for nothing. One's own only: see the description. */
  permission: string | null;
  pathParameters: Path;
  /** Strict objects refuse what they do not know, others ignore it: as the contract of the API says. */
  query: Query;
  body: Body | null;
  /** It cannot be undone: who tries it in the reference is asked first. */
  isDestroying?: boolean;
  /** Takes If-Match with the version that was seen (API-7). */
  hasIfMatch?: boolean;
  /** Takes Idempotency-Key (API-6). */
  hasIdempotencyKey?: boolean;
  replies: Readonly<Record<number, ApiReply>>;
}

/** No members: of a path without braces, of an operation without a query. */
export const nothing = z.object({});

/** Keeps the types of the schemas. */
export function apiOperation<
  Path extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType = z.ZodType,
>(operation: ApiOperation<Path, Query, Body>): ApiOperation<Path, Query, Body> {
  return operation;
}
