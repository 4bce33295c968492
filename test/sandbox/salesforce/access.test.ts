import { describe, expect, it } from 'vitest';
import { consumerKey, consumerSecret, myDomain, username } from '../../../sandbox/salesforce/settings.ts';
import { TestOrg } from './org.ts';

const client = { client_id: consumerKey, client_secret: consumerSecret };
const token = '/services/oauth2/token';
const back = 'https://koppel.example.com/back';

describe('client credentials', () => {
  it('give a token without an end, whose moment is text, and the base of the org', async () => {
    const { status, body } = await new TestOrg().login();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      scope: 'api',
      token_format: 'opaque',
      instance_url: `https://${myDomain}`,
      issued_at: String(Date.parse('2026-03-10T12:00:00Z')),
      access_token: expect.stringContaining('!'),
    });
    expect(body).not.toHaveProperty('expires_in');
  });

  it('may come as Basic authorisation, and not as JSON', async () => {
    const org = new TestOrg();
    const Authorization = `Basic ${btoa(`${consumerKey}:${consumerSecret}`)}`;
    expect((await org.form(token, { grant_type: 'client_credentials' }, { Authorization })).status).toBe(200);
    const body = JSON.stringify({ grant_type: 'client_credentials', ...client });
    const refused = await org.raw('POST', token, { body, headers: { 'Content-Type': 'application/json' } });
    expect(refused).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
  });

  it('are refused on the shared host, with a wrong key, a wrong secret, a grant that is not allowed', async () => {
    const org = new TestOrg();
    const grant = { grant_type: 'client_credentials' };
    const shared = await org.form(`https://login.salesforce.com${token}`, { ...grant, ...client });
    expect(shared.body).toMatchObject({ error: 'invalid_grant' });
    expect((await org.form(token, { ...grant, ...client, client_id: 'x' })).body.error).toBe(
      'invalid_client_id',
    );
    expect((await org.form(token, { ...grant, ...client, client_secret: 'x' })).body.error).toBe(
      'invalid_client',
    );
    const exchanged = { client_id: consumerSecret, client_secret: consumerKey };
    expect((await org.form(token, { ...grant, ...exchanged })).body.error).toBe('invalid_client_id');
    org.standIn.change({ grants: ['jwt-bearer'] });
    expect((await org.form(token, { ...grant, ...client })).body.error).toBe('unsupported_grant_type');
  });
});

describe('a token', () => {
  it('dies after its time without use, which use prolongs', async () => {
    const org = new TestOrg();
    await org.login();
    for (let hour = 0; hour < 3; hour += 1) {
      org.world.pass(3_600_000);
      expect((await org.get('/limits')).status).toBe(200);
    }
    org.world.pass(7_200_001);
    const dead = await org.get('/limits');
    expect(dead.status).toBe(401);
    expect(dead.json).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
  });

  it('is asked for everywhere but for the versions', async () => {
    const org = new TestOrg();
    expect(await org.refusal(org.raw('GET', '/services/data/v66.0/limits'))).toBe('401 INVALID_SESSION_ID');
    const versions = await org.raw('GET', '/services/data');
    expect(versions.headers.get('Sforce-Limit-Info')).toBeNull();
    expect(versions.json).toContainEqual({
      label: "Spring '26",
      url: '/services/data/v66.0',
      version: '66.0',
    });
    expect(versions.json).toContainEqual({
      label: "Winter '15",
      url: '/services/data/v32.0',
      version: '32.0',
    });
  });

  it('can be revoked by the admin, by the client, and looked at', async () => {
    const org = new TestOrg();
    const { body } = await org.login();
    const fields = { token: String(body.access_token), ...client };
    expect((await org.form('/services/oauth2/introspect', fields)).body).toMatchObject({ active: true });
    expect((await org.form('/services/oauth2/revoke', { token: fields.token })).status).toBe(200);
    expect((await org.form('/services/oauth2/introspect', fields)).body).toEqual({ active: false });
    await org.login();
    await org.control('DELETE', '/tokens');
    expect((await org.get('/limits')).status).toBe(401);
  });

  it('tells who it acts as, over REST and over SOAP', async () => {
    const org = new TestOrg({ settings: { currencies: ['USD'] } });
    const { body } = await org.login();
    const info = await org.call('GET', '/services/oauth2/userinfo');
    expect(info.body).toMatchObject({
      preferred_username: username,
      active: true,
      zoneinfo: 'Europe/Amsterdam',
    });
    const soap = (session: string) =>
      org.raw('POST', '/services/Soap/u/66.0', {
        body: `<e:Envelope><e:Header><u:SessionHeader><u:sessionId>${session}</u:sessionId></u:SessionHeader></e:Header><e:Body><u:getUserInfo/></e:Body></e:Envelope>`,
        headers: { 'Content-Type': 'text/xml', SOAPAction: '""' },
      });
    expect((await soap(String(body.access_token))).text).toContain(
      '<orgDefaultCurrencyIsoCode>USD</orgDefaultCurrencyIsoCode>',
    );
    expect((await soap('x')).status).toBe(500);
  });
});

