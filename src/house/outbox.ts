import type { Alert } from '../engine/reporting/alerts.ts';
import type { Row, Sql } from '../engine/storage/sql.ts';

/** What a channel is to be told. Ids, codes and counts only: nobody's data. */
export type Message =
  | { readonly kind: 'alert'; readonly alert: Alert }
  /** Of the day that ends at `until`; its figures are read when it is sent. Epoch milliseconds. */
  | { readonly kind: 'summary'; readonly day: string; readonly since: number; readonly until: number }
  | { readonly kind: 'test' };

export interface Due {
  readonly id: number;
  readonly channel: number;
  readonly message: Message;
  readonly createdAt: number;
}

/** One try to tell a channel something. */
export interface Telling {
  /** ISO 8601. */
  readonly at: string;
  readonly channel: string;
  readonly kind: Message['kind'];
  /** The link that it was about; null for none, or several. */
  readonly integration: string | null;
  /** Of an alert its code, of a summary its day. */
  readonly about: string;
  /** Of an alert whether it told that a problem is over. */
  readonly isEnd: boolean;
  readonly taken: boolean;
  /** `answered 200`, `timed out`. */
  readonly answer: string;
}

const tellingsKept = 50;

/** What is to be told, stored before it is; and what was. */
export class Outbox {
  /** What is under way. An object that dies forgets it: then nobody knows, and it is sent again. */
  readonly #sending = new Set<number>();

  constructor(private readonly sql: Sql) {}

  /**
   * Takes an alert for a channel. Whoever was not told of a problem yet is not told of its end either; one that comes twice is told
   * once. What is being sent at this moment counts as told.
   */
  add(channel: number, message: Message, now: number): void {
    const cause = message.kind === 'alert' ? causeOf(message.alert) : null;
    const waiting = cause === null ? undefined : this.#waiting(channel, cause);
    if (waiting !== undefined) {
      this.sql.exec('DELETE FROM outbox WHERE id = ?', waiting.id);
      if (message.kind === 'alert' && message.alert.kind === 'solved') return;
    }
    this.sql.exec(
      'INSERT INTO outbox (channel, cause, message, created_at) VALUES (?, ?, ?, ?)',
      ...[channel, cause, JSON.stringify(message), now],
    );
  }

  #waiting(channel: number, cause: string): Due | undefined {
    return this.sql
      .exec('SELECT * FROM outbox WHERE channel = ? AND cause = ? ORDER BY id DESC LIMIT 1', channel, cause)
      .map(dueOf)
      .find(
        ({ id, message }) =>
          !this.#sending.has(id) && message.kind === 'alert' && message.alert.kind === 'problem',
      );
  }

  /** Oldest first. */
  of(channel: number, limit: number): Due[] {
    return this.sql
      .exec('SELECT * FROM outbox WHERE channel = ? ORDER BY id LIMIT ?', channel, limit)
      .map(dueOf);
  }

  channels(): number[] {
    return this.sql.exec('SELECT DISTINCT channel FROM outbox').map(({ channel }) => Number(channel));
  }

  /** It is on its way from now on, until it is done or put back. */
  sending(id: number): void {
    this.#sending.add(id);
  }

  putBack(id: number): void {
    this.#sending.delete(id);
  }

  done(id: number): void {
    this.#sending.delete(id);
    this.sql.exec('DELETE FROM outbox WHERE id = ?', id);
  }

  note(now: number, channel: string, message: Message, taken: boolean, answer: string): void {
    const { integration, about, isEnd } = subjectOf(message);
    this.sql.exec(
      'INSERT INTO tellings (at, channel, kind, integration, about, is_end, taken, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ...[now, channel, message.kind, integration, about, isEnd ? 1 : 0, taken ? 1 : 0, answer],
    );
    this.sql.exec('DELETE FROM tellings WHERE id <= (SELECT max(id) FROM tellings) - ?', tellingsKept);
  }

  /** Newest first. */
  tellings(): Telling[] {
    return this.sql.exec('SELECT * FROM tellings ORDER BY id DESC').map((row) => ({
      at: new Date(Number(row.at)).toISOString(),
      channel: String(row.channel),
      kind: row.kind as Message['kind'],
      integration: row.integration === null ? null : String(row.integration),
      about: String(row.about),
      isEnd: row.is_end === 1,
      taken: row.taken === 1,
      answer: String(row.answer),
    }));
  }
}

/** By which the end of a problem is known for its. */
function causeOf({ integration, place, code }: Alert): string {
  return JSON.stringify([integration, place, code]);
}

function subjectOf(message: Message): Pick<Telling, 'integration' | 'about' | 'isEnd'> {
  switch (message.kind) {
    case 'alert':
      return {
        integration: message.alert.integration,
        about: message.alert.code,
        isEnd: message.alert.kind === 'solved',
      };
    case 'summary':
      return { integration: null, about: message.day, isEnd: false };
    case 'test':
      return { integration: null, about: '', isEnd: false };
  }
}

function dueOf(row: Row): Due {
  return {
    id: Number(row.id),
    channel: Number(row.channel),
    message: JSON.parse(String(row.message)) as Message,
    createdAt: Number(row.created_at),
  };
}
