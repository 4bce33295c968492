import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tariffsAtHome } from '../../../src/connectors/ccv/account.ts';
import { hookKey } from '../../../src/connectors/ccv/hook-key.ts';
import { ccv } from '../../../src/connectors/ccv/index.ts';
import { optionsOf } from '../../../src/connectors/contract/lookups.ts';
import { Refused } from '../../support/fake-api.ts';
import { sheet } from '../vendor-samples.ts';
import { settingsAnswer, webshopsAnswer, zonesAnswer } from './answers.ts';
import { FakeApi, nothing, paged, type Routes } from './fake-api.ts';

const keys = { address: 'https://molen.example.com', publicKey: 'public-1', secretKey: 'secret-1' };

const routes: Routes = {
  'GET /webshops/': () => webshopsAnswer(true),
  'GET /webshops/31/settings/': () => settingsAnswer,
  'GET /webshops/31/merchant/': () => ({ country_code: 'NL' }),
  'GET /webshops/31/geozonecountries/': () => zonesAnswer,
};

describe('an account', () => {
  test('is a shop, or a till, with what is known of it', async () => {
    const account = await ccv.account(new FakeApi(routes), keys);
    expect(account).toMatchObject({
      ...{ name: 'Molenwinkel', identity: 'molen.example:31', currency: 'EUR', timeZone: 'Europe/Amsterdam' },
      traits: { till: 'true', pricesIncludeVat: 'true', countsStock: 'true', country: 'NL' },
    });
    expect([...tariffsAtHome(account)]).toEqual([
      ['normal', '21'],
      ['low a', '9'],
      ['zero', '0'],
    ]);
    expect(JSON.stringify(account)).not.toContain('secret-1');
  });

  test('of a till tells what the merchant calls what is no turnover', async () => {
    const named = { tips: 'FOOI', vouchers: 'BON, Cadeaubon', rounding: 'AFR' };
    const { traits } = await ccv.account(new FakeApi(routes), ccv.credentials.parse({ ...keys, ...named }));
    expect(traits).toMatchObject(named);
  });

  test('of a key that opens several is the one at the address', async () => {
    const one = { id: 30, name: 'Een', is_salespos: false, api_root: 'https://een.example.com' };
    const two = { id: 31, name: 'Twee', is_salespos: false, api_root: 'molen.example.com/' };
    const api = new FakeApi({ ...routes, 'GET /webshops/': () => ({ items: [one, two] }) });
    expect(await ccv.account(api, keys)).toMatchObject({ name: 'Twee', identity: 'molen.example.com:31' });
  });

  test('is one too where the key may not read the merchant and the tariffs', async () => {
    const refused = () => new Refused(405, { status: 405, code: '405.10' });
    const api = new FakeApi({ ...routes, 'GET /webshops/31/(merchant|geozonecountries)/': refused });
    const account = await ccv.account(api, { ...keys, country: 'BE' });
    expect(account.traits).toMatchObject({ country: 'BE' });
    expect(tariffsAtHome(account).size).toBe(0);
  });

  test.each([400, 401, 403, 404])(
    'is not opened by keys or a clock that are refused with a %i',
    async (status) => {
      const api = new FakeApi({
        ...routes,
        'GET /webshops/': () => new Refused(status, { status, developermessage: 'no' }),
      });
      await expect(ccv.account(api, keys)).rejects.toMatchObject({
        kind: 'auth',
        code: 'credentials_refused',
        params: { advice: 'ccv_keys' },
      });
    },
  );
});

test('an address may be any page of the shop, and must be a public one', () => {
  const read = (address: string) => ccv.credentials.safeParse({ ...keys, address });
  expect(read(' https://molen.example.com/beheer/api ').data).toMatchObject({
    address: 'https://molen.example.com',
  });
  for (const wrong of ['http://molen.example.com', 'https://localhost', 'molen', 'https://10.0.0.1'])
    expect(read(wrong).success).toBe(false);
});

describe('what the shop answers', () => {
  const auth = ccv.auth(keys);
  const request = {
    method: 'GET',
    url: 'https://molen.example.com/ccv/api/rest/v1/orders/?start=0',
    body: '',
    at: 0,
  };
  const date = '2026-03-02T12:00:01+00:00';
  const hash = (body: string) =>
    createHmac('sha512', 'secret-1')
      .update(`public-1|GET|/api/rest/v1/orders/?start=0|${body}|${date}`)
      .digest('hex');
  const isOwn = (body: string, headers: Record<string, string>) =>
    auth.kind === 'signer' ? auth.isOwnAnswer?.(request, { headers: new Headers(headers), body }) : undefined;

  test('is its own where its signature says so, or where it has none', () => {
    expect(isOwn('{"items":[]}', { 'x-date': date, 'x-hash': hash('{"items":[]}') })).toBe(true);
    expect(isOwn('{"items":[1]}', { 'x-date': date, 'x-hash': hash('{"items":[]}') })).toBe(false);
    expect(isOwn('', {})).toBe(true);
  });

  const [, vector = ''] = /^body {3}= (.*)$/m.exec(sheet('ccv') ?? '') ?? [];
  const [, at = ''] = /^x-date = (.*)$/m.exec(sheet('ccv') ?? '') ?? [];
  const [, given = ''] = /^x-hash = ([0-9a-f]{128})$/m.exec(sheet('ccv') ?? '') ?? [];
  const [, asked = ''] = /^data = demo_public_key\|GET\|([^|]+)\|/m.exec(sheet('ccv') ?? '') ?? [];

  test.skipIf(given === '')('comes out as the sheet’s vector does', () => {
    const signed = ccv.auth({ address: '', publicKey: 'demo_public_key', secretKey: 'demo_secret_key' });
    if (signed.kind !== 'signer') throw new Error('it signs nothing');
    const url = `https://shop.example${asked}`;
    const answer = { headers: new Headers({ 'x-date': at, 'x-hash': given }), body: vector };
    expect(signed.isOwnAnswer?.({ ...request, url }, answer)).toBe(true);
  });
});

