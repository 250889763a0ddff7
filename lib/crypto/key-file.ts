import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { env, EnvError } from '@/lib/env';

const keySchema = z.base64().refine((key) => Buffer.from(key, 'base64').length === 32);

/** `keys.json` of the data directory: generated once, kept, 0600. `peppers` has the current key first, then the one being retired. */
const keyFileSchema = z.strictObject({
  authSecret: z.string().min(32),
  passwordPepper: keySchema,
  peppers: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9]{1,8}$/), key: keySchema }))
    .min(1)
    .max(2),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

function keyFilePath(): string {
  return path.join(env().dataDir, 'keys.json');
}

export function newKey(): string {
  return randomBytes(32).toString('base64');
}

/** Reads the keys, generating them on the first start. Throws EnvError when the file is damaged, weak or readable by others. */
export function readKeyFile(): KeyFile {
  if (!existsSync(keyFilePath())) {
    mkdirSync(env().dataDir, { recursive: true, mode: 0o700 });
    writeKeyFile({ authSecret: newKey(), passwordPepper: newKey(), peppers: [{ id: 'k1', key: newKey() }] });
  }
  if ((statSync(keyFilePath()).mode & 0o077) !== 0) {
    throw new EnvError('keys.json in the data directory can be read by others: set its mode to 0600.');
  }
  const parsed = keyFileSchema.safeParse(parseJson(readFileSync(keyFilePath(), 'utf8')));
  if (!parsed.success) {
    throw new EnvError(
      'keys.json in the data directory is damaged: restore it from a backup, tokens depend on it.',
    );
  }
  return parsed.data;
}

/** Replaces the keys atomically: a reader sees the old file or the new one. */
export function writeKeyFile(keys: KeyFile): void {
  const draft = `${keyFilePath()}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(keys, null, 2), { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, keyFilePath());
}

/** When the file changed last, in milliseconds; 0 when there is none. */
export function keyFileChangedAt(): number {
  return statSync(keyFilePath(), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