describe('the web server flow', () => {
  const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const ask = (org: TestOrg) =>
    org.raw(
      'GET',
      `/services/oauth2/authorize?response_type=code&client_id=${consumerKey}&redirect_uri=${encodeURIComponent(back)}&scope=api%20refresh_token&state=s1&code_challenge=${challenge}&code_challenge_method=S256`,
    );
  const codeIn = async (org: TestOrg) => {
    const { headers } = await ask(org);
    const target = new URL(headers.get('Location') ?? '');
    expect(target.searchParams.get('state')).toBe('s1');
    return target.searchParams.get('code') ?? '';
  };

  it('gives a refresh token for a code, once, and only with its verifier', async () => {
    const org = new TestOrg();
    const grant = { grant_type: 'authorization_code', redirect_uri: back, ...client };
    const wrong = await org.form(token, { ...grant, code: await codeIn(org), code_verifier: 'x' });
    expect(wrong.body).toMatchObject({ error: 'invalid_grant' });
    const code = await codeIn(org);
    const good = await org.form(token, { ...grant, code, code_verifier: verifier });
    expect(good.body).toMatchObject({ scope: 'refresh_token api', refresh_token: expect.any(String) });
    const again = await org.form(token, { ...grant, code, code_verifier: verifier });
    expect(again.body).toEqual({ error: 'invalid_grant', error_description: 'expired authorization code' });
  });

  it('rotates refresh tokens where the app says so: the old one is dead', async () => {
    const org = new TestOrg({ settings: { refreshTokenRotates: true } });
    const grant = { grant_type: 'authorization_code', redirect_uri: back, ...client };
    const { body } = await org.form(token, { ...grant, code: await codeIn(org), code_verifier: verifier });
    const old = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token), ...client };
    const next = await org.form(token, old);
    expect(next.body.refresh_token).not.toBe(body.refresh_token);
    expect((await org.form(token, old)).body.error_description).toBe('expired access/refresh token');
  });

  it('keeps a refresh token otherwise, and goes back only where it may', async () => {
    const org = new TestOrg({ settings: { redirectUris: ['https://elsewhere.example.com/'] } });
    expect((await ask(org)).body.error).toBe('redirect_uri_mismatch');
    org.standIn.change({ redirectUris: [back] });
    const grant = { grant_type: 'authorization_code', redirect_uri: back, ...client };
    const { body } = await org.form(token, { ...grant, code: await codeIn(org), code_verifier: verifier });
    const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token), ...client };
    expect((await org.form(token, refresh)).body).not.toHaveProperty('refresh_token');
    expect((await org.form(token, refresh)).status).toBe(200);
  });
});

