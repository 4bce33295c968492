import { describe, expect, it } from 'vitest';
import { partnerToken, storeToken } from '../../../sandbox/mijnwebwinkel/settings.ts';
import { TestShop, tokens } from './shop.ts';

describe('the two tokens', () => {
  it('both are asked for in the query', async () => {
    const shop = new TestShop();
    for (const query of [
      '',
      `token=${storeToken}`,
      `partner_token=${partnerToken}`,
      `token=x&partner_token=${partnerToken}`,
    ]) {
      const { status, body } = await shop.call('GET', '/store', undefined, query);
      expect(status, query).toBe(401);
      expect(body).toMatchObject({ code: 401, message: expect.stringContaining('token') });
    }
    expect((await shop.get('/store')).status).toBe(200);
  });

  it('statuses and all gateways need the partner’s alone', async () => {
    const shop = new TestShop();
    for (const path of ['/orderstatuses', '/payment/gateways']) {
      expect((await shop.call('GET', path, undefined, `partner_token=${partnerToken}`)).status).toBe(200);
      expect((await shop.call('GET', path, undefined, `token=${storeToken}`)).status).toBe(401);
    }
  });

  it('a shop may ask for its own alone, and refuses a wrong one of the partner all the same', async () => {
    const shop = new TestShop({ settings: { partnerTokenNeeded: false } });
    expect((await shop.call('GET', '/store', undefined, `token=${storeToken}`)).status).toBe(200);
    expect((await shop.call('GET', '/store', undefined, `token=${storeToken}&partner_token=x`)).status).toBe(
      401,
    );
  });

  it('a token that the merchant replaced is dead', async () => {
    const shop = new TestShop();
    await shop.control('POST', '/token', { token: 'another' });
    expect((await shop.get('/store')).status).toBe(401);
    expect(
      (await shop.call('GET', '/store', undefined, `token=another&partner_token=${partnerToken}`)).status,
    ).toBe(200);
  });

  it('a package without the API is refused', async () => {
    const shop = new TestShop({ settings: { planAllowsApi: false } });
    expect((await shop.get('/store')).status).toBe(403);
  });
});

describe('the pace', () => {
  it('is limited per partner and store, and says how long to wait', async () => {
    const shop = new TestShop({ limits: true, settings: { callsPerWindow: 3, windowMs: 10_000 } });
    for (let call = 0; call < 3; call += 1) expect((await shop.get('/store')).status).toBe(200);
    shop.world.pass(4000);
    const { status, headers } = await shop.get('/store');
    expect(status).toBe(429);
    expect(headers.get('Retry-After')).toBe('6');
    const partnerOnly = await shop.call('GET', '/orderstatuses', undefined, `partner_token=${partnerToken}`);
    expect(partnerOnly.status).toBe(200);
    shop.world.pass(6000);
    expect((await shop.get('/store')).status).toBe(200);
  });

  it('may be silent about how long to wait', async () => {
    const shop = new TestShop({ limits: true, settings: { callsPerWindow: 1, retryAfter: false } });
    await shop.get('/store');
    const { status, headers } = await shop.get('/store');
    expect([status, headers.get('Retry-After')]).toEqual([429, null]);
  });
});

describe('a request', () => {
  it('asks for JSON in a language that there is', async () => {
    const shop = new TestShop();
    expect((await shop.get('/store?format=xml')).status).toBe(400);
    expect((await shop.get('/store?language=nl')).status).toBe(400);
    expect((await shop.get('/store?format=json&language=de_DE')).status).toBe(200);
  });

  it('is refused where there is nothing, or not that verb', async () => {
    const shop = new TestShop({ seeded: true });
    expect((await shop.get('/webhooks')).status).toBe(404);
    expect((await shop.call('DELETE', '/categories/501')).status).toBe(405);
    expect((await shop.call('POST', '/orders', 'text')).status).toBe(400);
    for (const path of ['/orders/9', '/articles/9', '/customers/9', '/categories/9', '/articlelists/9']) {
      expect((await shop.get(path)).status, path).toBe(404);
    }
  });

  it('with a body of another type is refused', async () => {
    const shop = new TestShop();
    const request = new Request(`https://api.myonlinestore.com/v1/orders?${tokens}`, {
      method: 'POST',
      body: '{}',
    });
    expect((await shop.standIn.handle(request)).status).toBe(415);
  });
});
