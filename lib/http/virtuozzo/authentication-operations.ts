import { z } from 'zod';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import {
  checkPasswordSchema,
  createTokenSchema,
  deleteTokensSchema,
  editTokenSchema,
  getTokenApiListSchema,
  getTokensSchema,
  regenerateTokenSchema,
  signinSchema,
} from '@/lib/domain/virtuozzo/authentication-input';
import { serve, type Table } from '@/lib/http/serve';
import type { AnyOperation } from '@/lib/http/served-operation';
import { checkPassword, signin, signout } from './session-calls';
import {
  createToken,
  deleteTokens,
  editToken,
  getTokenApiList,
  getTokens,
  getTokenTemplates,
  regenerateToken,
} from './token-calls';

const nothing = z.object({});

type Reply = Record<string, unknown>;

function serveHere(parameters: z.ZodObject, verb: (call: Call, input: unknown) => Promise<Reply>) {
  return serve<Reply>(
    parameters,
    (call, input) => verb(call, input).catch((error: unknown) => Promise.reject(inDoorWords(error))),
    (reply) => reply,
  );
}

const table: Table = {
  'users.authentication.GetTokens': serveHere(getTokensSchema, getTokens),
  'users.authentication.GetTokenTemplates': serveHere(nothing, getTokenTemplates),
  'users.authentication.GetTokenApiList': serveHere(getTokenApiListSchema, getTokenApiList),
  'users.authentication.CreateToken': serveHere(createTokenSchema, createToken),
  'users.authentication.EditToken': serveHere(editTokenSchema, editToken),
  'users.authentication.RegenerateToken': serveHere(regenerateTokenSchema, regenerateToken),
  'users.authentication.DeleteTokens': serveHere(deleteTokensSchema, deleteTokens),
  'users.authentication.Signout': serveHere(nothing, signout),
  'users.authentication.CheckPassword': serveHere(checkPasswordSchema, checkPassword),
};

const reading = /\.Get[A-Za-z]+$/;

/** Tokens and sessions by this API: what the door serves whether the sample platform is on or off. */
export function authenticationOperations(): AnyOperation[] {
  const served = Object.entries(table).map(([code, each]) => ({
    ...each,
    code,
    isReading: reading.test(code),
  }));
  const open = {
    code: 'users.authentication.Signin',
    isReading: false,
    parameters: signinSchema,
    bodyLimitBytes: 65_536,
    runOpen: signin,
  };
  return [...served, open];
}

/** The verbs name fields as the desk does; this door names its parameters. */
const names: Readonly<Record<string, string>> = {
  'fields.description': 'description',
  'fields.expiry': 'expiresAt',
  expiry: 'expiresAt',
  'fields.access': 'apiList',
  'proof.password': 'password',
  tokens: 'ids',
};

function inDoorWords(error: unknown): unknown {
  if (!(error instanceof DeskError) || error.details.issues === undefined) return error;
  const issues = error.details.issues.map(({ path, message }) => {
    const known = Object.keys(names).find((name) => path === name || path.startsWith(`${name}.`));
    return { path: known === undefined ? path : (names[known] ?? path), message };
  });
  return new DeskError(error.code, error.message, { ...error.details, issues });
}
