import { shownBy } from '../kit/access/credentials.ts';
import { retryAfter, SlidingWindow } from '../kit/access/rate-limits.ts';
import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import { fault } from './refusal.ts';
import { type MijnwebwinkelSettings, partnerToken, storeToken } from './settings.ts';

export type Need = 'both tokens' | 'partner token';

/** Who may call: the two tokens in the query, the plan, the pace (sheets 2, 4). Which is looked at first is not known. */
export class Access extends Store {
  readonly token = this.cell('token', storeToken);
  readonly #settings: () => MijnwebwinkelSettings;
  /** Of the last moments only, so no part of a snapshot. */
  #pace = { limit: 0, windowMs: 0, calls: new SlidingWindow(0, 0) };

  constructor(world: World, settings: () => MijnwebwinkelSettings) {
    super(world, () => 0);
    this.#settings = settings;
  }

  /** Throws a `Refusal`. */
  admit(request: Request, need: Need): void {
    const { partnerTokenNeeded, planAllowsApi, limits } = this.#settings();
    const partner = shownBy(request, { in: 'query', name: 'partner_token' });
    if (partner === null ? partnerTokenNeeded : partner !== partnerToken) {
      throw fault(401, 'The partner token is missing or invalid');
    }
    const token = shownBy(request, { in: 'query', name: 'token' });
    if (need === 'both tokens' && token !== this.token.value) {
      throw fault(401, 'The token is missing or invalid');
    }
    if (!planAllowsApi) throw fault(403, 'The package of this store does not include the API');
    if (limits) this.#count(`${partner}/${token}`);
  }

  requireRight(right: string): void {
    if (!this.#settings().rights.includes(right)) throw fault(403, `The partner may not use ${right}`);
  }

  override clear(): void {
    super.clear();
    this.#pace.calls.clear();
  }

  #count(key: string): void {
    const { callsPerWindow: limit, windowMs, retryAfter: isTold } = this.#settings();
    if (this.#pace.limit !== limit || this.#pace.windowMs !== windowMs) {
      this.#pace = { limit, windowMs, calls: new SlidingWindow(limit, windowMs) };
    }
    const waitMs = this.#pace.calls.check(key, this.world.now());
    if (waitMs !== null) throw fault(429, 'Too many requests', isTold ? retryAfter(waitMs) : {});
  }
}
