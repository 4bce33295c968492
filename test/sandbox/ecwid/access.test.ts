import { describe, expect, it } from 'vitest';
import { neighbourStoreId, secretToken } from '../../../sandbox/ecwid/index.ts';
import { TestShop } from './shop.ts';

const bearer = { Authorization: `Bearer ${secretToken}` };

describe('who may call', () => {
  it.each([
    ['no token', {}],
    ['another token', { Authorization: 'Bearer secret_other' }],
    ['another scheme', { Authorization: `Basic ${secretToken}` }],
  ])('refuses %s with 403', async (_, headers) => {
    const shop = new TestShop();
    const answer = await shop.call('GET', '/profile', undefined, headers);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({
      errorMessage: 'The API token is invalid',
      errorCode: 'INVALID_API_TOKEN',
    });
    expect(shop.standIn.state()).toMatchObject({ refusedTokens: 1 });
  });

  it('refuses a token in the query, as since March 2025', async () => {
    const answer = await new TestShop().call('GET', `/profile?token=${secretToken}`, undefined, {});
    expect([answer.status, answer.body.errorCode]).toEqual([403, 'INVALID_API_TOKEN']);
  });

  it('knows its store, refuses another store to the token, and does not know the rest', async () => {
    const shop = new TestShop();
    expect((await shop.get('/profile')).status).toBe(200);
    const neighbour = await shop.get(`/api/v3/${neighbourStoreId}/profile`);
    expect([neighbour.status, neighbour.body.errorCode]).toEqual([403, 'INVALID_API_TOKEN']);
    const unknown = await shop.get('/api/v3/99/profile');
    expect([unknown.status, unknown.body.errorCode]).toEqual([404, 'STORE_NOT_FOUND']);
  });

  it('answers 402 where the plan has no API, and where the store is suspended', async () => {
    const shop = new TestShop();
    shop.standIn.change({ planAllowsApi: false });
    expect((await shop.get('/orders')).body.errorCode).toBe('NOT_AVAILABLE_ON_CURRENT_PLAN');
    shop.standIn.change({ suspended: true });
    const suspended = await shop.get('/orders');
    expect([suspended.status, suspended.body.errorCode]).toEqual([402, 'STORE_IS_SUSPENDED']);
  });

  it('asks for the scope of the call', async () => {
    const shop = new TestShop();
    shop.standIn.change({ scopes: ['read_store_profile', 'read_orders'] });
    expect((await shop.get('/orders')).status).toBe(200);
    for (const [method, path] of [
      ['GET', '/customers'],
      ['POST', '/orders'],
      ['PUT', '/orders/AAAAA'],
    ] as const) {
      const answer = await shop.call(method, path, method === 'GET' ? undefined : {});
      expect([answer.status, answer.body.errorCode], path).toEqual([403, 'INSUFFICIENT_APP_SCOPE']);
    }
  });

  it('lets a new token in and the old one no more', async () => {
    const shop = new TestShop();
    const { token } = (await shop.control('POST', '/token')).body;
    expect(String(token)).toMatch(/^secret_\w{32}$/);
    expect((await shop.get('/profile')).status).toBe(403);
    const answer = await shop.call('GET', '/profile', undefined, { Authorization: `Bearer ${token}` });
    expect(answer.status).toBe(200);
    shop.standIn.reset(false);
    expect((await shop.get('/profile')).status).toBe(200);
  });
});

describe('the rate limit', () => {
  it('lets 600 calls a minute through, then says how long to wait', async () => {
    const shop = new TestShop();
    for (let call = 0; call < 600; call += 1) expect((await shop.get('/latest-stats')).status).toBe(200);
    shop.world.pass(42_500);
    const refused = await shop.get('/latest-stats');
    expect([refused.status, refused.body.errorCode]).toEqual([429, 'RATE_LIMITED']);
    expect(refused.headers.get('Retry-After')).toBe('18');
    shop.world.pass(17_500);
    expect((await shop.get('/latest-stats')).status).toBe(200);
  });

  it('can be switched off', async () => {
    const shop = new TestShop();
    shop.standIn.change({ limits: false });
    const statuses = await Promise.all(Array.from({ length: 700 }, () => shop.get('/latest-stats')));
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('requests that are none', () => {
  it.each([
    ['GET', '/nothing', 404, undefined],
    ['GET', '/api/v4/1003/orders', 404, undefined],
    ['PATCH', '/orders', 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', '/profile', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/orders/ZZZZZ', 404, 'ORDER_NOT_FOUND'],
    ['GET', '/orders/%ZZ', 404, 'ORDER_NOT_FOUND'],
    ['GET', '/customers/5', 404, 'CUSTOMER_NOT_FOUND'],
  ])('%s %s gives %i', async (method, path, status, code) => {
    const answer = await new TestShop().call(method, path);
    expect([answer.status, answer.body.errorCode]).toEqual([status, code]);
  });

  it('names the order that is not there', async () => {
    expect((await new TestShop().get('/orders/ZZZZZ')).body.errorMessage).toBe('Order #ZZZZZ not found');
  });

  it.each(['', '{', '[]', '"text"', 'null', '12'])('a body of %j is refused with 400', async (body) => {
    const answer = await new TestShop().call('POST', '/orders', body);
    expect([answer.status, answer.body.errorCode]).toEqual([400, 'WRONG_PARAMETER']);
  });

  it('a body of another type is refused with 415', async () => {
    const headers = { ...bearer, 'Content-Type': 'text/plain' };
    expect((await new TestShop().call('POST', '/orders', '{}', headers)).status).toBe(415);
    const other = { ...bearer, 'Content-Type': 'text/json; charset=utf-8' };
    expect((await new TestShop().call('POST', '/orders', '{}', other)).status).toBe(200);
  });

  it('no settings but the known ones are taken', () => {
    const { standIn } = new TestShop();
    expect(() => standIn.change({ webhokUrl: null })).toThrow();
    expect(() => standIn.change({ webhookUrl: 'not an address' })).toThrow();
    expect(() => standIn.change('everything')).toThrow();
  });
});

it('a path is counted by its template', () => {
  const { standIn } = new TestShop();
  expect(standIn.template('/api/v3/1003/orders/AB12C')).toBe('/api/v3/{storeId}/orders/{orderId}');
  expect(standIn.template('/api/v3/1003/customers/12')).toBe('/api/v3/{storeId}/customers/{customerId}');
  expect(standIn.template('/elsewhere/ada@example.com')).toBe('unknown');
});
