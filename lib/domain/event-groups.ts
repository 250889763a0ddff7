import { eventActions, type EventAction } from './event';

/** Actions that are looked for together, in the order in which they are offered. */
export const eventGroups = [
  {
    key: 'sign-in',
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
    key: 'people',
    actions: ofKind(
      /^(?:setup|role|project|service|client|person\.(?:created|blocked|unblocked|roles|approved|changed|removed))/,
    ),
  },
  { key: 'tokens', actions: ofKind(/^(?:token|leak)\./) },
  { key: 'platform', actions: ofKind(/^(?:environment|archive|deployment|marketplace)\./) },
] as const satisfies readonly { key: string; actions: readonly EventAction[] }[];

export type EventGroupKey = (typeof eventGroups)[number]['key'];

function ofKind(pattern: RegExp): EventAction[] {
  return eventActions.filter((action) => pattern.test(action));
}

/** The actions of a choice, a group's key or one action; null for what is neither. */
export function actionsOf(choice: string): readonly EventAction[] | null {
  const group = eventGroups.find(({ key }) => key === choice);
  if (group !== undefined) return group.actions;
  const action = eventActions.find((each) => each === choice);
  return action === undefined ? null : [action];
}
