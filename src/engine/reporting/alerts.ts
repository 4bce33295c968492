import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AlertRow } from '../storage/alerts.ts';
import type { Stores } from '../storage/stores.ts';
import { alertBackoffMs } from '../work/retry.ts';
import type { Runtime } from '../work/runner.ts';
import { type Cause, incidentsOf, isOver, whereOf } from './incidents.ts';

/** What is told to people. It holds no personal data: ids of records, codes, sentences. */
export interface Alert {
  readonly kind: 'problem' | 'solved';
  readonly integration: string;
  readonly name: string;
  /** `connection books`, `orders from shop to books`; empty for the integration as a whole. */
  readonly where: string;
  readonly code: string;
  readonly message: string;
  readonly action: string;
  readonly count: number;
  readonly reasons: number;
  readonly key: string | null;
}

/** Somewhere that alerts go. */
export interface AlertChannel {
  /** What was told there is kept under it. */
  readonly name: 'webhook' | 'email';
  /** Throws when it could not be delivered. */
  send(alert: Alert): Promise<void>;
}

/** `message` tells the reason without the channel's address, which is a secret. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  constructor(
    message: string,
    readonly retryAfterMs = 0,
  ) {
    super(message);
  }
}

interface AlertParts {
  readonly id: string;
  readonly stores: Stores;
  readonly clock: Clock;
  /** Null when nobody wants to be told. */
  readonly channels: readonly AlertChannel[] | null;
  readonly log: Log;
}

interface Subject {
  readonly name: string;
  readonly running: Runtime;
}

interface Due {
  readonly row: AlertRow;
  readonly alert: Alert;
}

const stalled: Cause = {
  id: 'stalled',
  code: 'stalled',
  message: 'The integration had stopped working without a word.',
  action: 'It was started again; when it works, that is told too. Report it if it happens often.',
  count: 0,
  reasons: 1,
  key: null,
  patienceMs: 0,
};

/** To one channel in one go: the calls of an invocation are bounded, and are there for tasks. */
const mostAtOnce = 3;
/** Longer than one go can take: whoever is not back by then died. */
const deadAfterMs = 60_000;

/**
 * Tells every channel of every cause once, grouped, and once more when it is over. What was told is stored after the
 * channel took it, so a death in between repeats one message and never loses one. A channel that fails is tried again
 * at growing intervals, and holds up neither tasks nor the other channel.
 */
export class Alerts {
  readonly #parts: AlertParts;
  readonly #subject: () => Subject | null;
  #deadAt: number | null = null;
  #ranAt = Number.NEGATIVE_INFINITY;
  #closed = false;

  /** `subject` is asked before every message: it is about the integration as it is then. */
  constructor(parts: AlertParts, subject: () => Subject | null) {
    this.#parts = parts;
    this.#subject = subject;
  }

  /** The watchdog found it asleep though there was work. */
  noteStall(): void {
    const { stores, clock, channels } = this.#parts;
    for (const { name } of channels ?? []) stores.alerts.note(name, stalled.id, clock.now());
  }

  /** A run came to its end: a stall from before is over. */
  ran(): void {
    this.#ranAt = this.#parts.clock.now();
  }

  /** The integration is deleted: nothing is told or stored any more. */
  close(): void {
    this.#closed = true;
  }

