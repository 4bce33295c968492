import { describe, expect, it } from 'vitest';
import { isObject, objectsIn } from '../../../sandbox/kit/json.ts';
import { MagentoStandIn } from '../../../sandbox/magento/index.ts';
import { criteria, nobody, TestShop } from './shop.ts';

const sale = {
  about: 'two mugs',
  buyer: {
    firstname: 'Ada',
    lastname: 'Berg',
    email: 'ada@example.com',
    street: ['Kade', '1'],
    postcode: '8011 AB',
    city: 'Zwolle',
    country: 'NL',
  },
  basket: {
    lines: [{ productId: 1, sku: 'MOK', name: 'Mok', price: '12.10', quantity: '2', rate: '21' }],
    shipping: { method: 'flatrate_flatrate', description: 'Post', price: '4.95' },
  },
};

async function expectation(shop: TestShop, id: string) {
  return (await shop.control('GET', `/expectations/${id}`)).body;
}

describe('a certain sale', () => {
  it('is placed with its expectation', async () => {
    const shop = new TestShop();
    const { status, body } = await shop.control('POST', '/sales', sale);
    expect([status, body]).toEqual([
      201,
      {
        id: '1',
        number: '000000001',
        about: 'two mugs',
        state: 'new',
        status: 'pending',
        currency: 'EUR',
        gross: '29.15',
        tax: '5.06',
        taxByRate: [{ rate: '21', tax: '5.06' }],
        refunded: '0.00',
        bookable: true,
        why: 'a sale as any other',
      },
    ]);
    expect(await shop.order(1)).toMatchObject({ customer_id: 1, customer_is_guest: 0, total_qty_ordered: 2 });
  });

  it('is refused where it makes no sense', async () => {
    const shop = new TestShop();
    expect((await shop.control('POST', '/sales', { ...sale, basket: { lines: [] } })).status).toBe(400);
    expect((await shop.control('POST', '/orders', { count: 0 })).status).toBe(400);
    expect((await shop.control('PATCH', '/orders/1', { pay: true })).status).toBe(400);
    expect((await shop.control('PATCH', '/orders/9', { invoice: true })).status).toBe(404);
  });
});

describe('a merchant', () => {
  it('invoices, ships, gives back and cancels', async () => {
    const shop = new TestShop();
    const id = await shop.sell(sale);
    const act = (what: unknown) => shop.control('PATCH', `/orders/${id}`, what);
    expect((await act({ invoice: true })).body).toMatchObject({ state: 'processing', total_paid: 29.15 });
    expect((await act({ ship: { rows: [{ position: 0, quantity: '1' }] } })).body.state).toBe('processing');
    expect((await act({ ship: true })).body.state).toBe('complete');
    await act({ refund: { rows: [{ position: 0, quantity: '1' }], shipping: '0' } });
    expect(await expectation(shop, id)).toMatchObject({ refunded: '12.10', bookable: true });
    await act({ refund: { rows: [] } });
    expect(await expectation(shop, id)).toMatchObject({ refunded: '17.05' });
    await act({ refund: {} });
    expect(await expectation(shop, id)).toMatchObject({
      refunded: '29.15',
      state: 'closed',
      bookable: false,
    });
    const refused = await act({ cancel: true });
    expect([refused.status, refused.body]).toEqual([409, { error: 'The order cannot be cancelled.' }]);
  });

  it('edits: a new order in the place of the old one', async () => {
    const shop = new TestShop();
    const id = await shop.sell(sale);
    const { body } = await shop.control('PATCH', `/orders/${id}`, {
      edit: { rows: [{ position: 0, quantity: '3' }] },
    });
    expect(body).toMatchObject({
      increment_id: '000000001-1',
      relation_parent_id: id,
      grand_total: 41.25,
      customer_id: 1,
    });
    expect(body.billing_address).toMatchObject({ street: ['Kade', '1'], parent_id: body.entity_id });
    expect(await shop.order(id)).toMatchObject({
      state: 'canceled',
      relation_child_id: String(body.entity_id),
    });
    expect(await expectation(shop, id)).toMatchObject({ bookable: false, why: 'cancelled' });
    expect(await expectation(shop, String(body.entity_id))).toMatchObject({ bookable: true, gross: '41.25' });
    await shop.control('PATCH', `/orders/${body.entity_id}`, { edit: { rows: [] } });
    expect(await shop.order(3)).toMatchObject({
      increment_id: '000000001-2',
      original_increment_id: '000000001',
    });
  });

  it('sets a status of his own, a comment or an e-mail address', async () => {
    const shop = new TestShop();
    const id = await shop.sell({ ...sale, deeds: [{ invoice: true }] });
    const { body } = await shop.control('PATCH', `/orders/${id}`, {
      status: 'verpakt',
      comment: 'Klaar',
      email: 'b@example.com',
    });
    expect(body).toMatchObject({ state: 'processing', status: 'verpakt', customer_email: 'b@example.com' });
    expect(objectsIn(body.status_histories)).toMatchObject([{ comment: 'Klaar' }]);
  });
});

