import { describe, expect, it } from 'vitest';
import { Office, refusal } from './office.ts';

function asking(fields: Record<string, string>) {
  return new URLSearchParams({ grant_type: 'client_credentials', scope: 'customers:read', ...fields });
}

describe('a token', () => {
  it('is opaque, of 43 characters, and lives two hours', async () => {
    const office = await Office.open();
    const answer = await office.askToken(asking({ scope: 'customers:read invoices:read' }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(answer.body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 7200,
      scope: 'customers:read invoices:read',
      created_at: office.world.now() / 1000,
    });
  });

  it('works until the last millisecond of its life', async () => {
    const office = await Office.open();
    office.world.pass(7_199_999);
    expect((await office.get('/v3/customers')).status).toBe(200);
    office.world.pass(1);
    expect(refusal(await office.get('/v3/customers'))).toEqual([401, 'access_token.expired']);
  });

  it('leaves older ones alone, and each is counted', async () => {
    const office = await Office.open();
    const first = office.token;
    await office.login();
    expect(office.token).not.toBe(first);
    office.token = first;
    expect((await office.get('/v3/customers')).status).toBe(200);
    expect(office.jortt.state().tokens).toBe(2);
  });

  it('is unknown, revoked or expired, each by its own key', async () => {
    const office = await Office.open();
    await office.lever('POST', '/revoke-tokens');
    expect(refusal(await office.get('/v3/customers'))).toEqual([401, 'access_token.revoked']);
    await office.login();
    expect((await office.get('/v3/customers')).status).toBe(200);
    await office.lever('POST', '/expire-tokens');
    expect(refusal(await office.get('/v3/customers'))).toEqual([401, 'access_token.expired']);
    office.token = 'never-issued';
    expect(refusal(await office.get('/v3/customers'))).toEqual([401, 'access_token.invalid']);
    const bare = await office.request('https://api.jortt.nl/v3/customers', {});
    expect(refusal(bare)).toEqual([401, 'access_token.invalid']);
  });
});

describe('no token', () => {
  it('for a wrong client, in the form of OAuth', async () => {
    const office = await Office.open();
    for (const credentials of [
      'sandbox-client:wrong',
      'other:sandbox-secret',
      'sandbox%2Dclient:sandbox-secret',
    ]) {
      const answer = await office.askToken(asking({}), credentials);
      expect(answer.status).toBe(401);
      expect(answer.body.error).toBe('invalid_client');
      expect(answer.headers.get('WWW-Authenticate')).toMatch(
        /^Bearer realm="Doorkeeper", error="invalid_client"/,
      );
    }
    expect(office.jortt.state().tokens).toBe(1);
  });

  it.each([
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['no grant', { grant_type: '' }, 'invalid_request'],
    ['no scope', { scope: '' }, 'invalid_scope'],
    ['one unregistered scope among good ones', { scope: 'customers:read reports:read' }, 'invalid_scope'],
  ])('for %s', async (_, fields, error) => {
    const office = await Office.open();
    const answer = await office.askToken(asking(fields as Record<string, string>));
    expect([answer.status, answer.body.error]).toEqual([400, error]);
  });

  it('for a body that is not a form', async () => {
    const office = await Office.open();
    const answer = await office.request('https://app.jortt.nl/oauth-provider/oauth/token', {
      method: 'POST',
      headers: {
        Authorization: `Basic ${btoa('sandbox-client:sandbox-secret')}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ grant_type: 'client_credentials', scope: 'customers:read' }),
    });
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
  });

  it('for a GET', async () => {
    const office = await Office.open();
    const answer = await office.request('https://app.jortt.nl/oauth-provider/oauth/token', {});
    expect(refusal(answer)).toEqual([405, 'resource.method_not_allowed']);
  });
});