  /** Sends what is due. Null when that is nothing; else settled when it is done, and never rejected. */
  tell(): Promise<void> | null {
    const { channels, clock } = this.#parts;
    if (channels === null || this.#deadAt !== null || this.#closed) return null;
    this.#note(channels);
    const due = channels.filter(({ name }) => this.#due(name) !== null);
    if (due.length === 0) return null;
    this.#deadAt = clock.now() + deadAfterMs;
    return Promise.allSettled(due.map((channel) => this.#tell(channel))).then(() => {
      this.#deadAt = null;
    });
  }

  async #tell(channel: AlertChannel): Promise<void> {
    const { stores, clock, log } = this.#parts;
    try {
      for (let sent = 0; sent < mostAtOnce && !this.#closed; sent++) {
        const due = this.#due(channel.name);
        if (due === null) return;
        const { row, alert } = due;
        await channel.send(alert);
        if (this.#closed) return;
        if (alert.kind === 'solved') stores.alerts.forget(channel.name, row.cause);
        else stores.alerts.told(channel.name, row.cause, alert, clock.now());
        if (stores.alerts.pauseOf(channel.name).failures > 0) stores.alerts.pause(channel.name, working);
        log.info('alert', { channel: channel.name, kind: alert.kind, code: alert.code, count: alert.count });
      }
    } catch (error) {
      this.#failed(channel.name, error);
    }
  }

  #failed(channel: string, error: unknown): void {
    if (this.#closed) return;
    const { stores, clock, log } = this.#parts;
    const failures = stores.alerts.pauseOf(channel).failures + 1;
    const [reason, retryAfterMs] =
      error instanceof Undelivered ? [error.message, error.retryAfterMs] : ['unreachable', 0];
    log.error('alert_failed', { channel, reason, failures }, error);
    const notBefore = clock.now() + Math.max(alertBackoffMs(failures, clock), retryAfterMs);
    stores.alerts.pause(channel, { failures, notBefore });
  }

  /** Writes down what is new, and forgets what was over before anybody was told. */
  #note(channels: readonly AlertChannel[]): void {
    const { stores, clock } = this.#parts;
    const causes = this.#causes();
    if (causes === null) return;
    for (const { name } of channels) {
      for (const { id } of causes) stores.alerts.note(name, id, clock.now());
      for (const row of stores.alerts.of(name)) {
        if (row.toldAt === null && this.#isOver(row, causes)) stores.alerts.forget(name, row.cause);
      }
    }
    stores.alerts.forgetOthers(channels.map(({ name }) => name));
  }

  #causes(): readonly Cause[] | null {
    const subject = this.#subject();
    return subject && incidentsOf(this.#parts.stores, subject.running);
  }

  /** A stall is told also when it ended meanwhile: it should not have been. */
  #causeOf({ cause, toldAt, since }: AlertRow, causes: readonly Cause[]): Cause | undefined {
    if (cause !== stalled.id) return causes.find(({ id }) => id === cause);
    return toldAt === null || this.#ranAt < since ? stalled : undefined;
  }

  #isOver(row: AlertRow, causes: readonly Cause[]): boolean {
    return this.#causeOf(row, causes) === undefined && isOver(row.cause, causes, this.#parts.stores);
  }

  /** The next message to this channel; null when there is none, or not yet. */
  #due(channel: string): Due | null {
    const { id: integration, stores, clock } = this.#parts;
    const now = clock.now();
    const causes = this.#causes();
    if (causes === null || stores.alerts.pauseOf(channel).notBefore > now) return null;
    const name = this.#subject()?.name ?? '';
    for (const row of stores.alerts.of(channel)) {
      const about = { integration, name, where: whereOf(row.cause) };
      const cause = this.#causeOf(row, causes);
      if (row.toldAt === null) {
        if (cause === undefined || now < row.since + cause.patienceMs) continue;
        const { patienceMs: _, id: __, ...shown } = cause;
        return { row, alert: { kind: 'problem', ...about, ...shown } };
      }
      if (this.#isOver(row, causes)) {
        const { code, message } = row;
        return { row, alert: { kind: 'solved', ...about, ...ended, code, message } };
      }
    }
    return null;
  }

  /** When somebody is to be told of something; null when of nothing. */
  nextAt(): number | null {
    const { channels } = this.#parts;
    if (channels === null || this.#closed) return null;
    if (this.#deadAt !== null) return this.#deadAt;
    const causes = this.#causes() ?? [];
    const moments = channels.flatMap(({ name }) => this.#nextAt(name, causes));
    return moments.length === 0 ? null : Math.min(...moments);
  }

  #nextAt(channel: string, causes: readonly Cause[]): number[] {
    const { stores, clock } = this.#parts;
    const rows = stores.alerts.of(channel);
    const moments = rows.flatMap((row) => {
      const cause = this.#causeOf(row, causes);
      if (row.toldAt === null) return cause ? [row.since + cause.patienceMs] : [];
      return this.#isOver(row, causes) ? [clock.now()] : [];
    });
    if (causes.some(({ id }) => !rows.some(({ cause }) => cause === id))) moments.push(clock.now());
    const { notBefore } = stores.alerts.pauseOf(channel);
    return moments.length === 0 ? [] : [Math.max(notBefore, Math.min(...moments))];
  }
}

const working = { failures: 0, notBefore: 0 };
const ended = { action: '', count: 0, reasons: 1, key: null } as const;
