import { shownBy } from '../../kit/access/credentials.ts';
import { readHeader } from '../../kit/access/oauth1.ts';
import { FixedWindow, retryAfter } from '../../kit/access/rate-limits.ts';
import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import { htmlPage, notAuthorized } from '../refusal.ts';
import type { MagentoSettings } from '../settings.ts';
import { AdminTokens } from './admin-tokens.ts';
import { OAuth } from './oauth.ts';

/** Who may call, and what. */
export class Access extends Store {
  readonly oauth: OAuth;
  readonly adminTokens: AdminTokens;
  /** Calls whose credentials were missing, wrong or insufficient. */
  readonly refused = this.cell('refused', 0);
  /** Of the last moments only, so no part of a snapshot. */
  #proxy: { rule: string; window: FixedWindow } | null = null;
  readonly #settings: () => MagentoSettings;

  constructor(world: World, settings: () => MagentoSettings) {
    super(world, () => 0);
    this.#settings = settings;
    this.oauth = this.keep('oauth', new OAuth(world, settings));
    this.adminTokens = this.keep('adminTokens', new AdminTokens(world, settings));
  }

  /** The error page of a proxy whose limit is reached; null lets the call through. */
  throttled(): Response | null {
    const { proxyLimit } = this.#settings();
    if (proxyLimit === null) return null;
    const rule = `${proxyLimit.calls}/${proxyLimit.windowMs}`;
    if (this.#proxy?.rule !== rule) {
      this.#proxy = { rule, window: new FixedWindow(proxyLimit.calls, proxyLimit.windowMs) };
    }
    const waitMs = this.#proxy.window.check('all', this.world.now());
    return waitMs === null ? null : htmlPage(429, 'Too Many Requests', retryAfter(waitMs));
  }

  /** `null` needs nothing. Throws a `Refusal`; the answer is the same for a wrong token and a missing right. */
  async admit(request: Request, resource: string | null): Promise<void> {
    try {
      const isKnown = await this.#isKnown(request);
      if (resource === null) return;
      if (!isKnown || !this.#settings().resources.includes(resource)) throw notAuthorized(resource);
    } catch (refusal) {
      this.refused.value += 1;
      throw refusal;
    }
  }

  override clear(): void {
    super.clear();
    this.#proxy = null;
  }

  async #isKnown(request: Request): Promise<boolean> {
    const signed = readHeader(request.headers.get('Authorization'));
    if (signed !== null) return this.oauth.verify(request, signed);
    const bearer = shownBy(request, { in: 'bearer' });
    if (bearer === null) return false;
    if (this.adminTokens.has(bearer)) return true;
    return this.#settings().bearerAllowed && this.oauth.isAccessToken(bearer);
  }
}
