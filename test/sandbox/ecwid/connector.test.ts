import { describe, expect, it } from 'vitest';
import type { Api } from '../../../src/connectors/contract/api.ts';
import type { Change, Source } from '../../../src/connectors/contract/source.ts';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { ShopApi } from '../../connectors/ecwid/shop-api.ts';
import { changesIn } from '../../connectors/read-changes.ts';
import { refusalOf } from '../../support/fake-api.ts';
import { TestShop } from './shop.ts';

async function changes(api: Api, source: Source<unknown> | undefined): Promise<Change[]> {
  if (source === undefined) throw new Error('it is no source');
  return changesIn(source, api, { since: new Date('2020-01-01T00:00:00Z'), until: api.now() });
}

describe('the connector against the stand-in', () => {
  it('learns of the account', async () => {
    const account = await ecwid.account(new ShopApi(new TestShop()), {});
    expect(account).toEqual({
      name: 'De Theemeester',
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      traits: {
        country: 'NL',
        pricesIncludeTax: 'true',
        weightUnit: 'KILOGRAM',
        taxes: JSON.stringify([
          { id: '9310', name: 'BTW 21%', rate: '21' },
          { id: '9190', name: 'BTW 9%', rate: '9' },
          { id: '9100', name: 'BTW 0%', rate: '0' },
        ]),
      },
    });
  });

  it('finds every order and customer over many pages', async () => {
    const shop = new TestShop();
    await shop.control('POST', '/orders', { count: 260, profile: 'simple', customers: 130 });
    const api = new ShopApi(shop);
    const orders = await changes(api, ecwid.orders?.source);
    expect(new Set(orders.map(({ key }) => key)).size).toBe(260);
    const customers = await changes(api, ecwid.customers?.source);
    expect(new Set(customers.map(({ key }) => key)).size).toBe(130);
  });

  it('reads every order and customer of the seed', async () => {
    const shop = new TestShop({ seeded: true });
    const api = new ShopApi(shop);
    for (const source of [ecwid.orders?.source, ecwid.customers?.source]) {
      const found = await changes(api, source);
      expect(found.length).toBeGreaterThan(15);
      for (const { key } of found) expect(await source?.get(api, key)).not.toBeNull();
    }
  });

  it('reads the day of New Year’s Eve as the shop’s own', async () => {
    const shop = new TestShop({ seeded: true });
    const [eve] = (await shop.ids('/orders')).slice(-1);
    expect(await ecwid.orders?.source?.get(new ShopApi(shop), String(eve))).toMatchObject({
      date: '2025-12-31',
    });
  });

  it('writes a status and a note back, once', async () => {
    const shop = new TestShop({ seeded: true });
    const api = new ShopApi(shop);
    const [id] = await shop.ids('/orders?paymentStatus=PAID&limit=1');
    const change = { status: 'PROCESSING', note: 'Booked as 202603-001' };
    await ecwid.orders?.source?.writeBack?.(api, String(id), change);
    const written = (await shop.get(`/orders/${id}`)).body;
    expect(written).toMatchObject({
      fulfillmentStatus: 'PROCESSING',
      privateAdminNotes: 'Booked as 202603-001',
    });
    shop.world.pass(60_000);
    await ecwid.orders?.source?.writeBack?.(api, String(id), change);
    expect((await shop.get(`/orders/${id}`)).body).toEqual(written);
  });

  it('knows its refusals', async () => {
    const shop = new TestShop();
    shop.standIn.change({ scopes: [] });
    const { status, body } = await shop.get('/orders');
    expect(refusalOf(ecwid, status, body)).toMatchObject({ kind: 'auth', code: 'scope_missing' });
  });
});
