import { describe, expect, it } from 'vitest';
import { baseString } from '../../../../sandbox/kit/access/oauth1.ts';
import { oneTimePassword } from '../../../../sandbox/magento/access/one-time-password.ts';
import {
  accessToken,
  accessTokenSecret,
  adminPassword,
  adminUsername,
  consumerKey,
  consumerSecret,
  oneTimeSecret,
} from '../../../../sandbox/magento/index.ts';
import { origin, TestShop } from '../shop.ts';
import { authorization } from '../signing.ts';

const orders = '/V1/orders?searchCriteria%5BpageSize%5D=1';
const nobody = {
  message: "The consumer isn't authorized to access %resources.",
  parameters: { resources: 'Magento_Sales::actions_view' },
};

describe('a bearer token', () => {
  it('is that of the integration, when an admin has allowed it', async () => {
    const shop = new TestShop();
    expect((await shop.get(orders)).status).toBe(200);
    const wrong = await shop.call('GET', orders, undefined, { Authorization: 'Bearer nonsense' });
    expect([wrong.status, wrong.body]).toEqual([401, nobody]);
  });

  it('counts as nobody while it is not allowed, with the same words', async () => {
    const shop = new TestShop({ settings: { bearerAllowed: false } });
    const refused = await shop.get(orders);
    expect([refused.status, refused.body]).toEqual([401, nobody]);
  });

  it('must be two parts with one space, its scheme in any case', async () => {
    const shop = new TestShop();
    const status = async (Authorization: string) =>
      (await shop.call('GET', orders, undefined, { Authorization })).status;
    expect(await status(`bEaReR ${accessToken}`)).toBe(200);
    expect(await status(`Bearer  ${accessToken}`)).toBe(401);
    expect(await status(`Bearer ${accessToken} x`)).toBe(401);
    expect(await status(accessToken)).toBe(401);
  });

  it('is dead when it is taken back', async () => {
    const shop = new TestShop();
    await shop.control('POST', '/integrations/1/revoke');
    expect((await shop.get(orders)).status).toBe(401);
    expect((await shop.signed('GET', orders)).body.message).toBe('Access token has been revoked');
  });
});

describe('a right that the integration lacks', () => {
  it('is answered as if nobody called, naming the resource', async () => {
    const shop = new TestShop({ settings: { resources: ['Magento_Sales::actions_view'] } });
    expect((await shop.get(orders)).status).toBe(200);
    const refused = await shop.get('/V1/customers/1');
    expect([refused.status, refused.body.parameters]).toEqual([
      401,
      { resources: 'Magento_Customer::customer' },
    ]);
    const signed = await shop.signed('POST', '/V1/order/1/invoice');
    expect([signed.status, signed.body.parameters]).toEqual([401, { resources: 'Magento_Sales::invoice' }]);
  });

  it('is not needed for what is open to all', async () => {
    const shop = new TestShop({ settings: { resources: [] } });
    expect((await shop.call('GET', '/V1/directory/countries/NL', undefined, {})).status).toBe(200);
  });
});

