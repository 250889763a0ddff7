import { deriveKey, keyedDigest } from '@/lib/crypto/seal';
import { isSameDigest } from '@/lib/crypto/secret';
import { contextSchema } from '@/lib/domain/context';
import type { Grant } from '@/lib/domain/grant';
import { permissionSchema } from '@/lib/domain/permission';
import { processWide } from '@/lib/domain/process-wide';
import { env } from '@/lib/env';

/** What a link asks the owner of a token to add to it. It grants nothing by itself: the dialog asks for the password. */
export interface GrantRequest {
  tokenId: string;
  grants: readonly Grant[];
}

/** What became of a link's text. */
export type OpenedGrantLink =
  { outcome: 'valid'; request: GrantRequest } | { outcome: 'invalid' | 'expired' };

const hourMilliseconds = 3_600_000;
const lifeHours = 24;
const longestGrants = 1_000;
const longest = 1_500;

/**
 * The address of the Edit dialog of a token with grants ticked: signed, readable, over after a day (it counts whole hours,
 * so that the same refusal gives the same link for a while). One keyed digest, nothing stored: it stands on the deny path.
 */
export function grantLink({ tokenId, grants }: GrantRequest, now: Date): string {
  const endsAtHour = Math.floor(now.getTime() / hourMilliseconds) + lifeHours;
  const text = `${tokenId}.${endsAtHour.toString(36)}.${printGrants(grants)}`;
  return `${env().publicUrl}/profile/auth-tokens?grant=${sign(text)}.${text}`;
}

/** Opens what stands in `grant=`: only what this desk has signed, and not for longer than a day. */
export function openGrantLink(presented: string, now: Date): OpenedGrantLink {
  const invalid = { outcome: 'invalid' } as const;
  if (presented.length > longest) return invalid;
  const [, signature = '', text = ''] = /^([\w-]{43})\.([\x21-\x7e]+)$/.exec(presented) ?? [];
  const [, tokenId = '', hour = '', wanted = ''] = /^([\w-]{22})\.([\da-z]{1,8})\.(.+)$/.exec(text) ?? [];
  if (text === '' || !isSameDigest(signature, sign(text))) return invalid;
  const grants = wanted.split(',').map((each): Grant => {
    const colon = each.lastIndexOf(':');
    return { context: each.slice(0, colon), permission: each.slice(colon + 1) };
  });
  const isReadable = grants.every(
    ({ context, permission }) =>
      contextSchema.safeParse(context).success && permissionSchema.safeParse(permission).success,
  );
  if (!isReadable) return invalid;
  const isOver = now.getTime() >= Number.parseInt(hour, 36) * hourMilliseconds;
  return isOver ? { outcome: 'expired' } : { outcome: 'valid', request: { tokenId, grants } };
}

/** As many as an address should carry; the first one always fits. */
function printGrants(grants: readonly Grant[]): string {
  let text = '';
  for (const { context, permission } of grants) {
    const longer = `${text}${text === '' ? '' : ','}${context}:${permission}`;
    if (longer.length > longestGrants) break;
    text = longer;
  }
  return text;
}

function sign(text: string): string {
  return keyedDigest(
    processWide('grant-link-key', () => deriveKey('grant-link')),
    text,
  );
}
