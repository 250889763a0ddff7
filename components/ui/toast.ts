export interface Notice {
  id: number;
  kind: 'plain' | 'done' | 'refused';
  title: string;
  detail?: string | undefined;
}

interface ToastOptions {
  description?: string;
}

const shownMilliseconds = 6_000;
const most = 4;
const none: readonly Notice[] = [];
let notices: readonly Notice[] = none;
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

function show(kind: Notice['kind'], title: string, options?: ToastOptions): number {
  lastId += 1;
  const id = lastId;
  publish([...notices.slice(1 - most), { id, kind, title, detail: options?.description }]);
  // A refusal stays until it is read and dismissed.
  if (kind !== 'refused') setTimeout(() => dismissToast(id), shownMilliseconds);
  return id;
}

/**
 * Says in passing what was done: `toast('Refreshed')`, `toast.success(…)`, `toast.error(…, { description })`.
 * Our own, because the usual library writes a style element that the content security policy refuses.
 */
export const toast = Object.assign((title: string, options?: ToastOptions) => show('plain', title, options), {
  success: (title: string, options?: ToastOptions) => show('done', title, options),
  error: (title: string, options?: ToastOptions) => show('refused', title, options),
});

export function dismissToast(id: number): void {
  publish(notices.filter((notice) => notice.id !== id));
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function toastsNow(): readonly Notice[] {
  return notices;
}

export function noToasts(): readonly Notice[] {
  return none;
}
