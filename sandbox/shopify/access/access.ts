import { hex, hmac } from '../../kit/access/hmac.ts';
import { IssuedTokens } from '../../kit/access/issued-tokens.ts';
import { jsonAnswer, Refusal } from '../../kit/http/refusal.ts';
import { textOf } from '../../kit/random.ts';
import type { World } from '../../kit/stand-in.ts';
import { toSeconds } from '../../kit/time/timestamps.ts';
import { accessToken, clientId, clientSecret, type ShopifySettings, shopDomain } from '../settings.ts';

type Kind = 'permanent' | 'access' | 'code' | 'refresh';

const hexDigits = '0123456789abcdef';
const codeLifeMs = 60_000;
const expiringLifeMs = 3_600_000;
const refreshLifeMs = 90 * 24 * 3_600_000;

/** The tokens of the one app in the one shop (sheet 2). */
export class Access extends IssuedTokens<Kind> {
  readonly #world: World;
  readonly #settings: () => ShopifySettings;

  constructor(world: World, settings: () => ShopifySettings) {
    super(world, { [accessToken]: 'permanent' });
    this.#world = world;
    this.#settings = settings;
  }

  /** Throws the answer of a caller who is not let in. */
  admit(request: Request): void {
    const token = request.headers.get('X-Shopify-Access-Token') ?? '';
    const found = this.look(token);
    if (found.kind !== 'valid' || (found.detail !== 'permanent' && found.detail !== 'access')) {
      const errors = '[API] Invalid API key or access token (unrecognized login or wrong password)';
      throw new Refusal(401, errors, { errors });
    }
    if (this.#settings().frozen) throw new Refusal(402, 'Unavailable Shop', { errors: 'Unavailable Shop' });
  }

  /** `POST /admin/oauth/access_token`: a form or JSON. */
  async exchange(request: Request): Promise<Response> {
    const form = await formOf(request);
    if (form.client_id !== clientId || form.client_secret !== clientSecret) {
      return oauthError(400, 'invalid_client', 'Client authentication failed.');
    }
    // The classic exchange of a code names no grant type.
    switch (form.grant_type ?? (form.code === undefined ? '' : 'authorization_code')) {
      case 'client_credentials':
        return this.#answer(this.#settings().tokenLifeMs, false);
      case 'authorization_code':
        return this.#used(form.code ?? '', 'code', form.expiring === '1');
      case 'refresh_token':
        return this.#used(form.refresh_token ?? '', 'refresh', true);
      default:
        return oauthError(400, 'unsupported_grant_type', 'The grant type is not supported.');
    }
  }

  /** `GET /admin/oauth/authorize`: the merchant agrees at once. The query that is sent back is signed. */
  async authorize(url: URL): Promise<Response> {
    const { searchParams } = url;
    const back = searchParams.get('redirect_uri');
    if (searchParams.get('client_id') !== clientId || back === null) {
      return oauthError(400, 'invalid_request', 'The client or the address to go back to is missing.');
    }
    const code = this.#new('', 32);
    this.add(code, 'code', codeLifeMs);
    const query = {
      code,
      host: btoa(`admin.shopify.com/store/${shopDomain.split('.')[0]}`).replace(/=+$/, ''),
      shop: shopDomain,
      state: searchParams.get('state') ?? '',
      timestamp: String(toSeconds(this.#world.now())),
    };
    const message = Object.entries(query)
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    const target = new URL(back);
    for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
    target.searchParams.set('hmac', hex(await hmac('SHA-256', clientSecret, message)));
    return new Response(null, { status: 302, headers: { Location: target.href } });
  }

  #used(token: string, kind: Kind, isExpiring: boolean): Response {
    const found = this.look(token);
    if (found.kind !== 'valid' || found.detail !== kind) {
      return oauthError(400, 'invalid_grant', 'The code or token is unknown, used or expired.');
    }
    // A refresh token stays good until its successor's access token is used (sheet 2): here until it expires.
    if (kind === 'code') this.delete(token);
    return this.#answer(isExpiring ? expiringLifeMs : null, isExpiring);
  }

  #answer(lifeMs: number | null, withRefresh: boolean): Response {
    const token = this.#new('shpat_', 32);
    this.add(token, 'access', lifeMs);
    const scope = this.#settings().scopes.join(',');
    const answer = {
      access_token: token,
      scope,
      ...(lifeMs === null ? {} : { expires_in: toSeconds(lifeMs) }),
    };
    if (!withRefresh) return jsonAnswer(answer);
    const refresh = this.#new('shprt_', 32);
    this.add(refresh, 'refresh', refreshLifeMs);
    const more = { refresh_token: refresh, refresh_token_expires_in: toSeconds(refreshLifeMs) };
    return jsonAnswer({ ...answer, ...more });
  }

  #new(prefix: string, length: number): string {
    return prefix + textOf(() => this.#world.random(), hexDigits, length);
  }
}

async function formOf(request: Request): Promise<Readonly<Record<string, string | undefined>>> {
  const text = await request.text();
  if (!request.headers.get('Content-Type')?.startsWith('application/json')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, string>) : {};
  } catch {
    return {};
  }
}

function oauthError(status: number, error: string, description: string): Response {
  return jsonAnswer({ error, error_description: description }, status);
}
