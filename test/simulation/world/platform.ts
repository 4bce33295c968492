import { AlarmClock } from '../../../durable-objects/alarm-clock.ts';
import type { Hook } from '../../../src/connectors/contract/connector.ts';
import type { BatchQueue } from '../../../src/engine/bulk/dispatcher.ts';
import { noIdCache } from '../../../src/engine/connection/id-cache.ts';
import { Integration } from '../../../src/engine/integration.ts';
import type { Log } from '../../../src/engine/log.ts';
import type { Siblings } from '../../../src/engine/siblings.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import type { Breakage } from '../breakages/breakage.ts';
import type { Trace } from '../trace.ts';
import { Life } from './life.ts';
import type { Network } from './network.ts';
import type { Storage } from './storage.ts';
import type { Vault } from './vault.ts';

interface PlatformParts {
  /** The integration's id. */
  readonly id: string;
  readonly clock: VirtualClock;
  readonly storage: Storage;
  readonly vault: Vault;
  readonly network: Network;
  readonly trace: Trace;
  readonly log: Log;
  readonly isDeadly: () => boolean;
  /** Takes batches in; what it is given is lost when left out. */
  readonly queue?: BatchQueue;
  /** The other integrations of the deployment; none when left out. */
  readonly siblings?: Siblings;
  /** Whether an alarm that should be repeated is lost instead. */
  readonly losesAlarm: () => boolean;
  /** A part of the engine may be a broken one. */
  readonly breakage: Breakage;
}

interface Opened {
  readonly life: Life;
  readonly integration: Integration;
  readonly alarm: AlarmClock;
}

/** Where the deployment is reached. */
export const publicUrl = 'https://koppel.example.com';

/** Cloudflare ends an alarm that takes longer. */
const longestAlarmMs = 15 * 60_000;
const repeatAlarmMs = 2_000;

/**
 * Gives the engine its life as `durable-objects/integration.ts` and Cloudflare do: opens it when something comes, keeps its
 * alarm, and takes it away at any moment.
 */
export class Platform {
  /** How many lives there were, and how many runs. */
  lives = 0;
  runs = 0;
  readonly #parts: PlatformParts;
  #current: Promise<Opened> | null = null;
  #life: Life | null = null;
  #alarmAt: number | null = null;
  #cancelAlarm: () => void = () => undefined;

  constructor(parts: PlatformParts) {
    this.#parts = parts;
  }

  /** A webhook of a connection. Rejects when the object dies over it: the sender then has no answer. */
  async accept(connection: string, hook: Hook): Promise<number> {
    return this.#call(async ({ integration, alarm }) => {
      const outcome = await integration.accept(connection, hook);
      if (outcome.kind === 'stored') await alarm.arm(integration.nextWakeAt());
      return {
        stored: 200,
        seen: 200,
        unready: 503,
        unknown: 404,
        unsigned: 401,
        unreadable: 400,
        outdated: 400,
      }[outcome.kind];
    });
  }

  /** Whatever a person does over the API. */
  async person<T>(what: (integration: Integration) => T | Promise<T>): Promise<T> {
    return this.#call(async ({ integration, alarm }) => {
      const answer = await what(integration);
      await alarm.arm(integration.nextWakeAt());
      return answer;
    });
  }

  /** What another integration asks, or whoever works on a batch. */
  async ask<T>(what: (integration: Integration) => T | Promise<T>): Promise<T> {
    return this.#call(async ({ integration }) => what(integration));
  }

  /** The cron. */
  async wake(): Promise<void> {
    await this.#call(async ({ integration, alarm }) => {
      if (!(await alarm.watch(integration.nextWakeAt()))) return;
      this.#parts.trace(() => 'the watchdog found it asleep');
      integration.noteStall();
      await alarm.arm(integration.nextWakeAt());
    }).catch(() => undefined);
  }

  /** It is taken away, busy or not. */
  kill(): void {
    this.#life?.die();
  }

  async #call<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
    const opened = await this.#open();
    const died = opened.life.ended.then(() => {
      throw new Error('the object died');
    });
    const answer = await Promise.race([work(opened), died]);
    // An answer leaves when everything written before it is durable.
    this.#parts.storage.flush();
    return answer;
  }

  async #open(): Promise<Opened> {
    this.#current ??= this.#begin();
    return this.#current;
  }

  async #begin(): Promise<Opened> {
    const { id, clock, storage, vault, network, isDeadly, breakage, trace, log, siblings } = this.#parts;
    const life = new Life(++this.lives, clock, storage, isDeadly);
    trace(() => `life ${life.number} begins`);
    this.#life = life;
    const died = life.ended.then(() => {
      trace(() => `life ${life.number} ends`);
      if (this.#life === life) {
        this.#life = null;
        this.#current = null;
      }
      throw new Error('the object died');
    });
    const integration = await Promise.race([
      Integration.open({
        id,
        sql: breakage.sql?.(storage.sql(() => life.isDead)) ?? storage.sql(() => life.isDead),
        fetch: breakage.fetch?.(network.fetchOf(life)) ?? network.fetchOf(life),
        seal: vault.seal(() => life.turn()),
        clock: life.clock,
        baseUrls: {},
        publicUrl,
        log,
        idCache: noIdCache,
        batches: { send: (ids) => this.#send(life, ids) },
        alerts: null,
        ...(siblings === undefined ? {} : { siblings: heardBy(life, siblings) }),
      }),
      died,
    ]);
    const alarm = new AlarmClock(this.#alarmStorage());
    await alarm.read();
    return { life, integration, alarm };
  }

  /** What the queue is given leaves the object, as a call does. */
  async #send(life: Life, ids: readonly number[]): Promise<void> {
    await life.turn();
    life.flush();
    await life.wait(this.#parts.queue?.send(ids) ?? Promise.resolve());
    await life.turn();
  }

  #alarmStorage(): DurableObjectStorage {
    return {
      getAlarm: async () => this.#alarmAt,
      setAlarm: async (at: number) => this.#setAlarm(at),
    } as unknown as DurableObjectStorage;
  }

  #setAlarm(at: number): void {
    const { clock } = this.#parts;
    this.#cancelAlarm();
    this.#alarmAt = at;
    this.#cancelAlarm = clock.timer(at - clock.now(), () => {
      this.#alarmAt = null;
      void this.#goOff();
    });
  }

  /** An alarm whose object died over it goes off again, as a rule. */
  async #goOff(): Promise<void> {
    const { clock, losesAlarm, trace } = this.#parts;
    try {
      await this.#call((opened) => this.#alarm(opened));
    } catch {
      if (losesAlarm()) trace(() => 'the alarm is lost');
      else if (this.#alarmAt === null) this.#setAlarm(clock.now() + repeatAlarmMs);
    }
  }

  async #alarm({ integration, alarm, life }: Opened): Promise<void> {
    this.runs++;
    let worked = false;
    alarm.started();
    const end = this.#parts.clock.timer(longestAlarmMs, () => life.die());
    try {
      worked = await integration.run({ calls: 45, ms: 60_000 });
    } catch (error) {
      this.#parts.log.error('run_failed', {}, error);
    } finally {
      end();
      await alarm.ended(integration.nextWakeAt(), worked);
    }
  }
}

/** A dead object hears no answer. */
function heardBy(life: Life, siblings: Siblings): Siblings {
  return {
    ownWork: (...asked) => life.wait(siblings.ownWork(...asked)),
    customer: (...asked) => life.wait(siblings.customer(...asked)),
    keeps: (...asked) => life.wait(siblings.keeps(...asked)),
  };
}
