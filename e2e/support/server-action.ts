import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActionResult } from '@/lib/domain/action-result';
import { wire, type WireReply } from './desk-api';
import { root } from './paths';

interface Manifest {
  node: Record<string, { exportedName?: string; filename?: string }>;
}

/** The id under which the build serves a server action: what an attacker reads in the page's scripts. */
export function findAction(name: string): string {
  const text = readFileSync(path.join(root, '.next/server/server-reference-manifest.json'), 'utf8');
  const manifest: Manifest = JSON.parse(text);
  const found = Object.entries(manifest.node).find(([, action]) => action.exportedName === name);
  if (found === undefined) throw new Error(`The build has no server action ${name}.`);
  return found[0];
}

/** Calls a server action directly, without its form: `input` is its one argument. */
export function callAction(
  url: string,
  cookie: string,
  name: string,
  input: unknown,
  page = '/profile/auth-tokens',
): Promise<WireReply> {
  return wire(url, page, {
    method: 'POST',
    headers: {
      cookie,
      origin: url,
      'next-action': findAction(name),
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
    },
    body: JSON.stringify(input === undefined ? [] : [input], escapeReferences),
  });
}

/** A text that begins with a dollar sign would be read as a reference; the browser's side doubles it. */
function escapeReferences(_key: string, value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('$') ? `$${value}` : value;
}

/** What an action answered, read from the stream that React would read. Throws when there is no answer in it. */
export function readAnswer<T>(reply: WireReply): ActionResult<T> {
  const line = reply.text.split('\n').find((each) => /^[0-9a-f]+:\{"isOk":/.test(each));
  if (line === undefined)
    throw new Error(`HTTP ${reply.status} holds no answer: ${reply.text.slice(0, 400)}`);
  const answer: ActionResult<T> = JSON.parse(line.slice(line.indexOf(':') + 1));
  return answer;
}