describe('the clock', () => {
  it('may be off', async () => {
    const shop = new TestShop({ settings: { clockSkewMs: 90_000 } });
    const id = await shop.sell(sale);
    expect((await shop.order(id)).updated_at).toBe('2026-03-10 12:01:30');
  });

  it('may give several orders the same moment', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.control('POST', '/same-moment', { ids: ['3', '9', '12'], updatedAt: '2026-03-01 00:00:00' });
    const rows = await shop.items(`/V1/orders${criteria([['updated_at', 'eq', '2026-03-01 00:00:00']])}`);
    expect(rows.map(({ entity_id }) => entity_id)).toEqual([3, 9, 12]);
    expect((await shop.control('POST', '/same-moment', { ids: ['999'] })).status).toBe(404);
    expect((await shop.control('POST', '/same-moment', { ids: ['3'], updatedAt: 'now' })).status).toBe(400);
  });
});

describe('buyers who come by themselves', () => {
  it('come at once, or one after the other, each at its own time', async () => {
    const shop = new TestShop();
    const { body } = await shop.control('POST', '/orders', { count: 3 });
    expect(body).toEqual({ ids: ['1', '2', '3'], waiting: 0 });
    await shop.control('POST', '/orders', { count: 3, everyMs: 1000, profile: 'simple' });
    expect(shop.standIn.nextDueAt()).toBe(shop.world.now() + 1000);
    shop.world.pass(2500);
    await shop.standIn.runDue();
    const times = (await shop.items(`/V1/orders${criteria([['entity_id', 'gt', '3']])}`)).map(
      (row) => row.created_at,
    );
    expect(times).toEqual(['2026-03-10 12:00:01', '2026-03-10 12:00:02']);
    await shop.run(10_000);
    expect((await shop.get('/V1/orders?searchCriteria')).body.total_count).toBe(6);
    expect(shop.standIn.nextDueAt()).toBeNull();
  });

  it('can be stopped', async () => {
    const shop = new TestShop();
    await shop.control('POST', '/orders', { count: 3, everyMs: 1000 });
    await shop.control('DELETE', '/orders');
    expect(shop.standIn.nextDueAt()).toBeNull();
  });
});

