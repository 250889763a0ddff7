/** One message of a stream of server-sent events. */
export interface StreamMessage {
  event: string;
  id: string;
  data: string;
}

/** The longest message; the desk's are some hundred characters. */
const maxCharacters = 65_536;

/** Puts a stream of texts together to messages. Throws when one does not end. */
export class EventLines {
  private rest = '';
  private event = '';
  private id = '';
  private data = '';

  /** The messages that a text completes, in order. */
  read(text: string): StreamMessage[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r/);
    this.rest = lines.pop() ?? '';
    const messages: StreamMessage[] = [];
    for (const line of lines) {
      if (line === '') {
        if (this.data !== '') messages.push({ event: this.event, id: this.id, data: this.data });
        this.event = this.data = this.id = '';
      } else this.readField(line);
    }
    if (this.rest.length + this.data.length > maxCharacters) throw new RangeError('A message does not end.');
    return messages;
  }

  private readField(line: string): void {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (line.startsWith('event:')) this.event = value;
    else if (line.startsWith('id:')) this.id = value;
    else if (line.startsWith('data:')) this.data += value;
  }
}
