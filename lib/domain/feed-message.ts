/** `event: change` of GET /feed: something happened that the person may see. The message is a hint; the row is the truth. */
export interface FeedChange {
  /** The event's number; also the message's id, from which a broken stream resumes. */
  seq: number;
  action: string;
  outcome: string;
  subjectKind: string;
  subjectId: string;
  context: string | null;
  actorName: string;
  /** ISO 8601. */
  at: string;
}

/** `event: use` of GET /feed: one of the person's tokens was used. */
export interface FeedUse {
  tokenId: string;
  /** ISO 8601. */
  at: string;
  address: string;
  userAgent: string;
}

/** Reads the data of a `change`; null when it is not one, so that a newer server cannot break an older page. */
export function readFeedChange(data: string): FeedChange | null {
  const message = parsedObject(data);
  if (message === null || typeof message.seq !== 'number') return null;
  const text = (key: string) => (typeof message[key] === 'string' ? message[key] : '');
  return {
    seq: message.seq,
    action: text('action'),
    outcome: text('outcome'),
    subjectKind: text('subjectKind'),
    subjectId: text('subjectId'),
    context: text('context') === '' ? null : text('context'),
    actorName: text('actorName'),
    at: text('at'),
  };
}

/** Reads the data of a `use`; null when it is not one. */
export function readFeedUse(data: string): FeedUse | null {
  const message = parsedObject(data);
  if (message === null || typeof message.tokenId !== 'string') return null;
  const text = (key: string) => (typeof message[key] === 'string' ? message[key] : '');
  return { tokenId: message.tokenId, at: text('at'), address: text('address'), userAgent: text('userAgent') };
}

function parsedObject(data: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
