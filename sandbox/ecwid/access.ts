import { FixedWindow } from '../rate-limits.ts';
import type { World } from '../stand-in.ts';
import { Refusal } from './refusal.ts';
import { type EcwidSettings, neighbourStoreId, secretToken, storeId } from './settings.ts';

export interface AccessSnapshot {
  token: string;
  refusedTokens: number;
}

/** Who may call: the store, its plan, the token, the rate, the scopes, in this order. */
export class Access {
  token = secretToken;
  /** Calls with a token that is none: going on with them gets a real caller blocked (sheet 1.2). */
  refusedTokens = 0;
  #limit = new FixedWindow(600, 60_000);
  readonly #world: World;
  readonly #settings: () => EcwidSettings;

  constructor(world: World, settings: () => EcwidSettings) {
    this.#world = world;
    this.#settings = settings;
  }

  /** Throws a `Refusal`. A token in the query is refused: switched off in March 2025 (sheet 1.2). */
  admit(request: Request, store: string): void {
    const { planAllowsApi, suspended, limits } = this.#settings();
    if (store !== storeId && store !== neighbourStoreId) {
      throw new Refusal(404, 'STORE_NOT_FOUND', `Store ${store} not found`);
    }
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
    if (bearer !== this.token || store !== storeId) {
      this.refusedTokens += 1;
      throw new Refusal(403, 'INVALID_API_TOKEN', 'The API token is invalid');
    }
    if (suspended) throw new Refusal(402, 'STORE_IS_SUSPENDED', 'The store is suspended');
    if (!planAllowsApi) {
      throw new Refusal(402, 'NOT_AVAILABLE_ON_CURRENT_PLAN', 'The API is not available on the current plan');
    }
    const waitMs = limits ? this.#limit.check(bearer, this.#world.now()) : null;
    if (waitMs === null) return;
    const headers = { 'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1000))) };
    throw new Refusal(429, 'RATE_LIMITED', 'Too many requests', headers);
  }

  requireScopes(needed: readonly string[]): void {
    const missing = needed.find((scope) => !this.#settings().scopes.includes(scope));
    if (missing !== undefined) {
      throw new Refusal(403, 'INSUFFICIENT_APP_SCOPE', `The scope ${missing} is missing`);
    }
  }

  reset(): void {
    this.token = secretToken;
    this.refusedTokens = 0;
    this.#limit = new FixedWindow(600, 60_000);
  }

  snapshot(): AccessSnapshot {
    return { token: this.token, refusedTokens: this.refusedTokens };
  }

  restore({ token, refusedTokens }: AccessSnapshot): void {
    this.token = token;
    this.refusedTokens = refusedTokens;
  }
}