describe('a signed call', () => {
  const shop = () => new TestShop({ settings: { bearerAllowed: false } });

  it('opens the shop whatever the bearer setting is, its query being part of the signature', async () => {
    const filter =
      '/V1/orders?searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bfield%5D=updated_at&searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bvalue%5D=2026-01-01%2000%3A00%3A00&searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bcondition_type%5D=gteq';
    expect((await shop().signed('GET', filter)).status).toBe(200);
  });

  it('may be signed over the address that it goes to, also under a prefix', async () => {
    const world = shop();
    world.standIn.change({ baseUrl: 'https://elsewhere.example.com/' });
    expect((await world.signed('GET', orders)).status).toBe(200);
    expect((await world.signed('GET', orders, { url: 'https://elsewhere.example.com' })).status).toBe(200);
    expect((await world.signed('GET', orders, { url: `${origin}/magento` })).status).toBe(200);
    expect((await world.signed('GET', orders, { url: 'https://stranger.example.com' })).status).toBe(401);
  });

  it.each([
    [{ signature: 'AAAA' }, 'The signature is invalid. Verify and try again.'],
    [{ tokenSecret: 'x'.repeat(32) }, 'The signature is invalid. Verify and try again.'],
    [{ consumerSecret: 'x'.repeat(32) }, 'The signature is invalid. Verify and try again.'],
    [{ method: 'POST' }, 'The signature is invalid. Verify and try again.'],
    [{ signatureMethod: 'HMAC-SHA1' }, 'Signature method %1 is not supported', 400],
    [{ timestamp: 0 }, 'Incorrect timestamp value in the oauth_timestamp parameter'],
    [{ timestamp: 'soon' }, 'Incorrect timestamp value in the oauth_timestamp parameter'],
    [{ consumerKey: 'short' }, 'Consumer key is not the correct length'],
    [{ consumerKey: 'x'.repeat(32) }, 'A consumer having the specified key does not exist'],
    [{ token: 'short' }, 'The token length is invalid. Check the length and try again.', 400],
    [{ token: 'x'.repeat(32) }, 'Specified token does not exist'],
  ])('with %o is refused: %s', async (change, message, status = 401) => {
    const world = shop();
    const path = orders;
    // The call itself is always a GET: a signature for another verb is a wrong one.
    const header = await authorization({
      method: 'GET',
      url: `${origin}/rest${path}`,
      consumerKey,
      consumerSecret,
      token: accessToken,
      tokenSecret: accessTokenSecret,
      nonce: 'n'.repeat(32),
      timestamp: Math.floor(world.world.now() / 1000),
      ...change,
    });
    const answer = await world.call('GET', path, undefined, { Authorization: header });
    expect([answer.status, answer.body.message]).toEqual([status, message]);
  });

  it('is refused the second time: a nonce is spent', async () => {
    const world = shop();
    const nonce = 'z'.repeat(32);
    expect((await world.signed('GET', orders, { nonce })).status).toBe(200);
    const again = await world.signed('GET', orders, { nonce });
    expect([again.status, again.body]).toEqual([
      401,
      { message: 'The nonce is already being used by the consumer with ID %1', parameters: [1] },
    ]);
  });

  it('may come ten minutes early by the clock of the shop, and as late as it likes', async () => {
    const world = shop();
    const now = Math.floor(world.world.now() / 1000);
    expect((await world.signed('GET', orders, { timestamp: now + 600 })).status).toBe(200);
    expect((await world.signed('GET', orders, { timestamp: now + 601 })).status).toBe(401);
    expect((await world.signed('GET', orders, { timestamp: now - 86_400 })).status).toBe(200);
    world.standIn.change({ clockSkewMs: -60_000 });
    expect((await world.signed('GET', orders, { timestamp: now + 600 })).status).toBe(401);
  });

  it('must not lack a parameter', async () => {
    const answer = await shop().call('GET', orders, undefined, { Authorization: 'OAuth oauth_nonce="x"' });
    const errors = ['consumer_key', 'signature', 'signature_method', 'timestamp', 'token'].map((name) => ({
      message: '"%fieldName" is required. Enter and try again.',
      parameters: { fieldName: `oauth_${name}` },
    }));
    expect([answer.status, answer.body.errors]).toEqual([400, errors]);
  });

  it('has its parameters in natural order: the tenth group after the second', () => {
    const text = baseString('GET', 'https://shop.example.com/rest/V1/orders', [
      ['g[10]', 'b'],
      ['g[2]', 'a'],
    ]);
    expect(decodeURIComponent(text.split('&')[2] ?? '')).toBe('g%5B2%5D=a&g%5B10%5D=b');
  });
});

describe('the admin token', () => {
  const login = { username: adminUsername, password: adminPassword };

  it('refers to the second factor, and comes with it', async () => {
    const shop = new TestShop({ settings: { bearerAllowed: false } });
    const refused = await shop.call('POST', '/V1/integration/admin/token', login, {});
    expect([refused.status, refused.body.parameters]).toEqual([400, { active_providers: ['google'] }]);
    const otp = await oneTimePassword(oneTimeSecret, shop.world.now());
    const path = '/V1/tfa/provider/google/authenticate';
    expect((await shop.call('POST', path, { ...login, otp: '0' }, {})).status).toBe(401);
    const { json } = await shop.call('POST', path, { ...login, otp }, {});
    const headers = { Authorization: `Bearer ${json}` };
    expect((await shop.call('GET', orders, undefined, headers)).status).toBe(200);
    shop.world.pass(4 * 3_600_000);
    expect((await shop.call('GET', orders, undefined, headers)).status).toBe(401);
  });

  it('locks after six failures, for half an hour', async () => {
    const shop = new TestShop({ settings: { twoFactor: false } });
    const ask = (password: string) =>
      shop.call('POST', '/V1/integration/admin/token', { username: adminUsername, password }, {});
    expect((await ask(adminPassword)).status).toBe(200);
    for (let attempt = 0; attempt < 6; attempt += 1) expect((await ask('wrong')).status).toBe(401);
    expect((await ask(adminPassword)).status).toBe(401);
    shop.world.pass(30 * 60_000);
    expect((await ask(adminPassword)).status).toBe(200);
  });
});

describe('what stands before the shop', () => {
  it('may have enough: a page, not JSON, with how long to wait', async () => {
    const shop = new TestShop({ settings: { proxyLimit: { calls: 2, windowMs: 10_000 } } });
    expect((await shop.get(orders)).status).toBe(200);
    expect((await shop.get(orders)).status).toBe(200);
    const refused = await shop.get(orders);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('10');
    expect(refused.headers.get('Content-Type')).toMatch(/^text\/html/);
    shop.world.pass(10_000);
    expect((await shop.get(orders)).status).toBe(200);
  });

  it('shows a page in maintenance mode', async () => {
    const refused = await new TestShop({ settings: { maintenance: true } }).get(orders);
    expect([refused.status, refused.text.startsWith('<!doctype html>')]).toEqual([503, true]);
  });
});
