import type { Sql } from './sql.ts';

/** A channel that fails is left alone until `notBefore`. */
export interface Pause {
  readonly failures: number;
  readonly notBefore: number;
}

const none: Pause = { failures: 0, notBefore: 0 };

/** When a channel that alerts go to may be tried again. */
export class ChannelStore {
  /** Asked for at every wake-up. It counts from when it is set, also where storing it fails. */
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

  /** It took a message: nothing holds it back. */
  works(channel: string): void {
    if (this.pauseOf(channel).failures > 0) this.pause(channel, none);
  }
}
