import { shownBy } from './credentials.ts';

export type Grant = 'client_credentials' | 'authorization_code' | 'refresh_token';

interface Client {
  readonly id: string;
  readonly secret: string;
  /** Where the client shows its id and secret: with Basic authorisation, or as `client_id` and `client_secret`. */
  readonly shownIn: 'basic' | 'form';
  readonly grants: readonly Grant[];
  /** What the client is registered for. */
  readonly scopes: readonly string[];
}

/** What a token endpoint is asked for. The system looks at codes and refresh tokens, and makes the answer. */
export type TokenRequest =
  | { readonly kind: 'client credentials'; readonly scopes: string[] }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'refresh token'; readonly token: string }
  | { readonly kind: RefusedTokenRequest };

/** In the order of the checks. */
export type RefusedTokenRequest =
  | 'unknown client'
  | 'no grant type'
  | 'unsupported grant type'
  | 'invalid scope';

/**
 * Reads the form of a token request (RFC 6749). The client's id and secret are compared as they stand. For client
 * credentials scopes are required, and one that the client is not registered for makes all of them invalid.
 */
export async function readTokenRequest(request: Request, client: Client): Promise<TokenRequest> {
  const isForm = request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded');
  const form = new URLSearchParams(isForm ? await request.text() : '');
  const shown =
    client.shownIn === 'basic'
      ? shownBy(request, { in: 'basic' })
      : `${form.get('client_id')}:${form.get('client_secret')}`;
  if (shown !== `${client.id}:${client.secret}`) return { kind: 'unknown client' };
  const asked = form.get('grant_type');
  if (!asked) return { kind: 'no grant type' };
  switch (client.grants.find((grant) => grant === asked)) {
    case undefined:
      return { kind: 'unsupported grant type' };
    case 'authorization_code':
      return { kind: 'code', code: form.get('code') ?? '' };
    case 'refresh_token':
      return { kind: 'refresh token', token: form.get('refresh_token') ?? '' };
    case 'client_credentials': {
      const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
      const isKnown = scopes.every((scope) => client.scopes.includes(scope));
      return scopes.length > 0 && isKnown
        ? { kind: 'client credentials', scopes }
        : { kind: 'invalid scope' };
    }
  }
}
