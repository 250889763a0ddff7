import { createHmac } from 'node:crypto';
import { readKeyFile } from './key-file';

/**
 * The key of an account's failure bucket, made from what was typed as email: known and unknown accounts look alike in
 * the table, and a password typed into the wrong field is not kept.
 */
export function accountBucketKey(email: string): string {
  const key = Buffer.from(readKeyFile().passwordPepper, 'base64');
  return `account:${createHmac('sha256', key).update(`bucket:${email}`).digest('base64url')}`;
}
