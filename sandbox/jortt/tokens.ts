import { IssuedTokens } from '../kit/access/issued-tokens.ts';
import { type RefusedTokenRequest, readTokenRequest } from '../kit/access/token-request.ts';
import { jsonAnswer } from '../kit/http/refusal.ts';
import { textOf } from '../kit/random.ts';
import type { World } from '../kit/stand-in.ts';
import { refusal } from './refusal.ts';

export const clientId = 'sandbox-client';
export const clientSecret = 'sandbox-secret';

const lifeSeconds = 7200;
const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** Access tokens of the one registered application (sheet 2.1), each with its scopes. */
export class Tokens extends IssuedTokens<readonly string[]> {
  readonly #random: () => number;

  constructor(world: World) {
    super(world);
    this.#random = () => world.random();
  }

  /**
   * The token endpoint. Its errors have a form of their own (sheet 2.4). Client id and secret come as they stand, not
   * form-encoded first as RFC 6749 has it: the service decodes nothing (sheet 2.1). One scope that is not registered fails
   * the whole request (sheet 8, quirk 7).
   */
  async issue(request: Request, registeredScopes: readonly string[]): Promise<Response> {
    const asked = await readTokenRequest(request, {
      id: clientId,
      secret: clientSecret,
      shownIn: 'basic',
      grants: ['client_credentials'],
      scopes: registeredScopes,
    });
    if (asked.kind === 'code' || asked.kind === 'refresh token') return failure('unsupported grant type');
    if (asked.kind !== 'client credentials') return failure(asked.kind);
    const token = textOf(this.#random, characters, 43);
    const { issuedAt } = this.add(token, asked.scopes, lifeSeconds * 1000);
    const body = {
      access_token: token,
      token_type: 'Bearer',
      expires_in: lifeSeconds,
      scope: asked.scopes.join(' '),
      created_at: Math.floor(issuedAt / 1000),
    };
    return jsonAnswer(body, 200, noStore);
  }

  /** The scopes of the bearer of a request. Throws a `Refusal`. */
  scopesOf(bearer: string): readonly string[] {
    const found = this.look(bearer);
    switch (found.kind) {
      case 'valid':
        return found.detail;
      case 'unknown':
        throw refused('invalid');
      case 'revoked':
      case 'expired':
        throw refused(found.kind);
    }
  }
}

const noStore = { 'Cache-Control': 'no-store' };

const failures = {
  'unknown client': [
    401,
    'invalid_client',
    'Client authenticatie mislukt: onbekende client of onjuiste gegevens.',
  ],
  'no grant type': [400, 'invalid_request', 'Verplichte parameter ontbreekt: grant_type.'],
  'unsupported grant type': [400, 'unsupported_grant_type', 'Dit type autorisatie wordt niet ondersteund.'],
  'invalid scope': [400, 'invalid_scope', 'De opgevraagde scope is ongeldig of onbekend.'],
} as const;

function failure(kind: RefusedTokenRequest): Response {
  const [status, error, error_description] = failures[kind];
  const challenge = `Bearer realm="Doorkeeper", error="${error}", error_description="${error_description}"`;
  return jsonAnswer({ error, error_description }, status, { ...noStore, 'WWW-Authenticate': challenge });
}

function refused(why: 'invalid' | 'revoked' | 'expired') {
  return refusal(401, `access_token.${why}`, `The access token is ${why}.`);
}
