import { beforeEach, describe, expect, it } from 'vitest';
import type { SaleInput } from '../../../sandbox/ecwid/sales/sale.ts';
import { objectsIn } from '../../../sandbox/kit/json.ts';
import { TestShop } from './shop.ts';

let shop: TestShop;

beforeEach(() => {
  shop = new TestShop();
  shop.standIn.change({ limits: false });
});

const mugs: SaleInput = {
  about: 'two mugs',
  buyer: {
    name: 'Elif Şahin',
    email: 'elif@example.com',
    street: 'Kade 1',
    postalCode: '8011 AB',
    city: 'Zwolle',
    country: 'NL',
  },
  basket: { lines: [{ name: 'Mok', price: '12.10', quantity: '2', rate: '21' }] },
};

async function sell(sale: SaleInput = mugs): Promise<string> {
  return String((await shop.control('POST', '/sales', sale)).body.id);
}

async function expectation(id: string) {
  return (await shop.control('GET', `/expectations/${id}`)).body;
}

describe('a certain sale', () => {
  it('is placed with its expectation', async () => {
    const { status, body } = await shop.control('POST', '/sales', mugs);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      about: 'two mugs',
      paymentStatus: 'PAID',
      gross: '24.20',
      tax: '4.20',
      taxByRate: [{ rate: '21', tax: '4.20' }],
      bookable: true,
      why: 'a sale as any other',
    });
    expect((await shop.get(`/orders/${body.id}`)).body).toMatchObject({
      total: 24.2,
      tax: 4.2,
      email: 'elif@example.com',
      billingPerson: { firstName: 'Elif', lastName: 'Şahin', countryName: 'Netherlands' },
    });
  });

  it('counts by hand: a coupon of 5.00 over 21 % and 9 %, shipping with them', async () => {
    const { body } = await shop.control('POST', '/sales', {
      ...mugs,
      basket: {
        lines: [
          { name: 'Mok', price: '12.10', quantity: '2', rate: '21' },
          { name: 'Boek', price: '21.80', rate: '9' },
        ],
        shipping: { method: 'Post', rate: '4.60' },
        coupon: { code: 'VIJF', name: 'Vijf', type: 'ABS', value: '5' },
      },
    });
    // 5.00 is 2.63 and 2.37 of 24.20 and 21.80; 4.60 is 2.42 and 2.18. 21.57 holds 3.74, 19.43 holds 1.60,
    // 2.42 holds 0.42, 2.18 holds 0.18.
    expect(body).toMatchObject({
      gross: '45.60',
      tax: '5.94',
      taxByRate: [
        { rate: '21', tax: '4.16' },
        { rate: '9', tax: '1.78' },
      ],
    });
  });

  it('is refused where it makes no sense', async () => {
    for (const body of [{}, { ...mugs, basket: { lines: [{ name: 'Mok', price: '-1', rate: '21' }] } }]) {
      const { status } = await shop.control('POST', '/sales', body);
      expect(status).toBe(400);
    }
    expect((await shop.control('POST', '/orders', { count: 0 })).status).toBe(400);
    expect((await shop.control('PATCH', '/orders/ZZZZZ', { steal: true })).status).toBe(400);
    expect((await shop.get('/orders')).body.total).toBe(0);
  });
});

