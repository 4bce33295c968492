import { describe, expect, it } from 'vitest';
import { CcvStandIn } from '../../../sandbox/ccv/index.ts';
import { objectsIn } from '../../../sandbox/kit/json.ts';
import { TestShop } from './shop.ts';

describe('the seed', () => {
  it('has 30 orders and 100 products', async () => {
    const shop = new TestShop({ seeded: true });
    const baskets = await shop.items('/orders/?is_completed=false');
    expect((await shop.all('/orders/?size=100')).length + baskets.length).toBeGreaterThanOrEqual(30);
    expect(await shop.all('/products/?size=100')).toHaveLength(100);
    expect((await shop.all('/categories/')).length).toBe(25);
  });

  it('expectations are those of every sale, with what hinders one', async () => {
    const shop = new TestShop({ seeded: true, till: true });
    const expectations = expectationsOf(await shop.control('GET', '/expectations'));
    const hindered = expectations.filter(({ bookable }) => bookable === false).map(({ why }) => why);
    expect(new Set(hindered)).toEqual(
      new Set([
        'cancelled',
        'given back as a whole',
        'not placed yet',
        'without lines',
        'a return at the till, below zero',
        'no e-mail address: needs a customer to fall back on',
        'a credit, which is a document of its own',
      ]),
    );
    for (const { id, number, gross, tax } of expectations.filter(
      ({ why }) => why === 'a sale as any other',
    )) {
      const { body } = await shop.get(`/orders/${id}/`);
      expect(number).toBe(body.ordernumber_full);
      expect(Number(body.total_price).toFixed(2), `${id}`).toBe(gross);
      expect(Number(body.total_tax).toFixed(2), `${id}`).toBe(tax);
    }
  });

  it('what is sold names products of the shop', async () => {
    const shop = new TestShop({ seeded: true });
    const [order] = await shop.items('/orders/?ordernumber=1043');
    const [row] = await shop.items(`/orders/${order?.id}/orderrows/`);
    const { body } = await shop.get(`/products/${row?.product_id}/`);
    expect(body.productnumber).toBe(row?.product_number);
    expect(row?.sub_sku_number).toMatch(/^MOK-EM-/);
  });
});

function expectationsOf({ text }: { text: string }) {
  return objectsIn(JSON.parse(text));
}