describe('a snapshot', () => {
  async function busy(): Promise<TestShop> {
    const shop = new TestShop({ seeded: true, settings: { searchLagMs: 60_000 } });
    await shop.control('PATCH', '/orders/10', { invoice: true });
    await shop.control('POST', '/orders', { count: 4, everyMs: 1000 });
    await shop.signed('GET', '/V1/orders/1', { nonce: 'q'.repeat(32) });
    await shop.control('POST', '/integrations', {
      callbackUrl: 'https://app.example.com/callback',
      identityLinkUrl: 'https://app.example.com/login',
    });
    return shop;
  }

  it('is plain JSON and holds everything', async () => {
    const shop = await busy();
    const snapshot = JSON.parse(JSON.stringify(shop.standIn.snapshot()));
    const other = new MagentoStandIn(shop.world, nobody);
    other.restore(snapshot);
    expect(JSON.parse(JSON.stringify(other.snapshot()))).toEqual(snapshot);
    expect(other.state()).toEqual(shop.standIn.state());
    expect(other.settings()).toEqual(shop.standIn.settings());
    expect(other.nextDueAt()).toBe(shop.standIn.nextDueAt());
    const twin = Object.assign(new TestShop(), { world: shop.world, standIn: other });
    const path = `/V1/orders${criteria([['entity_id', 'eq', '10']])}`;
    expect((await twin.items(path))[0]).not.toHaveProperty('total_paid');
    expect((await twin.signed('GET', '/V1/orders/1', { nonce: 'q'.repeat(32) })).status).toBe(401);
    await twin.run(5000);
    // Whoever is known already stays known, and numbers go on.
    const customers = (await twin.get('/V1/customers/search?searchCriteria')).body.total_count;
    const again = { email: 'hanneke.smits@example.com', firstname: 'H', lastname: 'S', website_id: 1 };
    expect((await twin.call('POST', '/V1/customers', { customer: again })).status).toBe(400);
    expect(Number(customers)).toBeGreaterThan(19);
  });

  it('does not change with what comes after it', async () => {
    const shop = await busy();
    const snapshot = shop.standIn.snapshot();
    const before = JSON.stringify(snapshot);
    await shop.control('PATCH', '/orders/1', { refund: {} });
    await shop.run(10_000);
    expect(JSON.stringify(snapshot)).toBe(before);
  });
});

describe('a reset', () => {
  it('empties everything but the settings, and seeds the same every time', async () => {
    const shop = new TestShop({ seeded: true, settings: { language: 'nl' } });
    const seeded = JSON.stringify(shop.standIn.state());
    await shop.control('POST', '/orders', { count: 2 });
    shop.standIn.reset(true);
    expect(JSON.stringify(shop.standIn.state())).toBe(seeded);
    shop.standIn.reset(false);
    expect(shop.standIn.state()).toEqual({
      ...{
        mails: [],
        orders: [],
        customers: [],
        invoices: [],
        creditmemos: [],
        shipments: [],
        expectations: [],
        refused: 0,
      },
    });
    expect(shop.standIn.settings().language).toBe('nl');
  });
});

describe('settings', () => {
  it('are laid over what is set and refused when unknown', () => {
    const { standIn } = new TestShop();
    standIn.change({ searchLagMs: 5 });
    expect(standIn.settings()).toMatchObject({ searchLagMs: 5, bearerAllowed: true });
    expect(() => standIn.change({ lag: 1 })).toThrow(/lag/);
    expect(() => standIn.change({ baseUrl: 'ftp://x' })).toThrow(/baseUrl/);
    expect(() => standIn.change(null)).toThrow();
  });
});

describe('a template', () => {
  it('has the ids and the store taken out', () => {
    const { standIn } = new TestShop();
    expect(standIn.template('/rest/V1/orders/58')).toBe('/V1/orders/{id}');
    expect(standIn.template('/rest/vlaams/V1/order/58/invoice')).toBe('/V1/order/{id}/invoice');
    expect(standIn.template('/index.php/rest/all/V1/orders/items')).toBe('/V1/orders/items');
    expect(standIn.template('/oauth/token/request')).toBe('/oauth/token/request');
    expect(standIn.template('/rest/V1/nothing/5')).toBe('unknown');
    expect(standIn.template('/elsewhere')).toBe('unknown');
  });
});

describe('a shop seeded long ago', () => {
  it('tells its orders by moments in the past, each changed after it was placed', async () => {
    const shop = new TestShop({ seeded: true });
    for (const order of await shop.items('/V1/orders?searchCriteria')) {
      expect(String(order.created_at) <= String(order.updated_at)).toBe(true);
      expect(String(order.updated_at) <= '2026-03-10 12:00:00').toBe(true);
      expect(isObject(order.billing_address)).toBe(true);
    }
  });
});
