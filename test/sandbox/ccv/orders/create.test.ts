import { describe, expect, it } from 'vitest';
import { address, pushedOrder, TestShop } from '../shop.ts';

describe('an order over the API', () => {
  it('adds up, gets a number and is shown as the schemas have it', async () => {
    const shop = new TestShop();
    const { status, body } = await shop.call('POST', '/orders/', pushedOrder({ total_shipping: 4.95 }));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: 700_001,
      ordernumber: 1042,
      ordernumber_full: 'WEB-1042',
      is_completed: true,
      status: 2,
      paid: true,
      total_shipping: 4.95,
      total_price: 29.15,
      // 4.20 of the goods and 0.86 of the shipping.
      total_tax: 5.06,
      // As in the one real payload: that of the whole order.
      total_orderrow_price: 29.15,
      user: { id: null, href: null },
    });
    expect(body.href).toBe('https://theemeester.ccvshop.example/ccv/api/rest/v1/orders/700001/');
    expect(body.orderrows).toEqual({
      href: 'https://theemeester.ccvshop.example/ccv/api/rest/v1/orders/700001/orderrows',
    });
    expect(await shop.items('/orders/700001/orderrows/')).toMatchObject([
      {
        product_name: 'Mok',
        count: 2,
        price: 12.1,
        tax: 21,
        total_price_with_attributes: 24.2,
        product_id: null,
      },
    ]);
  });

  it('takes name, price, options and VAT from the product, and goods from the stock at once', async () => {
    const shop = new TestShop({ seeded: true });
    const product = await shop.product('MOK-EM', '&expand=attributecombinations');
    const [combination] = await shop.items(`/products/${product.id}/attributecombinations/`);
    const row = { product_id: product.id, attribute_combination_id: combination?.id, count: 3 };
    const { body } = await shop.call('POST', '/orders/', pushedOrder({ orderrows: [row] }));
    expect(await shop.items(`/orders/${body.id}/orderrows/`)).toMatchObject([
      {
        product_number: 'MOK-EM',
        sub_sku_number: 'MOK-EM-BLAUW',
        price: 11.95,
        tax: 21,
        count: 3,
        attributes: [{ option_name: 'Kleur', value_name: 'Blauw', price: 0 }],
      },
    ]);
    const after = (await shop.get(`/attributecombinations/${combination?.id}/`)).body;
    expect(after.stock).toBe(Number(combination?.stock) - 3);
    // A sale does not move the date by which products are walked.
    expect((await shop.get(`/products/${product.id}/`)).body.modifydate).toBe(product.modifydate);
    await shop.call('PATCH', `/orders/${body.id}/`, { status: 8 });
    expect((await shop.get(`/attributecombinations/${combination?.id}/`)).body.stock).toBe(
      combination?.stock,
    );
  });

  it('a product with combinations is bought as one of them', async () => {
    const shop = new TestShop({ seeded: true });
    const { id } = await shop.product('MOK-EM');
    const { status, body } = await shop.call(
      'POST',
      '/orders/',
      pushedOrder({ orderrows: [{ product_id: id, count: 1 }] }),
    );
    expect(status).toBe(400);
    expect(body.developermessage).toContain('attribute_combination_id');
  });

  it('goods leave the stock when they are sent, or never, as the shop is set', async () => {
    const shop = new TestShop({ seeded: true, settings: { stockTaken: 'when sent' } });
    const { id, stock } = await shop.product('ZEEF');
    const stockNow = async () => (await shop.get(`/products/${id}/`)).body.stock;
    const order = pushedOrder({ orderrows: [{ product_id: id, count: 2 }] });
    const { body } = await shop.call('POST', '/orders/', order);
    expect(await stockNow()).toBe(stock);
    await shop.call('PATCH', `/orders/${body.id}/`, { status: 5 });
    expect(await stockNow()).toBe(Number(stock) - 2);
    shop.standIn.change({ stockTaken: 'never' });
    await shop.call('POST', '/orders/', order);
    expect(await stockNow()).toBe(Number(stock) - 2);
  });

  it('may be refused when goods are out of stock', async () => {
    const shop = new TestShop({ seeded: true, settings: { apiChecksStock: true } });
    const { id } = await shop.product('UIT-1');
    const order = pushedOrder({ orderrows: [{ product_id: id, count: 1 }] });
    expect((await shop.call('POST', '/orders/', order)).status).toBe(400);
    shop.standIn.change({ apiChecksStock: false });
    expect((await shop.call('POST', '/orders/', order)).status).toBe(201);
  });

  it('prices without VAT: the total has it', async () => {
    const shop = new TestShop();
    const order = pushedOrder({
      order_row_taxes_included: false,
      orderrows: [{ product_name: 'Mok', count: 3, price: 10, discount: 1, tax: 21, package_id: 31 }],
    });
    expect((await shop.call('POST', '/orders/', order)).body).toMatchObject({
      total_price: 32.67,
      total_tax: 5.67,
    });
    const shifted = await shop.call('POST', '/orders/', { ...order, is_intra_community_order: true });
    expect(shifted.body).toMatchObject({ total_price: 27, total_tax: 0 });
  });

  it('shipping that is left out is worked out, zero is free', async () => {
    const shop = new TestShop();
    const { total_shipping: _, ...order } = pushedOrder();
    const rows = [{ product_name: 'Mok', count: 1, price: 5, tax: 21, package_id: 31, weight: 0.4 }];
    expect((await shop.call('POST', '/orders/', { ...order, orderrows: rows })).body.total_shipping).toBe(
      6.95,
    );
    expect((await shop.call('POST', '/orders/', pushedOrder({ orderrows: rows }))).body.total_shipping).toBe(
      0,
    );
  });

  it('has deposits of its products as rows of their own, without VAT', async () => {
    const shop = new TestShop({ seeded: true });
    const { id } = await shop.product('ZEEF');
    await shop.call('PATCH', `/products/${id}/`, { container_deposit_price: 0.25 });
    const rows = async (more: object) => {
      const order = pushedOrder({ orderrows: [{ product_id: id ?? 0, count: 2, ...more }] });
      const { body } = await shop.call('POST', '/orders/', order);
      return shop.items(`/orders/${body.id}/orderrows/`);
    };
    expect(await rows({})).toMatchObject([
      { product_type: 'product' },
      { product_type: 'container_deposit', price: 0.25, count: 2, tax: 0 },
    ]);
    expect(await rows({ auto_create_deposit_rows: false })).toHaveLength(1);
  });

  it('an address is two lines or street and number, with a number that is whole', async () => {
    const shop = new TestShop();
    const create = (billingaddress: object) =>
      shop.call('POST', '/orders/', pushedOrder({ customer: { billingaddress } }));
    const { body } = await create({ address_line_1: 'Laan 4a', city: 'Zwolle', country_code: 'NL' });
    expect(body.customer).toMatchObject({
      billingaddress: {
        address_line_1: 'Laan 4a',
        street: 'Laan',
        housenumber: 4,
        housenumber_suffix: 'a',
        country: 'Nederland',
      },
      // Not used: an object full of nothing.
      deliveryaddress: { full_name: '', street: '', housenumber: null, country_code: null },
    });
    expect((await create({ ...address, address_line_1: 'Laan 4' })).status).toBe(400);
    expect((await create({ ...address, housenumber: '4' })).status).toBe(400);
    expect((await create({ ...address, country_code: 'Nederland' })).status).toBe(400);
  });

  it('of a user has the data of the account, and what is sent above it', async () => {
    const shop = new TestShop({ settings: { orderUserIds: 'text' }, validated: false });
    const made = await shop.call('POST', '/users/', {
      username: 'ada@example.test',
      password: 'geheim1',
      userinfo: { email: 'ada@example.test', btw: 'NL000000000B01', billingaddress: address },
    });
    const order = pushedOrder({ user_id: made.body.id ?? 0, customer: { reference: 'K-7' } });
    const { body } = await shop.call('POST', '/orders/', order);
    expect(body.customer).toMatchObject({
      email: 'ada@example.test',
      reference: 'K-7',
      billingaddress: { last_name: 'Smit' },
    });
    // The id is a text, as in the one real payload.
    expect(body.user).toMatchObject({ id: String(made.body.id) });
  });

  it.each([
    ['no customer', { customer: null }],
    ['no rows', { orderrows: [] }],
    ['a row without count', { orderrows: [{ product_name: 'Mok', price: 1, package_id: 31 }] }],
    ['a free row without package', { orderrows: [{ product_name: 'Mok', price: 1, count: 1 }] }],
    ['a free row without price', { orderrows: [{ product_name: 'Mok', count: 1, package_id: 31 }] }],
    ['a status that does not exist', { status: 15 }],
    ['a payment method, which cannot be set', { paymethod_id: 12 }],
    ['an amount as text', { total_shipping: '4.95' }],
    ['a date with an offset', { deliver_date: '2026-03-11T10:00:00+01:00' }],
    ['another currency', { currency: 'USD' }],
    ['a way to deliver that does not exist', { deliver_method: 'drone' }],
    ['a slot', { takeoutslot: 3 }],
    ['a field that does not exist', { reference: 'K-7' }],
  ])('is refused with %s', async (_, fields) => {
    const shop = new TestShop();
    const { status, body } = await shop.call('POST', '/orders/', pushedOrder(fields));
    expect(status).toBe(400);
    expect(body).toMatchObject({ status: 400, developermessage: expect.stringMatching(/\w/) });
    expect(await shop.items('/orders/')).toEqual([]);
    // No number was used up.
    expect((await shop.call('POST', '/orders/', pushedOrder())).body.ordernumber).toBe(1042);
  });

  it('a body that is no object, no JSON or not said to be JSON is refused', async () => {
    const shop = new TestShop();
    const post = (raw: string, headers: Record<string, string> = {}) =>
      shop.call('POST', '/orders/', undefined, { raw, headers });
    expect((await post('[]')).status).toBe(400);
    expect((await post('{')).status).toBe(400);
    expect((await post(JSON.stringify(pushedOrder()), { 'Content-Type': 'text/plain' })).status).toBe(415);
    // That of CCV's own examples.
    expect((await post(JSON.stringify(pushedOrder()), { 'Content-Type': 'text/json' })).status).toBe(201);
  });

  it('answers nothing where the shop is set so, and is there all the same: twice when it is sent twice', async () => {
    const shop = new TestShop({ settings: { postAnswers: 'empty' } });
    const order = pushedOrder({ customer: { email: 'jan@example.test', reference: 'koppel-7' } });
    const { status, text } = await shop.call('POST', '/orders/', order);
    expect([status, text]).toEqual([201, '']);
    await shop.call('POST', '/orders/', order);
    const found = await shop.items('/orders/?min_create_date=2026-03-10T12:00:00Z&orderby=id_desc');
    expect(found.map(({ customer }) => customer)).toMatchObject([
      { reference: 'koppel-7' },
      { reference: 'koppel-7' },
    ]);
  });
});
