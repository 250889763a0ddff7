import { eventActions, type EventAction } from '@/lib/domain/event';
import { actionWords } from './event-words';

const groups: readonly { value: string; label: string; actions: readonly EventAction[] }[] = [
  {
    value: 'sign-in',
    label: 'Sign-in and passwords',
    actions: [
      'person.signed-in',
      'person.signed-out',
      'person.sign-in-refused',
      'person.password-changed',
      'proof.refused',
      'session.ended',
    ],
  },
  {
    value: 'refused',
    label: 'Everything refused',
    actions: ['person.sign-in-refused', 'proof.refused', 'token.refused'],
  },
  {
    value: 'people',
    label: 'People and roles',
    actions: ofKind(/^(?:setup|person\.(?:created|blocked|unblocked|roles)|role|project)/),
  },
  { value: 'tokens', label: 'Tokens', actions: ofKind(/^token\./) },
  {
    value: 'platform',
    label: 'Environments',
    actions: ofKind(/^(?:environment|archive|deployment|marketplace)\./),
  },
];

function ofKind(pattern: RegExp): EventAction[] {
  return eventActions.filter((action) => pattern.test(action));
}

/** What the log can be narrowed to: groups first, then every action by itself. */
export const actionChoices: readonly { value: string; label: string }[] = [
  { value: 'any', label: 'any' },
  ...groups.map(({ value, label }) => ({ value, label: `${label}, all` })),
  ...eventActions.map((action) => ({ value: action, label: actionWords[action] })),
];

/** The actions of a choice; null for `any` and for what is no choice. */
export function actionsOf(choice: string): readonly EventAction[] | null {
  const group = groups.find(({ value }) => value === choice);
  if (group !== undefined) return group.actions;
  const action = eventActions.find((each) => each === choice);
  return action === undefined ? null : [action];
}
