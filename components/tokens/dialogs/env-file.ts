import type { Grant } from '@/lib/domain/grant';
import type { TokenRow } from '@/lib/domain/token-view';
import { formatDay, lastValidDay, momentOf } from '@/lib/domain/day';

export interface EnvFileInput {
  token: TokenRow;
  secret: string;
  /** What it may do; empty for full access. */
  grants: readonly Grant[];
  /** The address of the desk, such as `https://desk.example`. */
  origin: string;
}

/** The text of the downloaded file: what the token is as comments, then one line that a shell or dotenv reads. */
export function envFile({ token, secret, grants, origin }: EnvFileInput): string {
  const expires =
    token.expiresAt === null ? 'never' : `end of ${lastValidDay(new Date(token.expiresAt))}, UTC`;
  const lines = [
    `# ${token.description}`,
    `# A personal access token of ${origin}`,
    `# Known there as ${token.hint}, made ${formatDay(new Date(token.createdAt))}`,
    `# Expires: ${expires}`,
    `# May be used in URLs: ${token.mayUseInUrls ? 'yes' : 'no'}`,
    ...limitLines(token),
    ...(token.access === 'full' ? ['# Full access: all that its owner holds'] : permissionLines(grants)),
  ];
  return `${lines.map(oneLine).join('\n')}\nTOKENDESK_TOKEN=${secret}\n`;
}

/** `tokendesk-gitlab-ci-shop-deploys.env`. */
export function envFileName(description: string): string {
  const slug = description
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return slug === '' ? 'tokendesk.env' : `tokendesk-${slug}.env`;
}

/** Only what is limited. */
function limitLines({ addresses, notBefore, requestsPerMinute }: TokenRow): string[] {
  return [
    ...(addresses.length === 0 ? [] : [`# Taken only from: ${addresses.join(', ')}`]),
    ...(notBefore === null ? [] : [`# Not before: ${momentOf(new Date(notBefore))}`]),
    ...(requestsPerMinute === null ? [] : [`# Requests a minute: ${requestsPerMinute}`]),
  ];
}

function permissionLines(grants: readonly Grant[]): string[] {
  const contexts = [...new Set(grants.map((grant) => grant.context))];
  return contexts.flatMap((context) => [
    `# In ${context}:`,
    ...grants.filter((grant) => grant.context === context).map((grant) => `#   ${grant.permission}`),
  ]);
}

/** A line break inside a description would end the comment and begin an assignment. */
function oneLine(line: string): string {
  return line.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ');
}
