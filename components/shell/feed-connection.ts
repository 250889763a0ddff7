import { toast } from '@/components/ui/toast';
import { readFeedChange, readFeedUse, type FeedChange, type FeedUse } from '@/lib/domain/feed-message';

/** `ended`: the session is over; nothing will come until one signs in again. */
export type LiveState = 'connecting' | 'live' | 'lost' | 'ended';

/** What a page wants to hear. `onGap`: the stream was broken and messages may be missing; read again what is shown. */
export interface FeedListener {
  onChange?: (change: FeedChange) => void;
  onUse?: (use: FeedUse) => void;
  onGap?: () => void;
}

const firstDelayMilliseconds = 1_000;
const longestDelayMilliseconds = 30_000;

const listeners = new Set<FeedListener>();
const stateListeners = new Set<() => void>();
let source: EventSource | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
let state: LiveState = 'connecting';

function setState(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of stateListeners) listener();
}

function connect(): void {
  const opened = new EventSource('/feed');
  source = opened;
  opened.addEventListener('open', () => {
    if (failures > 0) for (const listener of listeners) listener.onGap?.();
    failures = 0;
    setState('live');
  });
  opened.addEventListener('change', (event: MessageEvent<string>) => {
    const change = readFeedChange(event.data);
    if (change !== null) for (const listener of listeners) listener.onChange?.(change);
  });
  opened.addEventListener('use', (event: MessageEvent<string>) => {
    const use = readFeedUse(event.data);
    if (use !== null) for (const listener of listeners) listener.onUse?.(use);
  });
  opened.addEventListener('resync', () => {
    for (const listener of listeners) listener.onGap?.();
  });
  opened.addEventListener('error', () => {
    if (source !== opened) return;
    setState('lost');
    // While it says CONNECTING the browser retries by itself, with Last-Event-ID; once CLOSED it never would.
    if (opened.readyState !== EventSource.CLOSED) return;
    failures += 1;
    const delay = Math.min(firstDelayMilliseconds * 2 ** (failures - 1), longestDelayMilliseconds);
    // Spread out, so that a restart is not met by every open page in the same second.
    retry = setTimeout(() => void reconnect(), delay * (0.75 + Math.random() / 2));
  });
}

async function reconnect(): Promise<void> {
  const session = await readSession();
  if (listeners.size === 0) return;
  if (session !== 'ended') return connect();
  setState('ended');
  toast.error('Your session has ended.', { description: 'Reload the page to sign in again.' });
}

/** Asked before each new attempt, because a stream that is refused does not say why. */
async function readSession(): Promise<'live' | 'ended' | 'unknown'> {
  try {
    const response = await fetch('/api/auth/session', { cache: 'no-store' });
    const session: unknown = await response.json();
    if (!response.ok || typeof session !== 'object' || session === null) return 'unknown';
    return 'expires' in session ? 'live' : 'ended';
  } catch {
    return 'unknown';
  }
}

/** Joins the page's one stream: opened for the first listener, closed after the last. Returns how to leave. */
export function joinFeed(listener: FeedListener): () => void {
  listeners.add(listener);
  if (listeners.size === 1) connect();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    closeFeed();
  };
}

/** Ends the stream without a retry: before one signs out, since it would only be refused afterwards. */
export function closeFeed(): void {
  clearTimeout(retry);
  source?.close();
  source = null;
  failures = 0;
  setState('connecting');
}

export function subscribeToLiveState(listener: () => void): () => void {
  stateListeners.add(listener);
  return () => stateListeners.delete(listener);
}

export function liveStateNow(): LiveState {
  return state;
}
