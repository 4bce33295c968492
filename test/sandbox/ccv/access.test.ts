import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../../sandbox/ccv/access/signature.ts';
import { publicKey, secretKey } from '../../../sandbox/ccv/settings.ts';
import { hashOf, pushedOrder, TestShop } from './shop.ts';

describe('who may call', () => {
  it('the vectors of the sheet come out', async () => {
    const key = 'demo_public_key';
    const sign = (method: string, uri: string, body: string, date: string) =>
      signatureOf('demo_secret_key', { publicKey: key, method, uri, body, date });
    const uri =
      '/api/rest/v1/orders/?start=0&size=2&orderby=id_desc&is_paid=true&min_create_date=2026-01-01T00%3A00%3A00Z';
    expect(await sign('GET', uri, '', '2026-01-05T09:30:00Z')).toMatch(/^ae920c464341b6ac.*bd0d840860$/);
    const body =
      '{"status":5,"mail":true,"track_and_trace_code":"3SABC123456789","track_and_trace_carrier":"PostNL"}';
    expect(await sign('PATCH', '/api/rest/v1/orders/700001/', body, '2026-01-05T09:31:00Z')).toMatch(
      /^380ed335dc0d4c7a.*16a5941a$/,
    );
    const empty = '{"start":0,"size":2,"items":[]}';
    expect(await sign('GET', uri, empty, '2026-01-05T09:30:01+00:00')).toMatch(
      /^fea973137bb10f22.*a3c3dd280$/,
    );
  });

  it('takes the three forms of the date and no other', async () => {
    const shop = new TestShop();
    for (const date of ['2026-03-10T12:00:00Z', '2026-03-10T12:00:00+00:00', '2026-03-10T12:00:00+0000']) {
      expect((await shop.call('GET', '/orders/', undefined, { date })).status, date).toBe(200);
    }
    for (const date of ['2026-03-10T13:00:00+01:00', 'Tue, 10 Mar 2026 12:00:00 GMT', '1773144000']) {
      expect((await shop.call('GET', '/orders/', undefined, { date })).status, date).toBe(401);
    }
  });

  it('a clock may be five minutes off and no more: four minutes pass', async () => {
    const shop = new TestShop({ settings: { clockSkewMs: 4 * 60_000 } });
    expect((await shop.get('/orders/')).status).toBe(200);
    shop.standIn.change({ clockSkewMs: 5 * 60_000 + 1000 });
    const { status, body } = await shop.get('/orders/');
    expect(status).toBe(401);
    expect(body).toEqual({ status: 401, developermessage: 'x-date is more than 5 minutes off' });
    shop.standIn.change({ clockSkewMs: -5 * 60_000 - 1000 });
    expect((await shop.get('/orders/')).status).toBe(401);
  });

  it('key and secret exchanged, a wrong secret, a missing header, a hash in capitals are refused', async () => {
    const shop = new TestShop();
    const call = (signing: Parameters<TestShop['call']>[3]) =>
      shop.call('GET', '/orders/', undefined, signing);
    expect((await call({ key: secretKey, secret: publicKey })).body.developermessage).toBe(
      'The public key is unknown',
    );
    expect((await call({ secret: publicKey })).body.developermessage).toBe('The hash is not correct');
    expect((await call({ headers: { 'x-hash': '' } })).status).toBe(401);
    const date = shop.now();
    const hash = hashOf(secretKey, publicKey, 'GET', '/api/rest/v1/orders/', '', date).toUpperCase();
    expect((await call({ headers: { 'x-hash': hash } })).status).toBe(401);
  });

  it('what was signed is what was sent: a slash or a byte more breaks it', async () => {
    const shop = new TestShop();
    const date = shop.now();
    const hash = hashOf(secretKey, publicKey, 'GET', '/api/rest/v1/orders', '', date);
    expect(
      (await shop.call('GET', '/orders/', undefined, { date, headers: { 'x-hash': hash } })).status,
    ).toBe(401);
    expect((await shop.call('GET', '/orders')).status).toBe(200);
    const body = hashOf(secretKey, publicKey, 'POST', '/api/rest/v1/brands/', '{"name":"A"}', date);
    const sent = { date, raw: '{"name": "A"}', headers: { 'x-hash': body } };
    expect((await shop.call('POST', '/brands/', undefined, sent)).status).toBe(401);
  });

  it('an address below the prefix of the sandbox may be what was signed', async () => {
    const shop = new TestShop();
    const date = shop.now();
    const hash = hashOf(secretKey, publicKey, 'GET', '/ccv/api/rest/v1/orders/', '', date);
    const { status, headers, text } = await shop.call('GET', '/orders/', undefined, {
      date,
      headers: { 'x-hash': hash },
    });
    expect(status).toBe(200);
    const answered = ['/ccv/api/rest/v1/orders/', text, headers.get('x-date') ?? ''];
    expect(headers.get('x-hash')).toBe(hashOf(secretKey, publicKey, 'GET', ...answered));
  });

  it('every answer that succeeds is signed, also one without a body; errors are not', async () => {
    const shop = new TestShop();
    const made = await shop.call('POST', '/orders/', pushedOrder());
    const uri = `/api/rest/v1/orders/${made.body.id}/`;
    const { status, headers, text } = await shop.call('PATCH', `/orders/${made.body.id}/`, { status: 5 });
    expect([status, text]).toEqual([204, '']);
    const date = headers.get('x-date') ?? '';
    expect(date).toBe('2026-03-10T12:00:00+00:00');
    expect(headers.get('x-hash')).toBe(hashOf(secretKey, publicKey, 'PATCH', uri, '', date));
    expect((await shop.get('/orders/1/')).headers.get('x-hash')).toBeNull();
    shop.standIn.change({ answersSigned: 'wrong' });
    const forged = await shop.get('/orders/');
    const signed = ['GET', '/api/rest/v1/orders/', forged.text, forged.headers.get('x-date') ?? ''];
    expect(forged.headers.get('x-hash')).not.toBe(hashOf(secretKey, publicKey, ...signed));
    shop.standIn.change({ answersSigned: 'none' });
    expect((await shop.get('/orders/')).headers.get('x-hash')).toBeNull();
  });

  it('an app that was removed is 500.90, a key that was deleted is gone for good', async () => {
    const shop = new TestShop({ settings: { planAllowsApi: false } });
    expect((await shop.get('/orders/')).body).toMatchObject({ status: 500, code: '500.90' });
    shop.standIn.change({ planAllowsApi: true });
    expect((await shop.items('/credentials/')).map(({ id }) => id)).toEqual([1]);
    expect((await shop.call('DELETE', '/credentials/1/')).status).toBe(204);
    expect((await shop.get('/orders/')).status).toBe(401);
    const { body } = await shop.control('POST', '/keys');
    const signing = { key: String(body.publicKey), secret: String(body.secret) };
    expect((await shop.call('GET', '/orders/', undefined, signing)).status).toBe(200);
  });

  it('asks for one of the known media types; that of a till only where there is one', async () => {
    const shop = new TestShop();
    const accepting = async (accept: string) =>
      (await shop.call('GET', '/orders/', undefined, { accept })).status;
    expect(await accepting('application/json')).toBe(200);
    expect(await accepting('*/*')).toBe(406);
    expect(await accepting('application/vnd.verto.salespos+json')).toBe(406);
    shop.standIn.change({ salespos: true });
    expect(await accepting('application/vnd.verto.salespos+json')).toBe(200);
  });
});

