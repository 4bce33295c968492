import { describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../sandbox/kit/json.ts';
import { MijnwebwinkelStandIn } from '../../../sandbox/mijnwebwinkel/index.ts';
import { TestShop } from './shop.ts';

describe('what happens in the shop', () => {
  it('case W2: an order that is paid, sent and archived between two looks is found by asking for archived ones', async () => {
    const shop = new TestShop();
    const { body } = await shop.control('POST', '/purchases', {
      email: 'a@example.com',
      name: 'Ada Vis',
      state: 'open',
    });
    expect(await shop.rows('/orders')).toMatchObject([{ status: 1, payment_status: 'pending' }]);
    shop.world.pass(60_000);
    await shop.control('POST', `/sales/${body.id}/pay`);
    await shop.control('POST', `/sales/${body.id}/ship`);
    await shop.control('PATCH', `/orders/${body.id}`, { archived: true });
    expect(await shop.rows('/orders')).toEqual([]);
    const since = 'status_changed_start_date=2026-03-10%2013%3A00%3A30';
    expect(await shop.rows(`/orders?${since}`)).toEqual([]);
    expect(await shop.rows(`/orders?archived=true&${since}`)).toMatchObject([
      { status: 2, payment_status: 'captured' },
    ]);
  });

  it('a note moves nothing that a list can be asked for', async () => {
    const shop = new TestShop({ seeded: true });
    shop.world.pass(60_000);
    await shop.control('POST', '/sales/2003/note');
    expect((await shop.get('/orders/2003')).body).toMatchObject({ comments: { internal: 'Gezien.' } });
    expect(await shop.rows('/orders?status_changed_start_date=2026-03-10%2013%3A00%3A30')).toEqual([]);
    await shop.control('POST', '/sales/2003/cancel');
    expect(await shop.rows('/orders?status_changed_start_date=2026-03-10%2013%3A00%3A30')).toMatchObject([
      { status: 5 },
    ]);
  });

  it('buyers come by themselves, each at their own time', async () => {
    const shop = new TestShop();
    await shop.control('POST', '/orders', { count: 3, everyMs: 60_000, profile: 'simple' });
    shop.world.pass(150_000);
    await shop.standIn.runDue();
    expect((await shop.rows('/orders')).map(({ time }) => time)).toEqual(['13:01:00', '13:02:00']);
    await shop.control('DELETE', '/orders');
    expect(shop.standIn.nextDueAt()).toBeNull();
  });

  it('the merchant edits articles: SKU, price, offer, pages', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.control('PATCH', '/products/500103', {
      sku: 'ZEEF-2',
      price: '7.25',
      listPrice: '8.25',
      active: false,
    });
    expect(await shop.article('ZEEF-2')).toMatchObject({
      id: 500103,
      price: { default: '8.25', action: '7.25' },
      categories: [{ is_active: false }],
    });
    expect((await shop.control('PATCH', '/products/500103', { listPrice: null })).body).toMatchObject({
      price: '7.25',
      listPrice: null,
    });
    const { body } = await shop.control('POST', '/products', {
      name: 'Lepel',
      price: '2.00',
      sku: 'LEPEL',
      pieces: 4,
    });
    expect(await shop.article('LEPEL')).toMatchObject({ id: Number(body.id), stock: 4 });
    await shop.control('POST', `/products/${body.id}/pictures`, { fileName: 'lepel.png' });
    expect((await shop.control('GET', `/products/${body.id}`)).body.pictures).toEqual([
      expect.stringMatching(/lepel\.png$/),
    ]);
    await shop.control('DELETE', `/products/${body.id}`);
    expect((await shop.control('GET', '/products?sku=LEPEL')).json).toEqual({ ids: [] });
  });

  it('a catalogue takes the place of what was there', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.control('POST', '/catalogue', { kind: 'generated', products: 1000 });
    expect((await shop.get('/articles/count')).json).toEqual({ count: 1000 });
    expect((await shop.article('G-000017')).name).toBe('Artikel 17');
    await shop.control('POST', '/orders', { count: 5 });
    expect((await shop.get('/orders/2036')).status).toBe(200);
  });

  it('is told to people on the page: sells, credits the newest, counts', async () => {
    const shop = new TestShop({ seeded: true });
    const { sell, refundNewest, goods } = shop.standIn.showcase();
    const number = sell();
    expect(refundNewest()).toBe(number);
    expect((await shop.get(`/orders/${number}`)).body).toMatchObject({
      payment_status: 'refunded',
      credit_order_numbers: [Number(number) + 1],
    });
    expect(goods?.count()).toBe(true);
    expect((await shop.article('ZEEF')).stock).toBe(7);
  });

  it('expectations are those of every sale, with what hinders one', async () => {
    const shop = new TestShop({ seeded: true });
    const expectations = objectsIn((await shop.control('GET', '/expectations')).json);
    const hindered = expectations.filter(({ bookable }) => bookable === false).map(({ why }) => why);
    expect(new Set(hindered)).toEqual(
      new Set([
        'a test order',
        'cancelled',
        'given back as a whole',
        'not placed yet',
        'no e-mail address: needs a customer to fall back on',
        'a credit, which is a document of its own',
      ]),
    );
    for (const { id, gross } of expectations.filter(({ why }) => why === 'a sale as any other')) {
      expect(((await shop.get(`/orders/${id}`)).body.price as JsonObject).total).toBe(gross);
    }
  });
});

describe('a snapshot', () => {
  it('is plain JSON and holds everything', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.control('POST', '/orders', { count: 5 });
    await shop.control('PUT', '/statuses', [{ status: 1, description: 'Nieuw' }]);
    await shop.control('POST', '/token', { token: 'another' });
    const snapshot = shop.standIn.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    const other = new MijnwebwinkelStandIn(shop.world, shop.respond);
    other.restore(JSON.parse(JSON.stringify(snapshot)));
    expect(other.state()).toEqual(shop.standIn.state());
    expect(other.snapshot()).toEqual(snapshot);
  });

  it('of the seed is the same in every run', () => {
    const [one, other] = [new TestShop({ seeded: true }), new TestShop({ seeded: true })];
    expect(one.standIn.snapshot()).toEqual(other.standIn.snapshot());
    one.standIn.reset(true);
    expect(one.standIn.snapshot()).toEqual(other.standIn.snapshot());
  });

  it('of a path has the ids taken out', () => {
    const { standIn } = new TestShop();
    expect(standIn.template('/v1/orders/2001/payments')).toBe('/v1/orders/{number}/payments');
    expect(standIn.template('/v1/orders/credit')).toBe('/v1/orders/credit');
    expect(standIn.template('/v2-beta/orders')).toBe('unknown');
  });
});
