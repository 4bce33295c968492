import { defaultLanguage, type Language } from '../../texts/languages.ts';
import type { Stored } from '../../texts/tell.ts';
import { alertBackoffMs } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Incident } from '../storage/incidents.ts';
import type { Stores } from '../storage/stores.ts';
import { isSettled, noteStall, type Place, placeOf, tellsAt } from './incidents.ts';

/** What is told to people, before it is put into words. It holds no personal data: ids of records, codes, params. */
export interface Alert extends Stored {
  readonly kind: 'problem' | 'solved';
  readonly integration: string;
  readonly name: string;
  /** Of the people who are told. */
  readonly language: Language;
  readonly place: Place;
  readonly count: number;
  readonly reasons: number;
  readonly key: string | null;
}

/** Somewhere that alerts go. */
export interface AlertChannel {
  /** Names the channel in storage. */
  readonly name: 'webhook' | 'email' | 'house';
  /** Throws when the alert could not be delivered. */
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

/** What the integration is called now, and the language of its alerts. */
type Addressed = Pick<Alert, 'name' | 'language'>;

interface AlertParts {
  readonly id: string;
  readonly stores: Stores;
  readonly clock: Clock;
  /** Null when no channel is configured. */
  readonly channels: readonly AlertChannel[] | null;
  readonly log: Log;
}

/** Messages per channel and invocation: its calls are limited, and most are for tasks (run-budget.ts). */
const maxAtOnce = 3;
/** Longer than sending can take. If it has not ended by then, the object died, or the channel hangs. */
const deadAfterMs = 60_000;

/**
 * Tells every channel of every incident once, and once more when it is over. What was told is stored after the channel
 * took it, so a death in between repeats one message and never loses one. A channel that fails is tried again at growing
 * intervals, and holds up neither tasks nor the other channel.
 */
export class Alerts {
  readonly #parts: AlertParts;
  readonly #told: () => Addressed | null;
  #deadAt: number | null = null;
  /** Counts how often messages were given up; those of before are not heard any more. */
  #round = 0;
  /** Channels that a message is on its way to. */
  readonly #telling = new Set<string>();
  #closed = false;

  /** `told` is called before every message and returns null before the integration has a name. */
  constructor(parts: AlertParts, told: () => Addressed | null) {
    this.#parts = parts;
    this.#told = told;
  }

  get channels(): readonly string[] {
    return this.#parts.channels?.map(({ name }) => name) ?? [];
  }

  /** The watchdog found the integration asleep though there was work. */
  noteStall(): void {
    if (this.channels.length > 0) noteStall(this.#parts.stores, this.#parts.clock);
  }

  /** The integration is deleted: nothing is told or stored any more. */
  close(): void {
    this.#closed = true;
  }

  /** Sends what is due. Returns null when there is nothing to send; the promise never rejects. */
  tell(): Promise<void> | null {
    const { channels, clock } = this.#parts;
    if (channels === null || this.#closed) return null;
    if (this.#deadAt !== null && clock.now() < this.#deadAt) return null;
    if (this.#deadAt !== null) this.#giveUp();
    const due = channels.filter(({ name }) => this.#due(name) !== null);
    if (due.length === 0) return null;
    this.#deadAt = clock.now() + deadAfterMs;
    const round = this.#round;
    for (const { name } of due) this.#telling.add(name);
    return Promise.allSettled(due.map((channel) => this.#tell(channel, round))).then(() => {
      if (round === this.#round) this.#deadAt = null;
    });
  }

  async #tell(channel: AlertChannel, round: number): Promise<void> {
    const { stores, log } = this.#parts;
    try {
      for (let sent = 0; sent < maxAtOnce && !this.#closed; sent++) {
        const due = this.#due(channel.name);
        if (due === null) return;
        const alert = this.#alertOf(due, channel.name);
        await channel.send(alert);
        if (this.#closed || round !== this.#round) return;
        this.#took(channel.name, due, alert);
        stores.channels.works(channel.name);
        log.info('alert', { channel: channel.name, kind: alert.kind, code: alert.code, count: alert.count });
      }
    } catch (error) {
      if (round === this.#round) this.#failed(channel.name, error);
    } finally {
      if (round === this.#round) this.#telling.delete(channel.name);
    }
  }

  /** A channel that never answers is one that fails. What it may still say of that message is not heard. */
  #giveUp(): void {
    this.#round++;
    const hanging = [...this.#telling];
    this.#telling.clear();
    this.#deadAt = null;
    for (const channel of hanging) this.#failed(channel, new Undelivered('no answer'));
  }

  /** Stores what this channel was told. The incident may have changed in the meantime, or be over and forgotten. */
  #took(channel: string, due: Incident, { kind, code, params, told }: Alert): void {
    const { incidents } = this.#parts.stores;
    const incident = incidents.get(due.id) ?? ({ ...due, state: 'over', told: {} } as const);
    const { [channel]: _, ...others } = incident.told;
    const sentences = told === undefined ? {} : { told };
    const heard = kind === 'problem' ? { code, params, ...sentences } : ('end' as const);
    // If the problem came back while its end was being told, it is told again.
    const isAgain = heard === 'end' && incident.state !== 'over';
    const next: Incident = { ...incident, told: isAgain ? others : { ...others, [channel]: heard } };
    if (isSettled(next, this.channels)) incidents.forget(due.id);
    else incidents.put(next);
  }

  #failed(channel: string, error: unknown): void {
    if (this.#closed) return;
    const { stores, clock, log } = this.#parts;
    const failures = stores.channels.pauseOf(channel).failures + 1;
    const [reason, retryAfterMs] =
      error instanceof Undelivered ? [error.message, error.retryAfterMs] : ['unreachable', 0];
    log.error('alert_failed', { channel, reason, failures }, error);
    const notBefore = clock.now() + Math.max(alertBackoffMs(failures, clock), retryAfterMs);
    stores.channels.pause(channel, { failures, notBefore });
  }

  /** Returns the next incident to tell this channel about, or null when none is due. */
  #due(channel: string): Incident | null {
    const { stores, clock } = this.#parts;
    if (this.#told() === null) return null;
    const now = clock.now();
    if (stores.channels.pauseOf(channel).notBefore > now) return null;
    const at = (incident: Incident) => tellsAt(incident, channel) ?? Number.POSITIVE_INFINITY;
    return stores.incidents.all().find((incident) => at(incident) <= now) ?? null;
  }

  #alertOf(incident: Incident, channel: string): Alert {
    const { problem, count, key, reasons } = incident;
    const about = {
      integration: this.#parts.id,
      ...(this.#told() ?? { name: '', language: defaultLanguage }),
      place: placeOf(incident, this.#parts.stores.accounts.names()),
    };
    const told = incident.told[channel];
    return told === undefined || told === 'end'
      ? { kind: 'problem', ...about, ...problem, count, key, reasons }
      : { kind: 'solved', ...about, ...told, count: 0, key: null, reasons: 1 };
  }

  /** Returns when the next message is due, or null when there is none. */
  nextAt(): number | null {
    const { channels, stores, clock } = this.#parts;
    if (channels === null || this.#closed) return null;
    if (this.#deadAt !== null) return this.#deadAt;
    const incidents = stores.incidents.all();
    const times = channels.flatMap(({ name }) => {
      const { notBefore } = stores.channels.pauseOf(name);
      const at = incidents.map((incident) => tellsAt(incident, name)).filter((time) => time !== null);
      return at.map((time) => Math.max(time, notBefore, clock.now()));
    });
    return times.length === 0 ? null : Math.min(...times);
  }
}
