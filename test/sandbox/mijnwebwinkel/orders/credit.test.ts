import { describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

/** Three mugs and a sencha with shipping: 35.85 + 12.80 + 6.95 = 55.60. */
async function sold(settings = {}): Promise<{ shop: TestShop; number: string }> {
  const shop = new TestShop({ seeded: true, settings });
  const { body } = await shop.control('POST', '/sales', {
    buyer: { name: 'Ada Vis', zipcode: '9711AA', city: 'Groningen', email: 'ada@example.com' },
    lines: [
      {
        articleId: 500101,
        sku: 'MOK-EM',
        name: 'Mok',
        price: '11.95',
        quantity: 3,
        options: [{ list: 'Kleur', name: 'Blauw' }],
      },
      { articleId: 500112, sku: 'TH-SEN', name: 'Sencha', price: '12.80', vat: 'reduced' },
    ],
    shipping: { amount: '6.95', rate: '21' },
  });
  return { shop, number: String(body.id) };
}

const mugs = (quantity: number): JsonObject => ({
  type: 'article',
  quantity,
  articles: [{ id: 500101, options: [{ list_option_id: 71 }] }],
});
const sencha: JsonObject = { type: 'article', quantity: 1, articles: [{ id: 500112 }] };
const blue = async (shop: TestShop) => objectsIn((await shop.article('MOK-EM')).variants)[0]?.stock;

describe('a credit order', () => {
  it('is an order of its own with amounts below zero; both name each other, and the stock comes back', async () => {
    const { shop, number } = await sold();
    expect(await blue(shop)).toBe(197);
    const body = { credited_order_number: number, status: 10, orderlines: [mugs(2)], shipping_costs: '0' };
    const credit = (await shop.call('POST', '/orders/credit', body)).body;
    expect(credit).toMatchObject({
      number: String(Number(number) + 1),
      status: 10,
      credited_order_number: Number(number),
      price: { total: '-23.90', tax: { rate: '21.00', amount: '-4.15' } },
      orderlines: [{ type: 'article', quantity: -2, price: { amount_including_tax: '-23.90' } }],
    });
    expect(credit.payment).toBeUndefined();
    const original = (await shop.get(`/orders/${number}`)).body;
    expect(original).toMatchObject({ status: 3, credit_order_numbers: [Number(credit.number)] });
    expect(await blue(shop)).toBe(199);
  });

  it('leaves the stock alone where it is told to', async () => {
    const { shop, number } = await sold();
    const body = { credited_order_number: number, status: 10, orderlines: [mugs(1)], shipping_costs: '0' };
    await shop.call('POST', '/orders/credit?mutate_stock=false', body);
    expect(await blue(shop)).toBe(197);
  });

  it('takes back all costs where nothing is said of them, and a part where it is', async () => {
    const { shop, number } = await sold();
    const body = { credited_order_number: number, status: 10, orderlines: [mugs(1)] };
    const part = await shop.call('POST', '/orders/credit', { ...body, shipping_costs: '2.00' });
    expect(part.body).toMatchObject({ price: { total: '-14.37' } });
    const rest = await shop.call('POST', '/orders/credit', body);
    // 11.95 + (5.743802 − 2.00) × 1.21
    expect(rest.body).toMatchObject({ price: { total: '-16.48' } });
  });

  it('as a whole comes to the same amount as the order', async () => {
    const { shop, number } = await sold();
    const body = { credited_order_number: number, status: 1205, orderlines: [mugs(3), sencha] };
    expect((await shop.call('POST', '/orders/credit', body)).body).toMatchObject({
      price: { total: '-55.60' },
    });
  });

  it.each<readonly [string, JsonObject]>([
    ['more than was sold', { orderlines: [mugs(4)] }],
    ['what was not sold', { orderlines: [{ type: 'article', quantity: 1, articles: [{ id: 500103 }] }] }],
    ['a quantity below zero', { orderlines: [mugs(-1)] }],
    ['costs above those of the order', { orderlines: [mugs(1)], shipping_costs: '6.00' }],
    ['costs that it did not have', { orderlines: [mugs(1)], payment_costs: '1.00' }],
    ['all goods without all costs', { orderlines: [mugs(3), sencha], shipping_costs: '0' }],
    ['a status of plain orders', { orderlines: [mugs(1)], status: 2 }],
    ['an order that is not there', { orderlines: [mugs(1)], credited_order_number: '99' }],
    ['no lines', {}],
  ])('is refused with %s', async (_, fields) => {
    const { shop, number } = await sold();
    const body = { credited_order_number: number, status: 10, ...fields };
    const { status, text } = await shop.call('POST', '/orders/credit', body);
    expect(status, text).toBe(422);
  });

  it('takes from lines of the same article one after the other, each at its own price', async () => {
    const shop = new TestShop({ seeded: true });
    const line = { articleId: 500112, name: 'Sencha', vat: 'reduced' };
    const { body } = await shop.control('POST', '/sales', {
      buyer: { name: 'Ada Vis', zipcode: '9711AA', city: 'Groningen', email: 'ada@example.com' },
      lines: [
        { ...line, price: '12.80', quantity: 2 },
        { ...line, price: '10.00', quantity: 2 },
      ],
    });
    const credit = {
      credited_order_number: String(body.id),
      status: 10,
      orderlines: [{ ...sencha, quantity: 3 }],
    };
    expect((await shop.call('POST', '/orders/credit', credit)).body).toMatchObject({
      price: { total: '-35.60' },
      orderlines: [{ quantity: -2 }, { quantity: -1 }],
    });
    expect(
      (await shop.call('POST', '/orders/credit', { ...credit, orderlines: [sencha] })).body,
    ).toMatchObject({
      price: { total: '-10.00' },
    });
    expect((await shop.call('POST', '/orders/credit', { ...credit, orderlines: [sencha] })).status).toBe(422);
  });

  it('takes back nothing twice', async () => {
    const { shop, number } = await sold();
    const body = { credited_order_number: number, status: 10, orderlines: [mugs(2)], shipping_costs: '0' };
    const { number: credit } = (await shop.call('POST', '/orders/credit', body)).body;
    expect((await shop.call('POST', '/orders/credit', body)).status).toBe(422);
    const again = { ...body, credited_order_number: String(credit) };
    expect((await shop.call('POST', '/orders/credit', again)).status).toBe(422);
  });

  it('may show its amounts without their sign', async () => {
    const { shop, number } = await sold({ creditSigns: 'positive' });
    const body = { credited_order_number: number, status: 10, orderlines: [mugs(2)], shipping_costs: '0' };
    expect((await shop.call('POST', '/orders/credit', body)).body).toMatchObject({
      price: { total: '23.90', tax: { amount: '4.15' } },
      orderlines: [{ quantity: 2, price: { amount: '19.752066', amount_including_tax: '23.90' } }],
    });
    expect((await shop.get(`/orders/${number}`)).body).toMatchObject({ price: { total: '55.60' } });
  });

  it('by the merchant pays the money back over the original’s payment, which keeps its status', async () => {
    const { shop, number } = await sold();
    await shop.control('PATCH', `/orders/${number}`, { credit: { lines: [[0, 1]], costs: false } });
    const { payments } = (await shop.get(`/orders/${number}/payments?embed=mutations`)).body;
    expect(objectsIn(payments)).toMatchObject([
      {
        price: 5560,
        mutations: [{ type: 'authorize' }, { type: 'capture', price: 5560 }, { type: 'refund', price: 1195 }],
      },
    ]);
    expect((await shop.get(`/orders/${number}`)).body).toMatchObject({
      status: 3,
      payment_status: 'captured',
    });
    const expectations = objectsIn((await shop.control('GET', '/expectations')).json);
    expect(expectations.at(-1)).toMatchObject({
      credits: number,
      gross: '-11.95',
      tax: '-2.07',
      bookable: false,
    });
  });
});

describe('payments', () => {
  it('are in cents, with what was asked for beside them', async () => {
    const { shop, number } = await sold();
    const plain = objectsIn((await shop.get(`/orders/${number}/payments`)).body.payments);
    expect(plain).toMatchObject([
      { gateway: 'mollie', method: 'ideal:ideal_INGBNL2A', price: 5560, isTest: false },
    ]);
    expect(Object.keys(plain[0] ?? {})).not.toContain('mutations');
    const [paid] = objectsIn(
      (await shop.get(`/orders/${number}/payments?embed=order,mutations`)).body.payments,
    );
    expect(paid?.order).toMatchObject({
      reference: number,
      price: 5560,
      lines: [
        { type: 'physical', price: 3585, taxRate: '0.2100' },
        { type: 'physical', price: 1280, taxRate: '0.0900' },
        { type: 'shipping_fee', price: 695, tax: 121 },
      ],
    });
    expect(paid?.createdAt).toBe('2026-03-10T13:00:00+01:00');
  });

  it('are added with 201, changed, and taken away', async () => {
    const { shop, number } = await sold();
    const added = await shop.call('POST', `/orders/${number}/payments`, { gateway: 'basic', method: 'cash' });
    expect([added.status, added.body.url]).toEqual([201, 'https://theemeester.example.com/']);
    const [payment] = objectsIn([added.body.payment ?? null]);
    const at = `/orders/${number}/payments/${payment?.id}`;
    expect((await shop.call('PATCH', at, { method: 'card' })).body).toMatchObject({
      payment: { method: 'card' },
    });
    expect((await shop.call('DELETE', at)).status).toBe(204);
    expect((await shop.call('DELETE', at)).status).toBe(404);
    const { status, body } = await shop.call('POST', `/orders/${number}/payments`, {
      gateway: 'adyen',
      method: 'cash',
    });
    expect([status, body.title, body.status]).toEqual([422, 'Invalid Request', 422]);
  });

  it('stand in every state in the seed', async () => {
    const shop = new TestShop({ seeded: true });
    const states = (await shop.all('/orders')).map((order) => order.payment_status);
    expect(new Set(states)).toEqual(new Set(['captured', 'refunded', 'pending', 'failed', 'unknown']));
    const free = (await shop.all('/orders')).find(({ price }) => (price as JsonObject).total === '0.00');
    expect(free?.payment).toBeUndefined();
  });
});
