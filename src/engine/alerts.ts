import { type Cause, causesOf, isOver } from './causes.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Running } from './runner.ts';
import type { Stores } from './store/stores.ts';

/** What is told to people. It holds no personal data: ids of records, codes, sentences. */
export interface Alert {
  readonly kind: 'problem' | 'solved';
  readonly integration: string;
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly action: string;
  readonly count: number;
  readonly key: string | null;
}

/** Where alerts go. Throws when one could not be delivered. */
export interface AlertChannel {
  send(alert: Alert): Promise<void>;
}

interface AlertParts {
  readonly id: string;
  readonly stores: Stores;
  readonly clock: Clock;
  /** Null when nobody wants to be told. */
  readonly channel: AlertChannel | null;
  readonly log: Log;
}

const stalled: Cause = {
  id: 'stalled',
  code: 'stalled',
  message: 'The integration had stopped working without a word.',
  action: 'Nothing to do: it was started again. Report it if it happens often.',
  count: 0,
  key: null,
  patienceMs: 0,
};

const againAfterMs = 5 * 60_000;

/** Tells every cause once, grouped, and once more when it is over. An alert that cannot be delivered is tried again. */
export class Alerts {
  readonly #parts: AlertParts;
  #notBefore = 0;

  constructor(parts: AlertParts) {
    this.#parts = parts;
  }

  /** The watchdog found it asleep though there was work. */
  noteStall(): void {
    const { stores, clock, channel } = this.#parts;
    if (channel) stores.alerts.note(stalled.id, clock.now());
  }

  async tell(name: string, running: Running): Promise<void> {
    const { stores, clock, channel, log, id } = this.#parts;
    if (!channel || clock.now() < this.#notBefore) return;
    const causes = causesOf(stores, running);
    for (const cause of causes) stores.alerts.note(cause.id, clock.now());
    try {
      for (const row of stores.alerts.all()) {
        const cause = [...causes, stalled].find((each) => each.id === row.cause);
        if (row.toldAt === null && cause) {
          if (clock.now() < row.since + cause.patienceMs) continue;
          const { patienceMs: _, id: __, ...shown } = cause;
          await channel.send({ kind: 'problem', integration: id, name, ...shown });
          stores.alerts.told(row.cause, cause.message, clock.now());
        } else if (isOver(row.cause, causes, stores)) {
          // What was never told needs no end, and a stall has none.
          if (row.toldAt !== null && row.cause !== stalled.id) {
            const code = row.cause.split(':').at(-1) ?? row.cause;
            await channel.send({ ...ended, integration: id, name, code, message: row.message });
          }
          stores.alerts.forget(row.cause);
        }
      }
    } catch (error) {
      this.#notBefore = clock.now() + againAfterMs;
      log.error('alert_failed', {}, error);
    }
  }

  /** When somebody is to be told of something; null when of nothing. */
  nextAt(running: Running): number | null {
    const { stores, channel, clock } = this.#parts;
    if (!channel) return null;
    const causes = causesOf(stores, running);
    const rows = stores.alerts.all();
    const moments = causes.flatMap(({ id, patienceMs }) => {
      const row = rows.find(({ cause }) => cause === id);
      return row?.toldAt ? [] : [(row?.since ?? clock.now()) + patienceMs];
    });
    if (rows.some(({ cause }) => cause === stalled.id || isOver(cause, causes, stores)))
      moments.push(clock.now());
    return moments.length === 0 ? null : Math.max(this.#notBefore, Math.min(...moments));
  }
}

const ended = { kind: 'solved', action: '', count: 0, key: null } as const;