describe('what happens in the shop', () => {
  it('the merchant edits products: SKU, price, offer, categories, variants, pictures', async () => {
    const shop = new TestShop({ seeded: true });
    const { id } = await shop.product('ZEEF');
    const edit = { sku: 'ZEEF-2', price: '7.25', listPrice: '8.25', active: false, categories: [] };
    await shop.control('PATCH', `/products/${id}`, edit);
    expect(await shop.product('ZEEF-2')).toMatchObject({ id, price: 8.25, discount: 1, is_active: false });
    expect((await shop.control('PATCH', `/products/${id}`, { listPrice: null })).body).toMatchObject({
      price: '7.25',
      listPrice: null,
      categories: [],
    });
    const mug = (await shop.product('MOK-EM')).id;
    const variant = { sku: 'MOK-EM-GEEL', options: { Kleur: 'Geel' }, price: '12.95', pieces: 4 };
    const { body } = await shop.control('POST', `/products/${mug}/variants`, variant);
    expect((await shop.get(`/attributecombinations/${body.id}/`)).body).toMatchObject({
      sku_number: 'MOK-EM-GEEL',
      stock: 4,
      netto_extra_price: 1,
    });
    const renamed = await shop.control('PATCH', `/products/${mug}/variants/${body.id}`, {
      options: { Kleur: 'Zonnegeel' },
      sku: 'MOK-EM-ZON',
    });
    const yellow = objectsIn(renamed.body.variants).find(({ sku }) => sku === 'MOK-EM-ZON');
    expect(yellow).toMatchObject({ options: { Kleur: 'Zonnegeel' }, price: '12.95', pieces: 4 });
    await shop.control('DELETE', `/products/${mug}/variants/${yellow?.id}`);
    expect(objectsIn((await shop.control('GET', `/products/${mug}`)).body.variants)).toHaveLength(3);
    await shop.control('POST', `/products/${id}/pictures`, { fileName: 'zeef-nieuw.png', replaces: 0 });
    expect((await shop.product('ZEEF-2')).productmainphoto).toMatch(/\/img\/zeef-nieuw\.png$/);
    await shop.control('DELETE', `/products/${id}/pictures/0`);
    expect((await shop.control('GET', '/products?sku=MOK-EM-BLAUW')).body).toEqual({ ids: [String(mug)] });
  });

  it('sells what it has under a SKU, without being told more', async () => {
    const shop = new TestShop({ seeded: true });
    const lines = [{ sku: 'PPV-100G', quantity: '2' }, { sku: 'ACTIE-1' }];
    const { body } = await shop.control('POST', '/sales', { lines });
    const rows = await shop.items(`/orders/${body.id}/orderrows/`);
    expect(rows).toMatchObject([
      { sub_sku_number: 'PPV-100G', count: 2, tax: 9, total_price_with_attributes: 98 },
      { product_number: 'ACTIE-1', price: 40, discount: 10.05, tax: 21, total_price_with_attributes: 29.95 },
    ]);
    expect((await shop.control('POST', '/sales', { lines: [{ sku: 'NERGENS-1' }] })).status).toBe(400);
  });

  it('counts anew, of products and of combinations, and stops counting', async () => {
    const shop = new TestShop({ seeded: true });
    expect((await shop.control('PUT', '/stock/MOK-EM-BLAUW', { pieces: 3 })).body).toEqual({ changed: 1 });
    expect(await shop.items('/productqueries/?skunumber=MOK-EM-BLAUW')).toHaveLength(1);
    expect((await shop.control('PUT', '/stock/NERGENS-1', { pieces: 3 })).status).toBe(404);
    await shop.control('PUT', '/stock/ZEEF', { pieces: 'unlimited' });
    expect(await shop.product('ZEEF')).toMatchObject({ stockenabled: false });
    expect((await shop.control('PUT', '/stock/DUBBEL-1', { pieces: 3 })).body).toEqual({ changed: 2 });
  });

  it('prices of a shop may be without VAT', async () => {
    const shop = new TestShop({ seeded: true, settings: { pricesIncludeTax: false } });
    const { id, price } = await shop.product('MOK-EM');
    expect(price).toBe(9.88);
    const [combination] = await shop.items(`/products/${id}/attributecombinations/`);
    const row = { product_id: id, attribute_combination_id: combination?.id, count: 1 };
    const order = { customer: { email: 'a@example.test' }, orderrows: [row], total_shipping: 0 };
    expect((await shop.call('POST', '/orders/', order)).body).toMatchObject({
      order_row_taxes_included: false,
      total_price: 11.95,
      total_tax: 2.07,
    });
  });

  it('a catalogue takes the place of what was there', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.control('POST', '/catalogue', { kind: 'generated', products: 300 });
    expect(await shop.all('/products/?size=100')).toHaveLength(300);
    expect((await shop.product('G-000017')).name).toBe('Artikel 17');
    await shop.control('POST', '/catalogue', { kind: 'seed' });
    expect(await shop.all('/products/?size=100')).toHaveLength(200);
    await shop.control('POST', '/orders', { count: 5 });
    expect((await shop.items('/orders/?orderby=id_desc'))[0]).toMatchObject({ is_completed: true });
  });

  it('buyers come by themselves, each at their own time', async () => {
    const shop = new TestShop();
    await shop.control('POST', '/orders', { count: 3, everyMs: 60_000, profile: 'simple' });
    shop.world.pass(150_000);
    await shop.standIn.runDue();
    const dates = (await shop.items('/orders/')).map(({ create_date }) => create_date);
    expect(dates).toEqual(['2026-03-10T12:01:00Z', '2026-03-10T12:02:00Z']);
    await shop.control('DELETE', '/orders');
    expect(shop.standIn.nextDueAt()).toBeNull();
  });

  it('statuses are renamed; settings of the shop can be read, few of them written', async () => {
    const shop = new TestShop();
    await shop.control('PUT', '/statuses', { 5: 'Verzonden' });
    const path = '/webshops/700/settings/';
    const { body } = await shop.get(path);
    expect(objectsIn(body.order_status)[4]).toMatchObject({ status: '5', status_name: 'Verzonden' });
    expect(body).toMatchObject({ prices_include_vat: true, stock: true, default_vat_rat: 21 });
    expect((await shop.call('PUT', path, { webshop_enabled: false })).status).toBe(204);
    expect((await shop.get(path)).body.webshop_enabled).toBe(false);
    expect((await shop.call('PUT', path, { currency: 'USD' })).status).toBe(400);
    expect((await shop.call('PATCH', '/apps/1/', { is_installed: true })).status).toBe(204);
    const [home] = await shop.items('/webshops/700/geozonecountries/');
    expect(objectsIn(home?.tariffs).slice(0, 2)).toMatchObject([
      { type: 'normal', percentage: 21 },
      { percentage: 9 },
    ]);
  });

  it('is told to people on the page: sells, gives back the newest, counts', async () => {
    const shop = new TestShop({ seeded: true });
    const { sell, refundNewest, goods } = shop.standIn.showcase();
    const id = sell();
    expect(refundNewest()).toBe(id);
    expect(await shop.items(`/orders/${id}/invoices/`)).toMatchObject([
      { type: 'debit' },
      { type: 'credit' },
    ]);
    expect(goods?.count()).toBe(true);
    expect((await shop.product('ZEEF')).stock).toBe(7);
  });
});

describe('a snapshot', () => {
  it('is plain JSON and holds everything', async () => {
    const shop = new TestShop({ seeded: true, till: true });
    await shop.control('POST', '/orders', { count: 5 });
    await shop.listen('orders.created');
    await shop.control('POST', '/keys');
    await shop.control('PUT', '/statuses', { 1: 'Nieuw' });
    const snapshot = shop.standIn.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    const other = new CcvStandIn(shop.world, async () => new Response(null));
    other.restore(JSON.parse(JSON.stringify(snapshot)));
    expect(other.snapshot()).toEqual(snapshot);
    expect(JSON.stringify(other.state()).length).toBe(
      JSON.stringify(shop.standIn.state()).replaceAll(
        /https:\/\/theemeester.ccvshop.example/g,
        'http://127.0.0.1:8788',
      ).length,
    );
  });

  it('of the seed is the same in every run', () => {
    const [one, other] = [new TestShop({ seeded: true }), new TestShop({ seeded: true })];
    expect(one.standIn.snapshot()).toEqual(other.standIn.snapshot());
    one.standIn.reset(true);
    expect(one.standIn.snapshot()).toEqual(other.standIn.snapshot());
  });

  it('of a path has the ids taken out', () => {
    const { standIn } = new TestShop();
    expect(standIn.template('/api/rest/v1/orders/7/orderrows/')).toBe('/api/rest/v1/orders/{id}/orderrows');
    expect(standIn.template('/img/mok-em-1.png')).toBe('/img/{file}');
    expect(standIn.template('/v1/orders')).toBe('unknown');
  });
});
