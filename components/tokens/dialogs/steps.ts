import type { Grant } from '@/lib/domain/grant';
import type { TokenFields } from '@/lib/domain/token-input';
import type { NewTokenView } from '@/lib/domain/token-view';
import type { DialogKind } from './form-start';

/** Where a dialog stands. The secret lives in the last step and nowhere else (WEB-12). */
export type Step =
  | { kind: 'form' }
  | { kind: 'confirm'; fields: TokenFields }
  | { kind: 'regenerate' }
  | { kind: 'pause'; isPaused: boolean }
  | { kind: 'new'; answer: NewTokenView; grants: readonly Grant[]; isTaken: boolean };

/** What would be lost by closing now. */
export type Loss = 'changes' | 'secret';

const formTitles: Record<DialogKind, string> = {
  generate: 'Generate token',
  edit: 'Edit token',
  copy: 'Copy token',
};
const confirmSubs: Record<DialogKind, string> = {
  generate: 'One token is made. Its secret is then shown once.',
  edit: 'One token changes. Its secret stays the same.',
  copy: 'One token is made, with a secret of its own. The one it is like stays as it is.',
};

/** Title, the line below it and the size of the sheet, for each step. */
export function sheetOf(kind: DialogKind, step: Step) {
  switch (step.kind) {
    case 'form':
      return { title: formTitles[kind], sub: null, size: 'gen' } as const;
    case 'confirm':
      return { title: 'Confirm with your password', sub: confirmSubs[kind], size: 'confirm' } as const;
    case 'regenerate':
      return {
        title: 'Confirm with your password',
        sub: 'One token gets a new secret. The old one is dead at once.',
        size: 'confirm',
      } as const;
    case 'pause':
      return {
        title: 'Confirm with your password',
        sub: step.isPaused
          ? 'One token goes on with the secret that it has.'
          : 'One token is refused until it is resumed.',
        size: 'confirm',
      } as const;
    case 'new':
      return {
        title: 'Your new token',
        sub: step.isTaken
          ? 'Taken. You can close this now.'
          : 'Take it now: once this closes, nobody can show it again, not even the desk.',
        size: 'new',
      } as const;
  }
}