describe('in the merchant’s place', () => {
  it('an order is paid, cancelled, noted', async () => {
    const id = await sell({ ...mugs, paymentStatus: 'AWAITING_PAYMENT' });
    shop.world.pass(60_000);
    const paid = (await shop.control('PATCH', `/orders/${id}`, { pay: true, privateAdminNotes: 'bank' }))
      .body;
    expect(paid).toMatchObject({
      paymentStatus: 'PAID',
      privateAdminNotes: 'bank',
      updateDate: '2026-03-10 12:01:00 +0000',
    });
    await shop.control('PATCH', `/orders/${id}`, { cancel: true, fulfillmentStatus: 'WILL_NOT_DELIVER' });
    expect(await expectation(id)).toMatchObject({ bookable: false, why: 'cancelled' });
  });

  it('an order is refunded in part, then as a whole', async () => {
    const id = await sell();
    const part = (
      await shop.control('PATCH', `/orders/${id}`, { refund: { amount: '12.10', reason: 'kapot' } })
    ).body;
    expect(part).toMatchObject({ paymentStatus: 'PARTIALLY_REFUNDED', refundedAmount: 12.1, total: 24.2 });
    expect(await expectation(id)).toMatchObject({ bookable: true, gross: '24.20' });
    const whole = (await shop.control('PATCH', `/orders/${id}`, { refund: {} })).body;
    expect(whole).toMatchObject({ paymentStatus: 'REFUNDED', refundedAmount: 24.2 });
    expect(objectsIn(whole.refunds)).toHaveLength(2);
    expect(await expectation(id)).toMatchObject({ bookable: false, why: 'given back as a whole' });
  });

  it('a refund by its status alone leaves the amounts empty', async () => {
    const id = await sell();
    const { body } = await shop.control('PATCH', `/orders/${id}`, { refund: { statusOnly: true } });
    expect(body).toMatchObject({ paymentStatus: 'REFUNDED', refundedAmount: 0, refunds: [] });
  });

  it('an edited item changes the sums and leaves the taxes behind', async () => {
    const id = await sell();
    const { body } = await shop.control('PATCH', `/orders/${id}`, {
      items: [{ position: 0, quantity: '3' }],
    });
    expect(body).toMatchObject({ subtotal: 36.3, total: 36.3, tax: 4.2, totalWithoutTax: 32.1 });
    expect(objectsIn(body.items)).toMatchObject([{ quantity: 3, price: 12.1, tax: 4.2 }]);
    expect(await expectation(id)).toMatchObject({ gross: '36.30', tax: '4.20', bookable: false });
    expect((await expectation(id)).why).toContain('2.10 off');
  });

  it('and with them, if so wished', async () => {
    const id = await sell();
    const before = objectsIn((await shop.get(`/orders/${id}`)).body.items)[0]?.id;
    const change = { items: [{ position: 0, price: '6.05' }], recalculate: true };
    const { body } = await shop.control('PATCH', `/orders/${id}`, change);
    expect(body).toMatchObject({ total: 12.1, tax: 2.1, items: [{ id: before, price: 6.05, tax: 2.1 }] });
    expect(await expectation(id)).toMatchObject({ gross: '12.10', tax: '2.10', bookable: true });
  });

  it('only what the sandbox made can be edited', async () => {
    const { orderId } = (await shop.call('POST', '/orders', { email: 'a@example.com', total: 5 })).body;
    const change = { items: [{ position: 0, price: '1' }] };
    expect((await shop.control('PATCH', `/orders/${orderId}`, change)).status).toBe(409);
    expect((await shop.control('PATCH', '/orders/ZZZZZ', change)).status).toBe(404);
  });
});

describe('buyers who come by themselves', () => {
  it('come at once, some of them known', async () => {
    const { status, body } = await shop.control('POST', '/orders', { count: 60 });
    expect(status).toBe(201);
    expect(new Set(body.ids as string[]).size).toBe(60);
    expect(body.waiting).toBe(0);
    expect((await shop.get('/orders')).body.total).toBe(60);
    const customers = Number((await shop.get('/customers')).body.total);
    expect(customers).toBeGreaterThan(10);
    expect(customers).toBeLessThan(60);
  });

  it('come one by one, each at its time, and tell of it', async () => {
    shop.standIn.change({ webhookUrl: 'https://koppel.example.com/hook', webhookEvents: ['order.created'] });
    const start = shop.world.now();
    expect((await shop.control('POST', '/orders', { count: 3, everyMs: 20_000 })).body).toEqual({
      ids: [],
      waiting: 3,
    });
    expect(shop.standIn.nextDueAt()).toBe(start + 20_000);
    await shop.run(45_000);
    expect(shop.received).toHaveLength(2);
    await shop.run(600_000);
    expect(shop.received).toHaveLength(3);
    expect(shop.standIn.nextDueAt()).toBeNull();
    const times = (await shop.items('/orders')).map(
      ({ createTimestamp }) => Number(createTimestamp) - start / 1000,
    );
    expect(times).toEqual([60, 40, 20]);
  });

  it('can be stopped', async () => {
    await shop.control('POST', '/orders', { count: 3, everyMs: 1000 });
    expect((await shop.control('DELETE', '/orders')).status).toBe(204);
    expect(shop.standIn.nextDueAt()).toBeNull();
  });

  it('in the simple profile are so many customers, who take turns', async () => {
    await shop.control('POST', '/orders', { count: 100, profile: 'simple', customers: 20 });
    expect((await shop.get('/customers')).body.total).toBe(20);
    const orders = await shop.items('/orders');
    expect(new Set(orders.map(({ paymentStatus }) => paymentStatus))).toEqual(new Set(['PAID']));
    expect(orders.every(({ items }) => objectsIn(items).length <= 3)).toBe(true);
    const counts = (await shop.items('/customers')).map(({ totalOrderCount }) => totalOrderCount);
    expect(new Set(counts)).toEqual(new Set([5]));
  });
});

