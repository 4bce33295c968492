import { FixedWindow } from '../rate-limits.ts';
import type { World } from '../stand-in.ts';
import { AdminTokens, type AdminTokensSnapshot } from './admin-tokens.ts';
import { OAuth, type OAuthSnapshot } from './oauth.ts';
import { readHeader } from './oauth-signature.ts';
import { notAuthorized } from './refusal.ts';
import type { MagentoSettings } from './settings.ts';

export interface AccessSnapshot {
  oauth: OAuthSnapshot;
  adminTokens: AdminTokensSnapshot;
  refused: number;
}

/** Who may call, and what. */
export class Access {
  readonly oauth: OAuth;
  readonly adminTokens: AdminTokens;
  /** Calls by whoever is nobody or may not. */
  refused = 0;
  /** Of the last moments only, so no part of a snapshot. */
  #limit: { rule: string; window: FixedWindow } | null = null;
  readonly #world: World;
  readonly #settings: () => MagentoSettings;

  constructor(world: World, settings: () => MagentoSettings) {
    this.#world = world;
    this.#settings = settings;
    this.oauth = new OAuth(world, settings);
    this.adminTokens = new AdminTokens(world, settings);
  }

  /** The page of a proxy that has had enough; null lets the call through. */
  throttled(): Response | null {
    const { proxyLimit } = this.#settings();
    if (proxyLimit === null) return null;
    const rule = `${proxyLimit.calls}/${proxyLimit.windowMs}`;
    if (this.#limit?.rule !== rule) {
      this.#limit = { rule, window: new FixedWindow(proxyLimit.calls, proxyLimit.windowMs) };
    }
    const waitMs = this.#limit.window.check('all', this.#world.now());
    if (waitMs === null) return null;
    return htmlPage(429, 'Too Many Requests', {
      'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1000))),
    });
  }

  /** `null` needs nothing. Throws a `Refusal`; the answer is the same for a wrong token and a missing right. */
  async admit(request: Request, resource: string | null): Promise<void> {
    try {
      const known = await this.#isKnown(request);
      if (resource === null) return;
      if (!known || !this.#settings().resources.includes(resource)) throw notAuthorized(resource);
    } catch (refusal) {
      this.refused += 1;
      throw refusal;
    }
  }

  reset(): void {
    this.oauth.reset();
    this.adminTokens.clear();
    this.refused = 0;
    this.#limit = null;
  }

  snapshot(): AccessSnapshot {
    return { oauth: this.oauth.snapshot(), adminTokens: this.adminTokens.snapshot(), refused: this.refused };
  }

  restore({ oauth, adminTokens, refused }: AccessSnapshot): void {
    this.oauth.restore(oauth);
    this.adminTokens.restore(adminTokens);
    this.refused = refused;
  }

  /** A header that is not two parts with one space between is as none at all (sheet 2.1). */
  async #isKnown(request: Request): Promise<boolean> {
    const header = request.headers.get('Authorization');
    const signed = readHeader(header);
    if (signed !== null) {
      await this.oauth.verify(request, signed);
      return true;
    }
    const bearer = /^bearer (\S+)$/i.exec(header ?? '')?.[1];
    if (bearer === undefined) return false;
    if (this.adminTokens.has(bearer)) return true;
    return this.#settings().bearerAllowed && this.oauth.isAccessToken(bearer);
  }
}

/** Proxies and maintenance mode answer in HTML (sheet 5.1). */
export function htmlPage(status: number, title: string, headers: Record<string, string> = {}): Response {
  const page = `<!doctype html><html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`;
  return new Response(page, { status, headers: { 'Content-Type': 'text/html; charset=UTF-8', ...headers } });
}
