import { shownBy } from '../kit/access/credentials.ts';
import { FixedWindow, retryAfter } from '../kit/access/rate-limits.ts';
import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import { refusal } from './refusal.ts';
import { type EcwidSettings, neighbourStoreId, secretToken, storeId } from './settings.ts';

/** Who may call: the store, its plan, the token, the rate, the scopes, in this order. */
export class Access extends Store {
  readonly token = this.cell('token', secretToken);
  /** Calls with a wrong token: a real caller that goes on with them gets blocked (sheet 1.2). */
  readonly refusedTokens = this.cell('refusedTokens', 0);
  readonly #callsOfToken = new FixedWindow(600, 60_000);
  readonly #settings: () => EcwidSettings;

  constructor(world: World, settings: () => EcwidSettings) {
    super(world, () => 0);
    this.#settings = settings;
  }

  /** Throws a `Refusal`. A token in the query is refused: switched off in March 2025 (sheet 1.2). */
  admit(request: Request, store: string): void {
    const { planAllowsApi, suspended, limits } = this.#settings();
    if (store !== storeId && store !== neighbourStoreId) {
      throw refusal(404, 'STORE_NOT_FOUND', `Store ${store} not found`);
    }
    const bearer = shownBy(request, { in: 'bearer' });
    if (bearer !== this.token.value || store !== storeId) {
      this.refusedTokens.value += 1;
      throw refusal(403, 'INVALID_API_TOKEN', 'The API token is invalid');
    }
    if (suspended) throw refusal(402, 'STORE_IS_SUSPENDED', 'The store is suspended');
    if (!planAllowsApi) {
      throw refusal(402, 'NOT_AVAILABLE_ON_CURRENT_PLAN', 'The API is not available on the current plan');
    }
    if (limits) this.count(1);
  }

  /** Takes so many calls of the token's minute. Throws 429 where they are used up. */
  count(calls: number): void {
    for (let call = 0; call < calls; call += 1) {
      const waitMs = this.#callsOfToken.check(this.token.value, this.world.now());
      if (waitMs !== null) throw refusal(429, 'RATE_LIMITED', 'Too many requests', retryAfter(waitMs));
    }
  }

  requireScopes(needed: readonly string[]): void {
    const missing = needed.find((scope) => !this.#settings().scopes.includes(scope));
    if (missing !== undefined) {
      throw refusal(403, 'INSUFFICIENT_APP_SCOPE', `The scope ${missing} is missing`);
    }
  }

  override clear(): void {
    super.clear();
    this.#callsOfToken.clear();
  }
}