describe('the state', () => {
  it('survives being written and read', async () => {
    const seeded = new TestShop({ seeded: true });
    seeded.standIn.change({ webhookUrl: 'https://koppel.example.com/hook', searchLagMs: 1000 });
    await seeded.control('POST', '/orders', { count: 3 });
    await seeded.control('POST', '/orders', { count: 5, everyMs: 1000 });
    const { token } = (await seeded.control('POST', '/token', { token: 'secret_new' })).body;
    const kept = JSON.parse(JSON.stringify(seeded.standIn.snapshot()));

    const other = new TestShop();
    other.standIn.restore(kept);
    expect(other.standIn.state()).toEqual(seeded.standIn.state());
    expect(other.standIn.settings()).toEqual(seeded.standIn.settings());
    expect(JSON.parse(JSON.stringify(other.standIn.snapshot()))).toEqual(kept);
    expect(other.standIn.nextDueAt()).toBe(seeded.standIn.nextDueAt());
    await other.run(10_000);
    const headers = { Authorization: `Bearer ${token}` };
    const before = objectsIn((seeded.standIn.state() as { orders: never[] }).orders).length;
    expect((await other.call('GET', '/orders?limit=1', undefined, headers)).body.total).toBe(before + 5);
    const ids = (other.standIn.state() as { orders: { internalId: number }[] }).orders.map(
      (each) => each.internalId,
    );
    expect(new Set(ids).size).toBe(before + 5);
  });

  it('goes back to nothing, or to the seed, which is the same in every run', async () => {
    const one = new TestShop({ seeded: true, seed: 1 });
    const other = new TestShop({ seeded: true, seed: 2 });
    expect(one.standIn.state()).toEqual(other.standIn.state());
    one.standIn.change({ quirks: false });
    one.standIn.reset(false);
    expect(one.standIn.state()).toMatchObject({
      orders: [],
      customers: [],
      expectations: [],
      deliveries: [],
    });
    expect(one.standIn.settings()).toMatchObject({ quirks: false });
    one.standIn.reset(true);
    expect(one.standIn.state()).toEqual(other.standIn.state());
  });
});

describe('the seed', () => {
  it('spreads over the last weeks, but for New Year’s Eve', async () => {
    const seeded = new TestShop({ seeded: true });
    const orders = await seeded.items('/orders');
    const days = orders.map(
      ({ createTimestamp }) => (seeded.world.now() / 1000 - Number(createTimestamp)) / 86_400,
    );
    expect(Math.min(...days)).toBeGreaterThan(0);
    expect(days.filter((each) => each > 45)).toHaveLength(1);
    expect(orders.at(-1)?.createDate).toBe('2025-12-31 22:30:00 +0000');
    const changed = orders.map(({ updateTimestamp }) => Number(updateTimestamp) * 1000);
    expect(Math.max(...changed)).toBeLessThanOrEqual(seeded.world.now());
  });

  it('has guests, one buyer under two spellings, and texts that are empty, null or absent', async () => {
    const seeded = new TestShop({ seeded: true });
    const orders = await seeded.items('/orders');
    expect(orders.some((order) => !('customerId' in order))).toBe(true);
    const spellings = orders.map(({ email }) => String(email)).filter((email) => /^sanne/i.test(email));
    expect(new Set(spellings).size).toBe(2);
    expect(new Set(spellings.map((email) => email.toLowerCase())).size).toBe(1);
    expect(orders.some(({ orderComments }) => orderComments === '')).toBe(true);
    expect(orders.some(({ orderComments }) => orderComments === null)).toBe(true);
    expect(orders.some((order) => !('orderComments' in order))).toBe(true);
    expect(orders.some((order) => !('shippingPerson' in order))).toBe(true);
    expect(orders.map(({ email }) => email)).toContain('');
  });
});
