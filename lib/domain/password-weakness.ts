import { commonPasswordWords } from './common-passwords';

/** Runs along which fingers walk, and the alphabet; both ways. */
const walks = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
].flatMap((walk) => [walk, [...walk].reverse().join('')]);

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** What must remain of a password once everything a guesser tries first is taken out of it. */
const minRest = 6;

/**
 * Why a password is among the first a stranger tries, as a sentence; null when it is not (PWD-7). Offline: common words,
 * product words, the person's own name and email, keyboard walks and repetitions are taken out; too little may not rest.
 */
export function weaknessOf(password: string, ownWords: readonly string[]): string | null {
  const lower = password.normalize('NFKC').toLowerCase();
  if (new Set(lower).size < 5) return 'This password repeats few characters: choose a less regular one.';
  if (isRepetition(lower)) return 'This password repeats one part: choose a less regular one.';
  const own = ownWords.flatMap((text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  const words = [...own, ...commonPasswordWords]
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length);
  const rest = Math.min(restOf(lower, words), restOf(unleet(lower), words));
  return rest < minRest
    ? 'This password is made of words and rows that are tried first: choose another.'
    : null;
}

/** How many characters remain without the words and walks; what is left counts letters and digits once per distinct one. */
function restOf(text: string, words: readonly string[]): number {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, ' ');
  rest = withoutWalks(rest).replaceAll(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
  return new Set(rest).size;
}

function withoutWalks(text: string): string {
  let rest = text;
  for (let length = 8; length >= 4; length -= 1) {
    for (const walk of walks) {
      for (let start = 0; start + length <= walk.length; start += 1) {
        rest = rest.replaceAll(walk.slice(start, start + length), ' ');
      }
    }
  }
  return rest;
}

function isRepetition(text: string): boolean {
  return (
    text.length >= 2 &&
    (text + text).indexOf(text, 1) < text.length &&
    (text + text).indexOf(text, 1) <= text.length / 2
  );
}

function unleet(text: string): string {
  return [...text].map((character) => leet[character] ?? character).join('');
}