describe('JWT bearer', () => {
  const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

  async function signer() {
    const pair = await crypto.subtle.generateKey(
      { ...algorithm, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
      true,
      ['sign', 'verify'],
    );
    if (!('privateKey' in pair)) throw new Error('no pair');
    const spki = (await crypto.subtle.exportKey('spki', pair.publicKey)) as ArrayBuffer;
    const publicKey = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(spki).toString('base64')}\n-----END PUBLIC KEY-----`;
    const sign = async (claims: object) => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const text = `${part({ alg: 'RS256' })}.${part(claims)}`;
      const signature = await crypto.subtle.sign(algorithm, pair.privateKey, new TextEncoder().encode(text));
      return `${text}.${Buffer.from(signature).toString('base64url')}`;
    };
    return { publicKey, sign };
  }

  it('is let in with a good signature for three minutes, and told what is wrong', async () => {
    const { publicKey, sign } = await signer();
    const org = new TestOrg({ settings: { publicKey } });
    const now = Math.floor(org.world.now() / 1000);
    const claims = { iss: consumerKey, sub: username, aud: 'https://login.salesforce.com', exp: now + 180 };
    const ask = async (more: object) =>
      org.form(token, { grant_type: grant, assertion: await sign({ ...claims, ...more }) });
    const good = await ask({});
    expect(Object.keys(good.body).sort()).toEqual([
      'access_token',
      'id',
      'instance_url',
      'scope',
      'token_type',
    ]);
    expect((await ask({ aud: 'https://example.com' })).body.error_description).toBe('audience is invalid');
    expect((await ask({ exp: now - 1 })).body.error).toBe('invalid_grant');
    expect((await ask({ exp: now + 3600 })).body.error).toBe('invalid_grant');
    expect((await ask({ sub: 'somebody@else.example.com' })).body.error_description).toBe(
      "user hasn't approved this consumer",
    );
    org.standIn.change({ publicKey: (await signer()).publicKey });
    expect((await ask({})).body).toMatchObject({
      error: 'invalid_grant',
      error_description: 'invalid assertion',
    });
  });
});

describe('limits', () => {
  it('are told with every answer, and refuse above the number of 24 hours', async () => {
    const org = new TestOrg({ settings: { dailyCalls: 100 } });
    const first = await org.get('/limits');
    expect(first.headers.get('Sforce-Limit-Info')).toBe('api-usage=1/100');
    expect(first.body.DailyApiRequests).toEqual({ Max: 100, Remaining: 99 });
    await org.control('POST', '/used-calls', { count: 99 });
    const over = await org.get('/limits');
    expect(over.status).toBe(403);
    expect(over.json).toEqual([
      { message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' },
    ]);
    expect(over.headers.get('Sforce-Limit-Info')).toBe('api-usage=100/100');
    expect(over.headers.get('Retry-After')).toBeNull();
    org.world.pass(25 * 3_600_000);
    await org.login();
    expect((await org.get('/limits')).headers.get('Sforce-Limit-Info')).toBe('api-usage=1/100');
  });

  it('are not shown to whom may not see the set-up', async () => {
    const org = new TestOrg({ settings: { rights: [] } });
    expect(await org.refusal(org.get('/limits'))).toBe('403 INSUFFICIENT_ACCESS');
  });
});

describe('calls that are wrong as such', () => {
  it('are refused with an array: address, verb, version, media type, JSON, length, edition', async () => {
    const org = new TestOrg();
    expect(await org.refusal(org.get('/nonsense'))).toBe('404 NOT_FOUND');
    expect(await org.refusal(org.get('/sobjects/Nonsense__c'))).toBe('404 NOT_FOUND');
    expect(await org.refusal(org.call('PUT', '/sobjects/Account', {}))).toBe('405 METHOD_NOT_ALLOWED');
    expect(await org.refusal(org.get('/services/data/v99.0/limits'))).toBe('404 NOT_FOUND');
    const text = { 'Content-Type': 'text/plain' };
    expect(await org.refusal(org.call('POST', '/sobjects/Account', {}, text))).toBe(
      '415 UNSUPPORTED_MEDIA_TYPE',
    );
    expect(await org.refusal(org.query('x'.repeat(17_000)))).toBe('414 URI_TOO_LONG');
    expect(await org.refusal(org.call('POST', '/sobjects/Account'))).toBe('400 JSON_PARSER_ERROR');
    org.standIn.change({ planAllowsApi: false });
    expect(await org.refusal(org.get('/limits'))).toBe('403 API_DISABLED_FOR_ORG');
  });
});
