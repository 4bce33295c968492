import { describe, expect, it } from 'vitest';
import { hashOf, pushedOrder, TestShop } from '../shop.ts';

describe('registrations', () => {
  it('have a key of their own, stand once, and can be switched off', async () => {
    const shop = new TestShop();
    const hook = {
      event: 'orders.updated.status',
      address: 'https://koppel.example/ccv/k-7/orders.updated.status',
    };
    const { status, body } = await shop.call('POST', '/webhooks/', hook);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...hook, id: 611, is_active: true, createdate: '2026-03-10T12:00:00Z' });
    expect(String(body.key)).toHaveLength(32);
    expect((await shop.call('POST', '/webhooks/', hook)).body.code).toBe('500.40');
    for (const wrong of [
      { ...hook, event: 'orders.status' },
      { ...hook, address: 'http://koppel.example/ccv' },
      { event: hook.event },
    ]) {
      expect((await shop.call('POST', '/webhooks/', wrong)).status).toBe(400);
    }
    const order = (await shop.call('POST', '/orders/', pushedOrder())).body;
    await shop.call('PATCH', '/webhooks/611/', { is_active: false });
    await shop.call('PATCH', `/orders/${order.id}/`, { status: 5 });
    expect(await shop.told()).toEqual([]);
    await shop.call('PATCH', '/webhooks/611/', { is_active: true, address: 'https://koppel.example/other' });
    await shop.call('PATCH', `/orders/${order.id}/`, { status: 6 });
    expect(await shop.told()).toEqual(['other']);
    await shop.call('DELETE', '/webhooks/611/');
    expect(await shop.items('/webhooks/')).toEqual([]);
  });
});

describe('a key', () => {
  it('has webhooks of its own: with another one nobody is told any more', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.listen('orders.updated.status');
    const { body } = await shop.control('POST', '/keys');
    await shop.control('PATCH', '/orders/700003', { status: 5 });
    expect(await shop.told()).toEqual([]);
    const signing = { key: String(body.publicKey), secret: String(body.secret) };
    expect((await shop.call('GET', '/webhooks/', undefined, signing)).body.items).toEqual([]);
    expect((await shop.call('GET', '/webhooks/611/', undefined, signing)).status).toBe(404);
    const address = 'https://koppel.example/ccv/orders.updated.status';
    const hook = { event: 'orders.updated.status', address };
    expect((await shop.call('POST', '/webhooks/', hook, signing)).status).toBe(201);
    await shop.control('PATCH', '/orders/700003', { status: 6 });
    expect(await shop.told()).toEqual(['orders.updated.status']);
  });
});

