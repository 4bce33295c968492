import type { Clock } from '../engine/clock.ts';
import { hasTables } from '../engine/storage/migrations.ts';
import type { Sql } from '../engine/storage/sql.ts';
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

  constructor(parts: HouseParts) {
    this.#parts = parts;
    this.#tokens = new TokenStore(parts.sql);
    if (hasTables(parts.sql)) prepare(parts.sql);
  }

  tokens(): TokenView[] {
    return this.#isEmpty ? [] : this.#tokens.list();
  }

  /** `by`: who made it. Its secret is told this once. */
  makeToken(token: NewToken, by: Caller): TokenView & { readonly token: string } {
    prepare(this.#parts.sql);
    return this.#parts.sql.transaction(() => this.#tokens.make(token, by.name, this.#parts.clock.now()));
  }

  revokeToken(id: number): TokenView {
    prepare(this.#parts.sql);
    return this.#parts.sql.transaction(() => this.#tokens.revoke(id));
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
