import path from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** A start-up mistake of the operator: one sentence, no stack. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

const onOff = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'], { error: 'is on or off' })
    .default(fallback)
    .transform((value) => value === 'on');

const wholeNumber = (fallback: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, { error: `is a whole number from ${min} to ${max}` })
    .transform(Number)
    .pipe(
      z
        .number()
        .min(min, { error: `is at least ${min}` })
        .max(max, { error: `is at most ${max}` }),
    )
    .default(fallback);

const publicUrlSchema = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.username !== ''
  ) {
    context.addIssue({
      code: 'custom',
      message: 'is an http or https address without a path, such as https://desk.example.org',
    });
    return z.NEVER;
  }
  return url.origin;
});

const addressRangesSchema = z
  .string()
  .default('')
  .transform((text, context) => {
    const ranges = text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    for (const range of ranges) {
      if (!ipaddr.isValidCIDR(range) && !ipaddr.isValid(range)) {
        context.addIssue({
          code: 'custom',
          message: `has ${range}, which is neither an address nor a CIDR range`,
        });
      }
    }
    return ranges;
  });

const environmentSchema = z.object({
  /** Where npm was called from; it runs scripts in the project's folder. */
  INIT_CWD: z.string().optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: wholeNumber(3000, 0, 65_535),
  /** Where `npm run gate` listens: beside the desk, not instead of it. */
  GATE_PORT: wholeNumber(3001, 0, 65_535),
  /** Unset: no figures are served. */
  METRICS_PORT: wholeNumber(0, 0, 65_535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: publicUrlSchema.optional(),
  DATA_DIR: z.string().min(1).default('data'),
  /** base64 or text of at least 32 characters; generated into DATA_DIR when absent. */
  AUTH_SECRET: z.string().min(32, { error: 'is at least 32 characters long' }).optional(),
  /** `id:base64key[,id:base64key]`: the current pepper first, then the one being retired. */
  TOKEN_PEPPER: z
    .string()
    .regex(/^[a-z0-9]{1,8}:[A-Za-z0-9+/]{43}=(?:,[a-z0-9]{1,8}:[A-Za-z0-9+/]{43}=)?$/, {
      error: 'is id:key or id:key,id:key, each key 32 bytes in base64',
    })
    .optional(),
  TOKENDESK_ADMIN_EMAIL: z.string().optional(),
  TOKENDESK_ADMIN_PASSWORD: z.string().optional(),
  TRUSTED_PROXIES: addressRangesSchema,
  SAMPLE_PLATFORM: onOff('on'),
  QUERY_CREDENTIAL: onOff('on'),
  /** on: a change of tokens, people or roles by an API needs the owner's password too. */
  API_CHANGES_NEED_PASSWORD: onOff('off'),
  /** off: no token manages tokens, whatever it holds (AZ-4). */
  TOKENS_MANAGE_TOKENS: onOff('on'),
  /** Requests a minute at the machine doors; 0 limits nothing (API-8). */
  REQUESTS_PER_TOKEN: wholeNumber(6_000, 0, 999_999),
  REQUESTS_PER_PERSON: wholeNumber(12_000, 0, 999_999),
  REQUESTS_PER_ADDRESS: wholeNumber(30_000, 0, 999_999),
  SESSION_IDLE_MINUTES: wholeNumber(30, 1, 1_440),
  SESSION_ABSOLUTE_HOURS: wholeNumber(12, 1, 720),
  PASSWORD_WORKERS: wholeNumber(2, 1, 16),
  /** bcrypt cost; under 12 only in tests (PWD-3). */
  PASSWORD_COST: wholeNumber(12, 4, 16),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The configuration, parsed. Paths are absolute, times are in the units their names carry. */
export interface Env {
  nodeEnv: 'production' | 'development' | 'test';
  port: number;
  gatePort: number;
  metricsPort: number | null;
  metricsHost: string;
  host: string;
  publicUrl: string;
  isPublicUrlGiven: boolean;
  dataDir: string;
  rootDir: string;
  /** What paths on the command line are relative to. */
  callerDir: string;
  authSecret: string | null;
  tokenPepper: string | null;
  adminEmail: string | null;
  adminPassword: string | null;
  trustedProxies: readonly string[];
  isSamplePlatformOn: boolean;
  isQueryCredentialOn: boolean;
  apiChangesNeedPassword: boolean;
  mayTokensManageTokens: boolean;
  requestsPerToken: number;
  requestsPerPerson: number;
  requestsPerAddress: number;
  sessionIdleMinutes: number;
  sessionAbsoluteHours: number;
  passwordWorkers: number;
  passwordCost: number;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Parses variables. Throws EnvError naming every variable that is wrong and what it should be; never its value. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
    throw new EnvError(sentences.join(' '));
  }
  const env = parsed.data;
  if (env.PASSWORD_COST < 12 && env.NODE_ENV !== 'test') throw new EnvError('PASSWORD_COST is at least 12.');
  if ((env.TOKENDESK_ADMIN_EMAIL === undefined) !== (env.TOKENDESK_ADMIN_PASSWORD === undefined)) {
    throw new EnvError(
      'TOKENDESK_ADMIN_EMAIL and TOKENDESK_ADMIN_PASSWORD go together: set both or neither.',
    );
  }
  const rootDir = process.cwd();
  return {
    nodeEnv: env.NODE_ENV,
    port: env.PORT,
    gatePort: env.GATE_PORT,
    metricsPort: given.METRICS_PORT === undefined ? null : (env.METRICS_PORT ?? null),
    metricsHost: env.METRICS_HOST,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    isPublicUrlGiven: env.PUBLIC_URL !== undefined,
    dataDir: path.resolve(/* turbopackIgnore: true */ rootDir, env.DATA_DIR),
    rootDir,
    callerDir: env.INIT_CWD ?? rootDir,
    authSecret: env.AUTH_SECRET ?? null,
    tokenPepper: env.TOKEN_PEPPER ?? null,
    adminEmail: env.TOKENDESK_ADMIN_EMAIL ?? null,
    adminPassword: env.TOKENDESK_ADMIN_PASSWORD ?? null,
    trustedProxies: env.TRUSTED_PROXIES,
    isSamplePlatformOn: env.SAMPLE_PLATFORM,
    isQueryCredentialOn: env.QUERY_CREDENTIAL,
    apiChangesNeedPassword: env.API_CHANGES_NEED_PASSWORD,
    mayTokensManageTokens: env.TOKENS_MANAGE_TOKENS,
    requestsPerToken: env.REQUESTS_PER_TOKEN,
    requestsPerPerson: env.REQUESTS_PER_PERSON,
    requestsPerAddress: env.REQUESTS_PER_ADDRESS,
    sessionIdleMinutes: env.SESSION_IDLE_MINUTES,
    sessionAbsoluteHours: env.SESSION_ABSOLUTE_HOURS,
    passwordWorkers: env.PASSWORD_WORKERS,
    passwordCost: env.PASSWORD_COST,
    logLevel: env.LOG_LEVEL,
  };
}

let current: Env | undefined;

/** The configuration of this process, parsed once. The only reader of process.env. */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}