describe('deliveries', () => {
  it('tell of a new order, its payment, its status and its parcel, and of nothing else', async () => {
    const shop = new TestShop();
    const events = [
      'orders.created',
      'orders.updated.ispaid',
      'orders.updated.status',
      'orders.updated.trackandtrace',
    ];
    await shop.listen(...events);
    const { body } = await shop.call('POST', '/orders/', pushedOrder({ paid: false }));
    const path = `/orders/${body.id}/`;
    expect(await shop.told()).toEqual(['orders.created']);
    await shop.call('PATCH', path, { paid: true });
    expect(await shop.told()).toEqual(['orders.updated.ispaid']);
    await shop.call('PATCH', path, {
      status: 5,
      track_and_trace_code: '3S',
      track_and_trace_carrier: 'PostNL',
    });
    expect(await shop.told()).toEqual(['orders.updated.status', 'orders.updated.trackandtrace']);
    await shop.call('PATCH', path, { customer: { email: 'other@example.test' }, total_shipping: 9 });
    await shop.call('POST', `${path}ordernotes/`, { note: 'x' });
    await shop.control('PATCH', path.slice(0, -1), { rows: [{ position: 0, count: 1 }] });
    expect(await shop.told()).toEqual([]);
  });

  it('have the fields of the sheet, do not name their event, and are signed over address and body', async () => {
    const shop = new TestShop();
    await shop.listen('orders.updated.status');
    const { body } = await shop.call('POST', '/orders/', pushedOrder());
    shop.world.pass(1000);
    await shop.call('PATCH', `/orders/${body.id}/`, { status: 5 });
    await shop.standIn.runDue();
    const [call] = shop.heard;
    expect(call?.body).toEqual({
      triggered_at: '2026-03-10T12:00:01Z',
      href: 'https://theemeester.ccvshop.example/ccv/api/rest/v1/orders/700001',
      id: 700_001,
      order_number: 1042,
      ordernumber_prefix: 'WEB',
      ordernumber_full: 'WEB-1042',
      total_price: 24.2,
      previous_status: 2,
      status: 5,
      customer_email: 'jan@example.test',
      customer_mobile: '',
    });
    const [hook] = await shop.items('/webhooks/');
    expect(call?.hash).toBe(hashOf(String(hook?.key), call?.url ?? '', JSON.stringify(call?.body)));
  });

  it('may be signed otherwise, or not at all', async () => {
    const shop = new TestShop({ settings: { webhookHash: 'none' } });
    await shop.listen('orders.created');
    await shop.call('POST', '/orders/', pushedOrder());
    await shop.standIn.runDue();
    shop.standIn.change({ webhookHash: 'body' });
    await shop.call('POST', '/orders/', pushedOrder());
    await shop.standIn.runDue();
    const [hook] = await shop.items('/webhooks/');
    const body = JSON.stringify(shop.heard[1]?.body);
    expect(shop.heard.map(({ hash }) => hash)).toEqual([null, hashOf(String(hook?.key), body)]);
  });

  it('a failure is not tried again, unless the shop is set so', async () => {
    const shop = new TestShop();
    shop.respond = () => new Response(null, { status: 503 });
    await shop.listen('orders.created');
    await shop.call('POST', '/orders/', pushedOrder());
    await shop.standIn.runDue();
    expect(shop.standIn.nextDueAt()).toBeNull();
    shop.standIn.change({ webhookRetries: true });
    await shop.call('POST', '/orders/', pushedOrder());
    await shop.standIn.runDue();
    expect(shop.standIn.nextDueAt()).toBe(shop.world.now() + 60_000);
  });

  it('of products, categories and deleted orders have no more than an address and an id', async () => {
    const shop = new TestShop({ seeded: true });
    const kinds = ['products', 'categories'].flatMap((each) =>
      ['created', 'updated', 'deleted'].map((word) => `${each}.${word}`),
    );
    await shop.listen(...kinds, 'orders.deleted');
    const { body } = await shop.control('POST', '/products', {
      name: 'Lepel',
      price: '2.00',
      sku: 'LEPEL',
      pieces: 4,
    });
    await shop.control('PATCH', `/products/${body.id}`, { price: '2.50' });
    await shop.control('DELETE', `/products/${body.id}`);
    const category = await shop.control('POST', '/categories', { name: 'Nieuw' });
    await shop.control('PATCH', `/categories/${category.body.id}`, { name: 'Nieuwer' });
    await shop.control('DELETE', `/categories/${category.body.id}`);
    await shop.standIn.runDue();
    expect(shop.heard[0]?.body).toEqual({
      triggered_at: '2026-03-10T12:00:00Z',
      href: `https://theemeester.ccvshop.example/ccv/api/rest/v1/products/${body.id}`,
      id: Number(body.id),
    });
    expect(await shop.told()).toEqual(kinds);
    await shop.control('DELETE', '/orders/700003');
    expect((await shop.get('/orders/700003/')).status).toBe(404);
    expect(await shop.told()).toEqual(['orders.deleted']);
  });

  it('come twice when the merchant lets them, although nothing happened', async () => {
    const shop = new TestShop({ seeded: true, settings: { webhookRepeats: 2 } });
    await shop.listen('orders.updated.status');
    await shop.control('POST', '/orders/700003/notify', { times: 2 });
    expect(await shop.told()).toHaveLength(4);
    expect((await shop.control('GET', '/deliveries')).body.items).toHaveLength(4);
  });
});
