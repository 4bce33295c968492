/** Tokens (sheet 2). Errors are objects here; what their texts are where the sheet is silent is ours. */

import { shownBy } from '../../kit/access/credentials.ts';
import { base64, hmac } from '../../kit/access/hmac.ts';
import { IssuedTokens } from '../../kit/access/issued-tokens.ts';
import { jsonAnswer, Refusal } from '../../kit/http/refusal.ts';
import { textOf } from '../../kit/random.ts';
import type { World } from '../../kit/stand-in.ts';
import { integrationUser, organizationId } from '../org.ts';
import { refused } from '../refusal.ts';
import { consumerKey, consumerSecret, type SalesforceSettings } from '../settings.ts';
import { checkAssertion } from './assertion.ts';

export type Token =
  | { readonly kind: 'access' | 'refresh' }
  | { readonly kind: 'code'; readonly redirectUri: string; readonly challenge: string | null };

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._';
const codeLifeMs = 900_000;
const jwtGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Both serve people only: client credentials need the My Domain. */
const sharedHosts = ['login.salesforce.com', 'test.salesforce.com'];

export class OAuth extends IssuedTokens<Token> {
  readonly #world: World;
  readonly #settings: () => SalesforceSettings;

  constructor(world: World, settings: () => SalesforceSettings) {
    super(world);
    this.#world = world;
    this.#settings = settings;
  }

  /** Throws the 401 of a token that is missing, unknown or dead. Use prolongs it. */
  admit(request: Request): string {
    const token = shownBy(request, { in: 'bearer' }) ?? '';
    this.admitToken(token);
    return token;
  }

