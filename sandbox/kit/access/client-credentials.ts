import { shownBy } from './credentials.ts';

interface Client {
  readonly id: string;
  readonly secret: string;
  /** What the client is registered for. */
  readonly scopes: readonly string[];
}

/** What a token endpoint finds of a request, in the order of its checks. The answer is the system's own. */
export type TokenRequest =
  | { readonly kind: 'granted'; readonly scopes: string[] }
  | { readonly kind: 'unknown client' | 'no grant type' | 'unsupported grant type' | 'invalid scope' };

/**
 * Reads a form for the grant `client_credentials` with Basic authorisation (RFC 6749, section 4.4). The client's id and
 * secret are compared as they stand; no scope, and one scope that the client is not registered for, are invalid.
 */
export async function readTokenRequest(request: Request, client: Client): Promise<TokenRequest> {
  if (shownBy(request, { in: 'basic' }) !== `${client.id}:${client.secret}`)
    return { kind: 'unknown client' };
  const isForm = request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded');
  const form = new URLSearchParams(isForm ? await request.text() : '');
  const grantType = form.get('grant_type');
  if (!grantType) return { kind: 'no grant type' };
  if (grantType !== 'client_credentials') return { kind: 'unsupported grant type' };
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const isKnown = scopes.every((scope) => client.scopes.includes(scope));
  return scopes.length > 0 && isKnown ? { kind: 'granted', scopes } : { kind: 'invalid scope' };
}
