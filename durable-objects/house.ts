import { DurableObject } from 'cloudflare:workers';
import { systemClock } from '../src/engine/clock.ts';
import type { Env } from '../src/env.ts';
import { House } from '../src/house/house.ts';
import type { Caller } from '../src/house/roles.ts';
import type { NewToken } from '../src/house/tokens.ts';
import { answer } from './answer.ts';
import { sqliteOf } from './sqlite.ts';

/**
 * The one object of the deployment as a whole. It is native, with SQLite, and not the directory: what it keeps nobody can send
 * again. Every method may be called over RPC; errors come back as data.
 */
export class HouseObject extends DurableObject<Env> {
  readonly #house: House;

  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    this.#house = new House({ sql: sqliteOf(context.storage), clock: systemClock });
  }

  async tokens() {
    return answer(() => this.#house.tokens());
  }

  async makeToken(token: NewToken, by: Caller) {
    return answer(() => this.#house.makeToken(token, by));
  }

  async revokeToken(id: number) {
    return answer(() => this.#house.revokeToken(id));
  }

  async admit(text: string) {
    return answer(() => this.#house.admit(text));
  }

  async standing(token: number) {
    return answer(() => this.#house.standing(token));
  }
}
