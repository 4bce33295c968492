import { describe, expect, it } from 'vitest';
import { type Grant, readTokenRequest } from '../../../../sandbox/kit/access/token-request.ts';

const grants: Grant[] = ['client_credentials', 'authorization_code', 'refresh_token'];
const client = { id: 'me', secret: 'hush', shownIn: 'form', grants, scopes: ['read', 'write'] } as const;

function asked(fields: Record<string, string>, headers: Record<string, string> = {}): Request {
  return new Request('https://login.example.com/oauth/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}

const me = { client_id: 'me', client_secret: 'hush' };

describe('a token request', () => {
  it('asks with client credentials for scopes that the client has', async () => {
    const request = asked({ ...me, grant_type: 'client_credentials', scope: 'read write' });
    expect(await readTokenRequest(request, client)).toEqual({
      kind: 'client credentials',
      scopes: ['read', 'write'],
    });
  });

  it('brings a code, or a refresh token', async () => {
    const code = asked({ ...me, grant_type: 'authorization_code', code: 'c1' });
    expect(await readTokenRequest(code, client)).toEqual({ kind: 'code', code: 'c1' });
    const refresh = asked({ ...me, grant_type: 'refresh_token', refresh_token: 'r1' });
    expect(await readTokenRequest(refresh, client)).toEqual({ kind: 'refresh token', token: 'r1' });
  });

  it('shows its client with Basic where the system wants that', async () => {
    const fields = { grant_type: 'client_credentials', scope: 'read' };
    const basic = { ...client, shownIn: 'basic' } as const;
    const request = asked(fields, { Authorization: `Basic ${btoa('me:hush')}` });
    expect(await readTokenRequest(request, basic)).toMatchObject({ kind: 'client credentials' });
    expect(await readTokenRequest(asked({ ...me, ...fields }), basic)).toEqual({ kind: 'unknown client' });
  });

  it.each([
    [{ grant_type: 'client_credentials', scope: 'read' }, 'unknown client'],
    [{ ...me, scope: 'read' }, 'no grant type'],
    [{ ...me, grant_type: 'password' }, 'unsupported grant type'],
    [{ ...me, grant_type: 'client_credentials' }, 'invalid scope'],
    [{ ...me, grant_type: 'client_credentials', scope: 'read delete' }, 'invalid scope'],
  ])('is refused: %j', async (fields, kind) => {
    expect(await readTokenRequest(asked(fields), client)).toEqual({ kind });
  });

  it('is refused when the client is not registered for the grant', async () => {
    const request = asked({ ...me, grant_type: 'refresh_token', refresh_token: 'r1' });
    const other = { ...client, grants: ['client_credentials'] } as const;
    expect(await readTokenRequest(request, other)).toEqual({ kind: 'unsupported grant type' });
  });
});
