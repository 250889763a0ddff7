import type { AffectedToken, Counted } from './role-view';
import type { ContextMapping, Service, ServiceOperation } from './service';

/** One line of the Catalog page. */
export interface ServiceRow extends Pick<
  Service,
  'name' | 'title' | 'apiVersion' | 'format' | 'basePath' | 'contexts' | 'version'
> {
  /** Operations that can be granted. */
  operationCount: number;
  goneCount: number;
  createdAt: Date;
  changedAt: Date;
  /** Set when it was removed: then all its operations are gone. */
  removedAt: Date | null;
}

/** A service with its operations, gone ones last. */
export interface ServiceView extends ServiceRow {
  operations: readonly ServiceOperation[];
}

/** An operation as a preview names it. */
export type PreviewedOperation = Pick<ServiceOperation, 'code' | 'summary' | 'reach' | 'contextType'> & {
  method: string;
  path: string;
};

/** What of an operation is not as it was, in the words of the page: `path`, `/pets` → `/animals`. */
export interface OperationDifference {
  what: 'method' | 'path' | 'summary' | 'reach' | 'context' | 'parameters' | 'docs';
  before: string;
  after: string;
}

export interface ChangedOperation extends PreviewedOperation {
  differences: readonly OperationDifference[];
}

/** A limited token that names operations which the import makes gone, brings back, or changes in where or how they act. */
export interface TouchedToken extends AffectedToken {
  gone: number;
  returned: number;
  changed: number;
}

/** A role whose patterns match operations that come or go. */
export interface TouchedRole {
  key: string;
  name: string;
  /** People who hold it. */
  holderCount: number;
  /** New and returned operations that it would give. */
  gained: number;
  /** Operations that it would no longer give. */
  lost: number;
}

/** A path parameter of the document. */
export interface PathParameter {
  name: string;
  /** Operations that have it in their path. */
  operationCount: number;
  /** One of those paths. */
  example: string;
  /** The type of context that it is mapped to, null for none. */
  type: string | null;
}

/** What an import would do at this moment. Totals are exact, lists begin with the first ones. */
export interface ImportPreview {
  name: string;
  title: string;
  apiVersion: string;
  format: Service['format'];
  basePath: string;
  contexts: readonly ContextMapping[];
  /** The service that it was compared with; null when it is new. `removedAt` is set when it comes back. */
  former: Pick<ServiceRow, 'version' | 'title' | 'apiVersion' | 'basePath' | 'removedAt'> | null;
  /** True when the very same is there already: an import would write nothing. */
  isUnchanged: boolean;
  operationCount: number;
  added: Counted<PreviewedOperation>;
  changed: Counted<ChangedOperation>;
  gone: Counted<PreviewedOperation>;
  returned: Counted<PreviewedOperation>;
  unchanged: number;
  tokens: Counted<TouchedToken>;
  roles: Counted<TouchedRole>;
  pathParameters: readonly PathParameter[];
  /** Whole sentences about what the document left open and how it was taken. */
  notes: readonly string[];
}

/** What an import did. */
export interface ImportResult {
  service: ServiceRow;
  /** True when the very same was there already: nothing was written. */
  isUnchanged: boolean;
  added: number;
  changed: number;
  gone: number;
  returned: number;
  unchanged: number;
  notes: readonly string[];
}

/** What the removal of a service would touch at this moment. Totals are exact, lists begin with the first ones. */
export interface RemovalPreview {
  version: number;
  /** Operations that would be gone. */
  goneCount: number;
  tokens: Counted<TouchedToken>;
  roles: Counted<TouchedRole>;
}

/** An operation on the page of its service. */
export interface ReferredOperation {
  /** Without the service: `orders.listOrders`. */
  code: string;
  summary: string;
  reach: ServiceOperation['reach'];
  method: string;
  path: string;
  /** The path parameter that is its context; null: it asks in `global`. */
  context: string | null;
  isGone?: true;
}

/** What an imported service can do, for everyone. */
export interface ServiceReference extends Pick<
  Service,
  'name' | 'title' | 'apiVersion' | 'basePath' | 'contexts'
> {
  isRemoved: boolean;
  operations: readonly ReferredOperation[];
}