describe('webhooks', () => {
  const address = 'https://koppel.example/hooks/c1/shop';
  const key = hookKey(keys);
  const receive = (query: Record<string, string>, body: unknown) =>
    ccv.webhook?.receive(keys, {
      query,
      headers: {},
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const registered = (event: string, more = {}) => ({
    ...{
      id: event.length,
      event,
      address: `${address}?event=${event}&key=${key}`,
      key: 'x',
      is_active: true,
    },
    ...more,
  });

  test('are taken where they are wished for', () => {
    expect(ccv.webhook?.takes?.(keys)).toBe(false);
    expect(ccv.webhook?.takes?.({ ...keys, webhooks: 'on' })).toBe(true);
  });

  test('name a record by the address that they came to', async () => {
    expect(await receive({ event: 'products.updated', key }, { id: 7, status: 5 })).toEqual({
      ...{ kind: 'changes', id: null },
      changes: [
        { flow: 'products', key: '7' },
        { flow: 'stock', key: '7' },
      ],
    });
    expect(await receive({ event: 'orders.deleted', key }, { id: '8' })).toMatchObject({
      changes: [{ key: '8' }],
    });
    expect(await receive({ event: 'returns.created', key }, { id: 8 })).toMatchObject({ changes: [] });
  });

  test.each([
    [{ event: 'orders.created' }, { id: 1 }, 'unsigned'],
    [{ event: 'orders.created', key: 'guessed' }, { id: 1 }, 'unsigned'],
    [{ event: 'orders.created', key }, { number: 1 }, 'unreadable'],
    [{ event: 'orders.created', key }, { id: '../1' }, 'unreadable'],
    [{ event: 'orders.created', key }, 'no JSON', 'unreadable'],
  ])('%j with %j are %s', async (query, body, kind) => {
    expect(await receive(query as Record<string, string>, body)).toMatchObject({ kind });
  });

  test('have a key that stands nowhere but in the credentials, which are sealed', async () => {
    const account = await ccv.account(new FakeApi(routes), keys);
    expect(JSON.stringify(account)).not.toContain(key);
  });

  test('are asked for by event, once, and others stay', async () => {
    const others = [registered('orders.created', { id: 1, address: 'https://elsewhere.example/x' })];
    const old = registered('orders.created', { id: 2, address: `${address}?event=orders.created&key=old` });
    const off = registered('orders.deleted', { id: 3, is_active: false });
    const api = new FakeApi({
      'GET /webhooks/': (call) => paged([...others, old, off], call),
      'POST /webhooks/': () => nothing,
      '(DELETE|PATCH) /webhooks/\\d+/': () => nothing,
    });
    const asked = await ccv.webhook?.register?.(
      api,
      address,
      new Set(['orders', 'customers'] as const),
      keys,
    );
    expect(asked).toEqual({ untold: new Map([['customers', null]]), anew: new Set(['orders']) });
    expect(
      api.calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`),
    ).toEqual(['DELETE /webhooks/2/', ...Array(4).fill('POST /webhooks/'), 'PATCH /webhooks/3/']);
    expect(api.sent[1]).toEqual({
      ...{ event: 'orders.created', is_active: true },
      address: `${address}?event=orders.created&key=${key}`,
    });
  });

  test('are taken away where no flow wants them, and an event that is refused is told', async () => {
    const standing = [registered('orders.created', { id: 4 })];
    const api = new FakeApi({
      'GET /webhooks/': (call) => paged(standing, call),
      'POST /webhooks/': () => new Refused(500, { status: 500, code: '500.70' }),
      'DELETE /webhooks/4/': () => nothing,
    });
    expect(await ccv.webhook?.register?.(api, address, new Set(), keys)).toEqual({
      untold: new Map(),
      anew: new Set(),
    });
    expect(await ccv.webhook?.register?.(api, address, new Set(['orders'] as const), keys)).toMatchObject({
      untold: new Map([['orders', null]]),
    });
  });
});

test('lists can be picked from', async () => {
  const api = new FakeApi({
    'GET /paymethods/': () => ({
      items: [
        { id: 3, combined_name: 'BankTransfer', label: 'Vooraf overmaken' },
        { id: 4, combined_name: 'Cash', label: '' },
      ],
    }),
    'GET /usergroups/': (call) => paged([{ id: 2, groupname: 'Horeca' }], call),
  });
  const labels = async (name: 'paymentMethods' | 'classifications' | 'taxClasses' | 'orderStatuses') =>
    (await optionsOf(ccv.lookups?.[name] ?? { options: [] }, async () => api)).map(
      ({ value, label }) => `${value}: ${label}`,
    );
  expect(await labels('paymentMethods')).toEqual(['BankTransfer: Vooraf overmaken', 'Cash: Cash']);
  expect(await labels('classifications')).toEqual(['2: Horeca']);
  expect(await labels('taxClasses')).toContain('low a: low a (9 %)');
  expect(await labels('orderStatuses')).toContain('5: Sent');
});
