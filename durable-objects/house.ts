import { DurableObject } from 'cloudflare:workers';
import { systemClock } from '../src/engine/clock.ts';
import type { By, Deed, NewDeed, TrailFilter } from '../src/engine/storage/trail.ts';
import type { Env } from '../src/env.ts';
import { House } from '../src/house/house.ts';
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

  async makeToken(token: NewToken, by: By) {
    return answer(() => this.#house.makeToken(token, by));
  }

  async revokeToken(id: number, by: By) {
    return answer(() => this.#house.revokeToken(id, by));
  }

  async admit(text: string) {
    return answer(() => this.#house.admit(text));
  }

  async note(integration: string, by: By, deed: NewDeed) {
    return answer(() => this.#house.note(integration, by, deed));
  }

  async keepTrail(integration: string, deeds: readonly Deed[]) {
    return answer(() => this.#house.keepTrail(integration, deeds));
  }

  async trail(filter: TrailFilter, limit: number) {
    return answer(() => this.#house.trail(filter, limit));
  }

  async standing(token: number) {
    return answer(() => this.#house.standing(token));
  }
}
