// SPDX-License-Identifier: Apache-2.0

export interface LiveEvent {
  name: string;
  data: string;
}

/**
 * Parser of a text/event-stream, fed piece by piece. EventSource cannot send an Authorization
 * header, so the stream is read with fetch and parsed here. Event ids are ignored: every event of
 * the box is a full snapshot.
 */
export class EventParser {
  private rest = '';
  private name = '';
  private data: string[] = [];

  /** Returns the events completed by this piece. */
  feed(piece: string): LiveEvent[] {
    this.rest += piece;
    const lines = this.rest.split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    const events: LiveEvent[] = [];
    for (const line of lines) {
      const event = this.take(line);
      if (event) events.push(event);
    }
    return events;
  }

  private take(line: string): LiveEvent | undefined {
    if (line === '') return this.finish();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined; // a comment: the box is alive
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.name = value;
    if (field === 'data') this.data.push(value);
    return undefined;
  }

  private finish(): LiveEvent | undefined {
    const event = { name: this.name || 'message', data: this.data.join('\n') };
    const empty = this.data.length === 0;
    this.name = '';
    this.data = [];
    return empty ? undefined : event;
  }
}
