import { eventActions } from '@/lib/domain/event';
import { eventGroups, type EventGroupKey } from '@/lib/domain/event-groups';
import { actionWords } from './event-words';

const groupWords: Record<EventGroupKey, string> = {
  'sign-in': 'Sign-in and passwords, all',
  people: 'People and roles, all',
  tokens: 'Tokens, all',
  platform: 'Environments, all',
};

/** What the log can be narrowed to: groups first, then every action by itself. */
export const actionChoices: readonly { value: string; label: string }[] = [
  { value: '', label: 'any' },
  ...eventGroups.map(({ key }) => ({ value: key, label: groupWords[key] })),
  ...eventActions.map((action) => ({ value: action, label: actionWords[action] })),
];