  admitToken(token: string): void {
    const found = this.look(token);
    if (found.kind !== 'valid' || found.detail.kind !== 'access') {
      throw refused(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    }
    const { tokenSlides, tokenLifeMs } = this.#settings();
    if (tokenSlides) this.add(token, found.detail, tokenLifeMs);
  }

  /** `POST /services/oauth2/token`: a form. */
  async exchange(request: Request, instanceUrl: string): Promise<Response> {
    const isForm = request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded');
    const form = new URLSearchParams(isForm ? await request.text() : '');
    const [id, secret] = shownClient(request, form);
    const grant = form.get('grant_type') ?? '';
    const { grants } = this.#settings();
    if (grant === jwtGrant && grants.includes('jwt-bearer')) {
      await this.#requireAssertion(form.get('assertion') ?? '');
      const { issued_at: _, signature: __, ...answer } = await this.#issue(instanceUrl, 'api', {});
      return jsonAnswer(answer);
    }
    if (!grants.includes(grant) || grant === 'jwt-bearer') {
      throw oauthError('unsupported_grant_type', 'grant type not supported');
    }
    if (id !== consumerKey) throw oauthError('invalid_client_id', 'client identifier invalid');
    const needsSecret = grant !== 'refresh_token' || this.#settings().secretForRefresh;
    if (needsSecret && secret !== consumerSecret)
      throw oauthError('invalid_client', 'invalid client credentials');
    switch (grant) {
      case 'client_credentials':
        if (sharedHosts.includes(new URL(request.url).hostname)) {
          throw oauthError('invalid_grant', 'request not supported on this domain');
        }
        return jsonAnswer({ ...(await this.#issue(instanceUrl, 'api', { token_format: 'opaque' })) });
      case 'authorization_code':
        return this.#fromCode(form, instanceUrl);
      default:
        return this.#fromRefresh(form.get('refresh_token') ?? '', instanceUrl);
    }
  }

  /** `GET /services/oauth2/authorize`: the user agrees at once. */
  authorize({ searchParams: query }: URL): Response {
    const back = query.get('redirect_uri') ?? '';
    const { redirectUris } = this.#settings();
    if (query.get('client_id') !== consumerKey)
      throw oauthError('invalid_client_id', 'client identifier invalid');
    if (!URL.canParse(back) || (redirectUris.length > 0 && !redirectUris.includes(back))) {
      throw oauthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
    }
    const target = new URL(back);
    const state = query.get('state');
    if (state !== null) target.searchParams.set('state', state);
    if (query.get('response_type') !== 'code') {
      target.searchParams.set('error', 'unsupported_response_type');
    } else {
      const code = this.#random('aPrx', 40);
      const challenge = query.get('code_challenge_method') === 'S256' ? query.get('code_challenge') : null;
      this.add(code, { kind: 'code', redirectUri: back, challenge }, codeLifeMs);
      target.searchParams.set('code', code);
    }
    return new Response(null, { status: 302, headers: { Location: target.href } });
  }

  /** `POST /services/oauth2/revoke`. */
  async revoke(request: Request): Promise<Response> {
    const token = new URLSearchParams(await request.text()).get('token') ?? '';
    if (this.look(token).kind !== 'valid')
      throw oauthError('unsupported_token_type', 'this token type is not supported');
    this.delete(token);
    return new Response(null, { status: 200 });
  }

  /** `POST /services/oauth2/introspect`. */
  async introspect(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    const [id, secret] = shownClient(request, form);
    if (id !== consumerKey || secret !== consumerSecret)
      throw oauthError('invalid_client', 'invalid client credentials');
    const found = this.look(form.get('token') ?? '');
    const isActive = found.kind === 'valid' && found.detail.kind !== 'code';
    return jsonAnswer(
      isActive
        ? { active: true, scope: 'api', client_id: consumerKey, token_type: 'access_token' }
        : { active: false },
    );
  }

  async #fromCode(form: URLSearchParams, instanceUrl: string): Promise<Response> {
    const code = form.get('code') ?? '';
    const found = this.look(code);
    if (found.kind !== 'valid' || found.detail.kind !== 'code') {
      throw oauthError('invalid_grant', 'expired authorization code');
    }
    this.delete(code);
    const { redirectUri, challenge } = found.detail;
    if (form.get('redirect_uri') !== redirectUri)
      throw oauthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
    if (challenge !== null && (await challengeOf(form.get('code_verifier') ?? '')) !== challenge) {
      throw oauthError('invalid_grant', 'invalid code verifier');
    }
    const refresh = this.#random('5Aep861', 60);
    this.add(refresh, { kind: 'refresh' });
    return jsonAnswer(await this.#issue(instanceUrl, 'refresh_token api', { refresh_token: refresh }));
  }

  async #fromRefresh(token: string, instanceUrl: string): Promise<Response> {
    const found = this.look(token);
    if (found.kind !== 'valid' || found.detail.kind !== 'refresh') {
      throw oauthError('invalid_grant', 'expired access/refresh token');
    }
    if (!this.#settings().refreshTokenRotates)
      return jsonAnswer(await this.#issue(instanceUrl, 'refresh_token api', {}));
    this.delete(token);
    const next = this.#random('5Aep861', 60);
    this.add(next, { kind: 'refresh' });
    return jsonAnswer(await this.#issue(instanceUrl, 'refresh_token api', { refresh_token: next }));
  }

  async #requireAssertion(assertion: string): Promise<void> {
    const { publicKey, userApproved } = this.#settings();
    const wrong = await checkAssertion(assertion, publicKey, this.#world.now());
    if (wrong !== null) throw oauthError('invalid_grant', wrong);
    if (!userApproved) throw oauthError('invalid_grant', "user hasn't approved this consumer");
  }

  /** There is no `expires_in`; `issued_at` is text (sheet 2.1). */
  async #issue(instanceUrl: string, scope: string, more: Record<string, string>) {
    const token = this.#random(`${organizationId.slice(0, 15)}!AR8AQ`, 80);
    this.add(token, { kind: 'access' }, this.#settings().tokenLifeMs);
    const id = `https://login.salesforce.com/id/${organizationId}/${integrationUser}`;
    const issuedAt = String(this.#world.now());
    const signature = base64(await hmac('SHA-256', consumerSecret, id + issuedAt));
    return {
      access_token: token,
      signature,
      scope,
      instance_url: instanceUrl,
      id,
      token_type: 'Bearer',
      issued_at: issuedAt,
      ...more,
    };
  }

  #random(prefix: string, length: number): string {
    return prefix + textOf(() => this.#world.random(), characters, length);
  }
}

function shownClient(request: Request, form: URLSearchParams): [id: string | null, secret: string | null] {
  const basic = shownBy(request, { in: 'basic' });
  if (basic === null) return [form.get('client_id'), form.get('client_secret')];
  const at = basic.indexOf(':');
  return [basic.slice(0, at), basic.slice(at + 1)];
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64(digest).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export function oauthError(error: string, description: string): Refusal {
  return new Refusal(400, description, { error, error_description: description });
}
