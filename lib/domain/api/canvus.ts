import type { ApiOperation } from './api-operation';
import { loginOperation, logoutOperation } from './canvus-login';
import { auditLogOperation, serverInfoOperation } from './canvus-server';
import {
  createAccessToken,
  deleteAccessToken,
  describeAccessToken,
  listAccessTokens,
  readAccessToken,
} from './canvus-tokens';
import {
  approveUserOperation,
  blockUserOperation,
  createUserOperation,
  deleteUserOperation,
  editUserOperation,
  listUsersOperation,
  readUserOperation,
  setPasswordOperation,
  unblockUserOperation,
} from './canvus-users';

/** Every call of the Canvus API, in the order of its reference. */
export const canvusOperations: readonly ApiOperation[] = [
  listAccessTokens,
  readAccessToken,
  createAccessToken,
  describeAccessToken,
  deleteAccessToken,
  loginOperation,
  logoutOperation,
  listUsersOperation,
  readUserOperation,
  createUserOperation,
  editUserOperation,
  deleteUserOperation,
  blockUserOperation,
  unblockUserOperation,
  approveUserOperation,
  setPasswordOperation,
  auditLogOperation,
  serverInfoOperation,
];
