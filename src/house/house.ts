import type { Clock } from '../engine/clock.ts';
import { hasTables } from '../engine/storage/migrations.ts';
import type { Sql } from '../engine/storage/sql.ts';
import type { By, Deed, NewDeed, TrailFilter } from '../engine/storage/trail.ts';
import { type HouseDeed, HouseTrail } from './house-trail.ts';
import type { Caller } from './roles.ts';
import { prepare } from './tables.ts';
import { type NewToken, TokenStore, type TokenView } from './tokens.ts';

export interface HouseParts {
  readonly sql: Sql;
  readonly clock: Clock;
}

/**
 * What belongs to the deployment as a whole, and to no integration. Plain TypeScript: its storage and its clock are handed in.
 * Webhooks and whoever has ADMIN_TOKEN never ask it.
 */
export class House {
  readonly #parts: HouseParts;
  readonly #tokens: TokenStore;
  readonly #trail: HouseTrail;

  constructor(parts: HouseParts) {
    this.#parts = parts;
    this.#tokens = new TokenStore(parts.sql);
    this.#trail = new HouseTrail(parts.sql);
    if (hasTables(parts.sql)) prepare(parts.sql);
  }

  tokens(): TokenView[] {
    return this.#isEmpty ? [] : this.#tokens.list();
  }

  /** `by`: who made it. Its secret is told this once. */
  makeToken(token: NewToken, by: By): TokenView & { readonly token: string } {
    return this.#noted(by, (now) => {
      const made = this.#tokens.make(token, by.who, now);
      const { name, role, integrations } = token;
      return [made, { code: 'token_made', params: { name, role, integrations } }];
    });
  }

  revokeToken(id: number, by: By): TokenView {
    return this.#noted(by, () => {
      const gone = this.#tokens.revoke(id);
      return [gone, { code: 'token_revoked', params: { name: gone.name } }];
    });
  }

  /** What somebody does to an integration that will not be there to keep it. */
  note(integration: string, by: By, deed: NewDeed): void {
    prepare(this.#parts.sql);
    this.#trail.add(this.#parts.clock.now(), integration, by, deed);
  }

  /** What had been done to an integration that is about to be deleted. */
  keepTrail(integration: string, deeds: readonly Deed[]): void {
    prepare(this.#parts.sql);
    this.#parts.sql.transaction(() => this.#trail.inherit(integration, deeds));
  }

  /** Newest first. */
  trail(filter: TrailFilter, limit: number): HouseDeed[] {
    return this.#isEmpty ? [] : this.#trail.list(filter, limit, this.#parts.clock.now());
  }

  /** Makes a change, and keeps who made it, in one transaction. */
  #noted<Value>(by: By, change: (now: number) => readonly [Value, NewDeed]): Value {
    const { sql, clock } = this.#parts;
    prepare(sql);
    return sql.transaction(() => {
      const now = clock.now();
      const [value, deed] = change(now);
      this.#trail.add(now, null, by, deed);
      return value;
    });
  }

  /** Whose token this is; null for none that is good now. */
  async admit(text: string): Promise<Caller | null> {
    return this.#isEmpty ? null : this.#tokens.admit(text, this.#parts.clock.now());
  }

  /** What the session of a token may do now; null when it is over. */
  standing(token: number): Caller | null {
    return this.#isEmpty ? null : this.#tokens.standing(token, this.#parts.clock.now());
  }

  /** Nothing is stored for whoever only asks. */
  get #isEmpty(): boolean {
    return !hasTables(this.#parts.sql);
  }
}