describe('limits', () => {
  it('per route and minute: 150 reads, 100 writes, 30 look-ups, each with the code', async () => {
    const shop = new TestShop({ limits: true, settings: { callsPerMinute: 10_000 } });
    const last = async (count: number, method: string, path: string, body?: unknown) => {
      for (let call = 0; call < count; call += 1) {
        expect((await shop.call(method, path, body)).body.code, `${call}`).not.toBe('429.10');
      }
      return shop.call(method, path, body);
    };
    const refused = await last(150, 'GET', '/webshops/');
    expect(refused.body).toEqual({
      status: 429,
      code: '429.10',
      developermessage: 'limit per minute reached for GET webshops',
    });
    expect(refused.headers.get('Retry-After')).toBeNull();
    // Another route has a limit of its own.
    expect((await shop.get('/paymethods/')).status).toBe(200);
    expect((await last(100, 'PATCH', '/products/7/', { stock: 1 })).status).toBe(429);
    // By route, not by id.
    expect((await shop.call('PATCH', '/products/8/', { stock: 1 })).status).toBe(429);
    expect((await last(30, 'GET', '/productqueries/?productnumber=X')).status).toBe(429);
    shop.world.pass(60_000);
    expect((await shop.get('/webshops/')).status).toBe(200);
  });

  it('have a fault of their own, which is worth another try', async () => {
    const shop = new TestShop({ settings: { limitFaults: 0.5 } });
    const codes = new Set<unknown>();
    for (let call = 0; call < 30; call += 1) codes.add((await shop.get('/packages/')).body.code);
    expect(codes).toEqual(new Set(['500.10', undefined]));
  });

  it('all calls together', async () => {
    const shop = new TestShop({ limits: true, settings: { callsPerMinute: 3 } });
    for (const path of ['/webshops/', '/paymethods/', '/brands/'])
      expect((await shop.get(path)).status).toBe(200);
    expect((await shop.get('/packages/')).body).toMatchObject({ status: 429, code: '429.11' });
  });
});

describe('what does not exist', () => {
  it('has the codes of the sheet', async () => {
    const shop = new TestShop();
    expect((await shop.get('/stockmutations/')).body).toMatchObject({ status: 404, code: '404.20' });
    expect((await shop.call('DELETE', '/orders/7/')).body).toMatchObject({ status: 405, code: '405.10' });
    expect((await shop.get('/orders/7/')).body).toEqual({
      status: 404,
      developermessage: 'orders not found',
    });
  });

  it('of a till: nothing is there with the schemas of a webshop', async () => {
    const shop = new TestShop({ settings: { salespos: true } });
    expect((await shop.get('/cashups/')).body).toMatchObject({ code: '404.20' });
    const accept = 'application/vnd.verto.salespos+json';
    expect((await shop.call('GET', '/cashups/', undefined, { accept })).status).toBe(200);
  });

  it('the root lists the resources', async () => {
    const shop = new TestShop();
    const uris = (await shop.items('/')).map(({ uri }) => uri);
    expect(uris).toContain('/api/rest/v1/orders/');
    expect(uris).toContain('/api/rest/v1/cashups/');
  });
});
