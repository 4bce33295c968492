import type { Sql } from './sql.ts';

/** A channel that failed gets no message before `notBefore`. */
export interface Pause {
  readonly failures: number;
  readonly notBefore: number;
}

const none: Pause = { failures: 0, notBefore: 0 };

/** When each alert channel may be tried again. */
export class ChannelStore {
  /** Cached, because every wake-up reads it. Also keeps a pause that could not be stored. */
  readonly #pauses = new Map<string, Pause>();

  constructor(private readonly sql: Sql) {}

  pauseOf(channel: string): Pause {
    const known = this.#pauses.get(channel);
    if (known) return known;
    const row = this.sql.exec('SELECT failures, not_before FROM channels WHERE name = ?', channel)[0];
    const pause = row ? { failures: Number(row.failures), notBefore: Number(row.not_before) } : none;
    this.#pauses.set(channel, pause);
    return pause;
  }

  pause(channel: string, { failures, notBefore }: Pause): void {
    this.#pauses.set(channel, { failures, notBefore });
    this.sql.exec(
      'INSERT OR REPLACE INTO channels (name, failures, not_before) VALUES (?, ?, ?)',
      channel,
      failures,
      notBefore,
    );
  }

  /** Ends the pause of a channel that accepted a message. */
  works(channel: string): void {
    if (this.pauseOf(channel).failures > 0) this.pause(channel, none);
  }
}
