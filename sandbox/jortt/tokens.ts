import { textOf } from '../random.ts';
import type { World } from '../stand-in.ts';
import { Refusal } from './refusal.ts';

export const clientId = 'sandbox-client';
export const clientSecret = 'sandbox-secret';

const lifeSeconds = 7200;
const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

export interface Token {
  token: string;
  scopes: string[];
  issuedAt: number;
  expiresAt: number;
  revoked: boolean;
}

/** Access tokens of the one registered application (sheet 2.1). Only `client_credentials`. */
export class Tokens {
  #tokens = new Map<string, Token>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** The token endpoint. Its errors have a form of their own (sheet 2.4). */
  async issue(request: Request, registeredScopes: readonly string[]): Promise<Response> {
    // As it stands in the sheet, not form-encoded first as RFC 6749 has it: the service decodes nothing (sheet 2.1).
    const basic = `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
    if (request.headers.get('Authorization') !== basic) {
      const description = 'Client authenticatie mislukt: onbekende client of onjuiste gegevens.';
      return failure(401, 'invalid_client', description);
    }
    const isForm = request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded');
    const form = new URLSearchParams(isForm ? await request.text() : '');
    if (!form.get('grant_type')) {
      return failure(400, 'invalid_request', 'Verplichte parameter ontbreekt: grant_type.');
    }
    if (form.get('grant_type') !== 'client_credentials') {
      return failure(400, 'unsupported_grant_type', 'Dit type autorisatie wordt niet ondersteund.');
    }
    const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
    // One scope that is not registered fails the whole request (sheet 8, quirk 7).
    if (scopes.length === 0 || scopes.some((scope) => !registeredScopes.includes(scope))) {
      return failure(400, 'invalid_scope', 'De opgevraagde scope is ongeldig of onbekend.');
    }
    const token = this.#create(scopes);
    return Response.json(
      {
        access_token: token.token,
        token_type: 'Bearer',
        expires_in: lifeSeconds,
        scope: scopes.join(' '),
        created_at: Math.floor(token.issuedAt / 1000),
      },
      { headers: tokenHeaders },
    );
  }

  /** The scopes of the bearer of a request. */
  scopesOf(bearer: string): readonly string[] {
    const token = this.#tokens.get(bearer);
    if (token === undefined) throw refused('invalid');
    if (token.revoked) throw refused('revoked');
    if (token.expiresAt <= this.#world.now()) throw refused('expired');
    return token.scopes;
  }

  all(): Token[] {
    return [...this.#tokens.values()];
  }

  revokeAll(): void {
    for (const token of this.all()) this.#tokens.set(token.token, { ...token, revoked: true });
  }

  expireAll(): void {
    const expiresAt = this.#world.now();
    for (const token of this.all()) this.#tokens.set(token.token, { ...token, expiresAt });
  }

  restore(tokens: readonly Token[]): void {
    this.#tokens = new Map(tokens.map((token) => [token.token, token]));
  }

  #create(scopes: string[]): Token {
    const issuedAt = this.#world.now();
    const token = {
      token: textOf(() => this.#world.random(), characters, 43),
      scopes,
      issuedAt,
      expiresAt: issuedAt + lifeSeconds * 1000,
      revoked: false,
    };
    this.#tokens.set(token.token, token);
    return token;
  }
}

const tokenHeaders = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };

function failure(status: number, error: string, description: string): Response {
  const challenge = `Bearer realm="Doorkeeper", error="${error}", error_description="${description}"`;
  const headers = { ...tokenHeaders, 'WWW-Authenticate': challenge };
  return Response.json({ error, error_description: description }, { status, headers });
}

function refused(why: 'invalid' | 'revoked' | 'expired'): Refusal {
  return new Refusal(401, `access_token.${why}`, `The access token is ${why}.`);
}
