import { readResolution, type Resolution } from './resolution.js';

/** Where the desk is and what it is asked with. */
export interface DeskSettings {
  url: string;
  credential: string;
  timeoutMilliseconds: number;
}

/** A reply is some hundred bytes; of a token that holds all of ten thousand operations it is one megabyte. */
const maxReplyBytes = 8_000_000;

/** Asks the desk over HTTP. Whatever it answers that is not an answer throws, and the caller lets nobody in. */
export class DeskClient {
  private readonly running = new Set<AbortController>();

  constructor(private readonly settings: DeskSettings) {}

  /** What the desk says of a secret now. Throws when it says nothing in time, or nothing that can be read. */
  async resolve(presented: string): Promise<Resolution> {
    const ending = new AbortController();
    this.running.add(ending);
    const timer = setTimeout(() => ending.abort(), this.settings.timeoutMilliseconds);
    try {
      const response = await this.fetch('/verifier/resolve', ending, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ presented }),
      });
      if (response.status !== 200) throw new Error(`The desk answered ${response.status}.`);
      return readResolution(JSON.parse(await textOf(response)));
    } catch (error) {
      // What was not read to its end keeps no connection.
      ending.abort();
      throw error;
    } finally {
      clearTimeout(timer);
      this.running.delete(ending);
    }
  }

  /** Opens the feed, whose headers come in time or not at all; `ending` ends it. */
  async openFeed(after: number | null, ending: AbortController): Promise<Response> {
    const timer = setTimeout(() => ending.abort(), this.settings.timeoutMilliseconds);
    const resumed = after === null ? {} : { 'last-event-id': String(after) };
    try {
      return await this.fetch('/feed', ending, { headers: { accept: 'text/event-stream', ...resumed } });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends whatever is asked. */
  close(): void {
    for (const ending of this.running) ending.abort();
  }

  private fetch(path: string, ending: AbortController, request: RequestInit): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${this.settings.credential}`);
    // The credential goes to the desk alone, wherever it points.
    return fetch(this.settings.url + path, { ...request, headers, redirect: 'error', signal: ending.signal });
  }
}

async function textOf(response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > maxReplyBytes) {
      await reader.cancel();
      throw new RangeError('The reply does not end.');
    }
  }
}
