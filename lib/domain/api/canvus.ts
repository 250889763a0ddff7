import type { ApiOperation } from './api-operation';
import { loginOperation, logoutOperation } from './canvus-login';
import { auditLogOperation, serverInfoOperation } from './canvus-server';
import { tokenOperations } from './canvus-tokens';
import { userOperations } from './canvus-users';

/** Every call of the Canvus API, in the order of its reference. */
export const canvusOperations: readonly ApiOperation[] = [
  ...Object.values(tokenOperations),
  loginOperation,
  logoutOperation,
  ...Object.values(userOperations),
  auditLogOperation,
  serverInfoOperation,
];
