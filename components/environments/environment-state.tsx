import type { ReactNode } from 'react';
import type { EnvironmentStatus } from '@/lib/domain/environment-view';

/** The status, or that a start or stop is on its way. */
export type ShownState = EnvironmentStatus | 'starting' | 'stopping';

const words: Record<ShownState, string> = {
  running: 'Running',
  stopped: 'Stopped',
  sleeping: 'Sleeping',
  starting: 'Starting',
  stopping: 'Stopping',
};

const moving = (
  <circle
    cx="6"
    cy="6"
    r="4.25"
    fill="none"
    stroke="var(--tag-line)"
    strokeWidth="1.75"
    strokeDasharray="3 2.3"
  />
);
const shapes: Record<ShownState, ReactNode> = {
  running: <circle cx="6" cy="6" r="5" fill="var(--go)" />,
  stopped: (
    <rect x="1.75" y="1.75" width="8.5" height="8.5" fill="none" stroke="var(--ink-3)" strokeWidth="1.5" />
  ),
  sleeping: (
    <path
      d="M9.8 7.6A4.6 4.6 0 1 1 4.6 2a3.7 3.7 0 0 0 5.2 5.6z"
      fill="none"
      stroke="var(--ink-2)"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  ),
  starting: moving,
  stopping: moving,
};

/** The status in a word, with a shape of its own: never told by colour alone. */
export function EnvironmentState({ state }: { state: ShownState }) {
  const isQuiet = state === 'stopped' || state === 'sleeping';
  return (
    <span className={isQuiet ? 'est quiet' : 'est'}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[state]}
      </svg>
      <span>{words[state]}</span>
    </span>
  );
}
