import { DurableObject } from 'cloudflare:workers';
import { publicUrlOf } from '../src/alerts/channels.ts';
import { systemClock } from '../src/engine/clock.ts';
import { consoleLog } from '../src/engine/log.ts';
import { Seal } from '../src/engine/privacy/sealing.ts';
import type { Alert } from '../src/engine/reporting/alerts.ts';
import type { DayFigures } from '../src/engine/reporting/day-figures.ts';
import type { By, Deed, TrailFilter } from '../src/engine/storage/trail.ts';
import { runCalls } from '../src/engine/work/run-budget.ts';
import type { Env } from '../src/env.ts';
import type { NewChannel } from '../src/house/channels.ts';
import { House, type HouseParts } from '../src/house/house.ts';
import type { NewToken } from '../src/house/tokens.ts';
import { AlarmClock } from './alarm-clock.ts';
import { answer, unwrap } from './answer.ts';
import { directory } from './directory-client.ts';
import { integration } from './integration-client.ts';
import { sqliteOf } from './sqlite.ts';

/** Before it is tried again where sending failed as a whole. */
const failedPauseMs = 60_000;

/**
 * The one object of the deployment as a whole. It is native, with SQLite, and not the directory: what it keeps nobody can send
 * again. Every method may be called over RPC; errors come back as data.
 */
export class HouseObject extends DurableObject<Env> {
  readonly #house: House;
  readonly #alarm: AlarmClock;

  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    this.#house = new House({ sql: sqliteOf(context.storage), clock: systemClock, out: this.#out() });
    this.#alarm = new AlarmClock(context.storage);
    context.blockConcurrencyWhile(() => this.#alarm.read());
  }

  #out(): HouseParts['out'] {
    return {
      log: consoleLog('house'),
      fetch: (input, init) => fetch(input, init),
      seal: () => Seal.fromKeys(this.env.ENCRYPTION_KEY, this.env.ENCRYPTION_KEY_PREVIOUS),
      mail: mailOf(this.env),
      publicUrl: publicUrlOf(this.env.PUBLIC_URL),
      links: () => directory(this.env).list(),
      figures: async (id, since, until) =>
        unwrap<DayFigures>(await integration(this.env, id).dayFigures(since, until)),
    };
  }

  /** Sends what is due. Whatever happens, there is a next alarm while there is something to send. */
  override async alarm(): Promise<void> {
    this.#alarm.started();
    let next: number | null;
    try {
      await this.#house.deliver(runCalls(this.env.RUN_CALLS));
      next = this.#house.nextAt();
    } catch (error) {
      consoleLog('house').error('deliver_failed', {}, error);
      next = Date.now() + failedPauseMs;
    }
    await this.#alarm.ended(next, true);
  }

  async tokens() {
    return answer(() => this.#house.tokens());
  }

  async makeToken(token: NewToken, by: By) {
    return answer(() => this.#house.makeToken(token, by));
  }

  async revokeToken(id: number, by: By) {
    return answer(() => this.#house.revokeToken(id, by));
  }

  async admit(text: string) {
    return answer(() => this.#house.admit(text));
  }

  async standing(token: number) {
    return answer(() => this.#house.standing(token));
  }

  async deleted(integration: string, by: By) {
    return answer(() => this.#house.deleted(integration, by));
  }

  async keepTrail(integration: string, deeds: readonly Deed[]) {
    return answer(() => this.#house.keepTrail(integration, deeds));
  }

  async trail(filter: TrailFilter, limit: number) {
    return answer(() => this.#house.trail(filter, limit));
  }

  async channels() {
    return answer(() => this.#house.channels());
  }

  async addChannel(channel: NewChannel, by: By) {
    return this.#arming(() => this.#house.addChannel(channel, by));
  }

  async removeChannel(id: number, by: By) {
    return answer(() => this.#house.removeChannel(id, by));
  }

  async testChannel(id: number) {
    return answer(() => this.#house.testChannel(id));
  }

  async tellings() {
    return answer(() => this.#house.tellings());
  }

  /** An integration tells something: it is stored when this returns, and sent by the alarm. */
  async tell(alert: Alert) {
    return this.#arming(() => this.#house.tell(alert));
  }

  #arming<Value>(work: () => Value | Promise<Value>) {
    return answer(async () => {
      const value = await work();
      await this.#alarm.arm(this.#house.nextAt());
      return value;
    });
  }
}

function mailOf({ ALERTS, ALERT_SENDER }: Env): HouseParts['out']['mail'] {
  if (!ALERTS || !ALERT_SENDER) return null;
  return { from: ALERT_SENDER, send: (mail) => ALERTS.send(mail) };
}
