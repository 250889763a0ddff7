import { plainLine } from '@/lib/domain/text';
import type { Reach } from '@/lib/domain/catalog';
import type { OutlinedOperation } from './document-outline';

const summaryLimit = 120;
const phraseLimit = 60;

/** Verbs, and hardly ever nouns, that the summaries of APIs begin with; "this token may …" goes on with them. */
const verbs = new Set(
  (
    'abort accept acknowledge activate add allow append apply approve archive assign associate attach authenticate ' +
    'authorize browse build call cancel change check claim clear clone close complete compare confirm connect ' +
    'convert copy create deactivate decline delete deny deploy describe destroy detach determine disable ' +
    'disassociate dismiss download duplicate edit enable end enter execute expire export extend fetch fill find finish ' +
    'follow force fork generate get give grant handle hide import insert install invalidate invite join kill leave ' +
    'list load lock log look make manage mark merge modify move obtain open overwrite patch pause perform pin ' +
    'ping poll post prepare preview print promote provide publish pull purge push put query read rebuild ' +
    'receive refresh register reject release reload remove rename renew reopen replace rerun reset ' +
    'resolve restart restore resume retrieve retry return reveal revoke rotate run save scan search select send ' +
    'set share show shut sign simulate skip snooze sort split star start stop submit subscribe suspend switch sync ' +
    'synchronize terminate toggle transfer trigger unassign unblock undo uninstall unlink unlock unpin ' +
    'unpublish unregister unstar unsubscribe update upgrade upload upsert use validate verify view watch withdraw write'
  ).split(' '),
);

/** What an operation does, by its method. */
export function reachOf(method: OutlinedOperation['method']): Reach {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return 'reads';
  return method === 'DELETE' ? 'destroys' : 'changes';
}

/** One line that says what an operation does: its summary, or the first sentence of its description, or its request. */
export function summaryOf({ summary, description, method, path }: OutlinedOperation): string {
  const told = withoutMarkup(summary ?? '') || firstSentence(withoutMarkup(description ?? ''));
  const line = plainLine(told, summaryLimit).replace(/\.$/, '');
  return line === '' ? plainLine(`${method} ${path}`, summaryLimit) : line;
}

/** Completes "this token may …" with an operation's summary. */
export function phraseOf(summary: string): string {
  const [first = '', ...rest] = summary.split(' ');
  const verb = verbIn(first);
  if (verb === null) return `call ${plainLine(`“${summary}”`, phraseLimit - 5)}`;
  return plainLine([verb, ...rest].join(' '), phraseLimit);
}

/** `Returns` → `return`; null for a word that is no known verb. */
function verbIn(word: string): string | null {
  const lower = word.toLowerCase();
  const stems = [lower, lower.replace(/s$/, ''), lower.replace(/es$/, ''), lower.replace(/ies$/, 'y')];
  return stems.find((stem) => verbs.has(stem)) ?? null;
}

/** The text of Markdown and HTML, as far as one line needs it. */
function withoutMarkup(text: string): string {
  return text
    .replace(/!?\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/<\/?[A-Za-z][^<>]*>/g, ' ')
    .replace(/[`*]|^\s*#+\s*/gm, '')
    .trim();
}

function firstSentence(text: string): string {
  return text.split(/(?<=[.!?])\s|\n\s*\n/u, 1)[0] ?? '';
}
