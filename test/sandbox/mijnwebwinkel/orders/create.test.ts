import { describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { offlineLocationId } from '../../../../sandbox/mijnwebwinkel/settings.ts';
import { pushedOrder, TestShop } from '../shop.ts';

const mugs = (quantity: number, options: JsonObject[] = [{ list_option_id: 71 }]): JsonObject => ({
  orderlines: [{ type: 'article', quantity, articles: [{ id: 500101, options }] }],
});
const company = {
  email: 'inkoop@example.com',
  address: {
    invoice: { name: 'Kees Vermeer', company: 'Lunchroom', zipcode: '2611GP', taxnumber: 'NL987650128B01' },
  },
};
const b2b = { business_model: 'B2B', debtor: company };

describe('an order that is sent in', () => {
  it('gets the next number, its amounts from the article, and lowers the stock of the variant', async () => {
    const shop = new TestShop({ seeded: true });
    const { status, body } = await shop.call('POST', '/orders', pushedOrder(mugs(3)));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      number: '2036',
      status: 1,
      payment_status: 'captured',
      price: { total: '35.85', tax: { rate: '21.00', amount: '6.22' } },
      orderlines: [{ description: 'Emaille mok (Kleur: Blauw)', articles: [{ sku: 'MOK-EM' }] }],
    });
    const mug = await shop.article('MOK-EM');
    expect(objectsIn(mug.variants).map(({ stock }) => stock)).toEqual([197, 201, 202]);
    expect((await shop.get(`/orders/${body.number}/payments`)).json).toEqual({ payments: [] });
  });

  it('that is refused takes no number', async () => {
    const shop = new TestShop({ seeded: true });
    expect((await shop.call('POST', '/orders', pushedOrder({ status: 99 }))).status).toBe(422);
    expect((await shop.call('POST', '/orders', pushedOrder())).body.number).toBe('2036');
  });

  const refused: readonly (readonly [why: string, fields: JsonObject, status: number])[] = [
    ['no lines', { orderlines: [] }, 422],
    ['no debtor', { debtor: null }, 422],
    ['an unknown field', { order_reference: 'x' }, 422],
    [
      'an article that does not exist',
      { orderlines: [{ type: 'article', quantity: 1, articles: [{ id: 1 }] }] },
      422,
    ],
    ['no choice where there is one', mugs(1, []), 422],
    ['two choices of one list', mugs(1, [{ list_option_id: 71 }, { list_option_id: 72 }]), 422],
    ['more than there are', mugs(201), 422],
    ['nothing of it', mugs(0), 422],
    ['another kind of line', { orderlines: [{ type: 'shipping', quantity: 1 }] }, 422],
    ['a status for credit orders', { status: 10 }, 422],
    ['a reference of a consumer', { reference: 'INK-1' }, 422],
    ['B2B without a company', { business_model: 'B2B' }, 422],
    ['a VAT number of a consumer', { debtor: company }, 422],
    [
      'a method that does no B2B',
      { ...b2b, payment: { gateway_name: 'klarna_checkout', method_name: 'afterpay' } },
      422,
    ],
    ['a method that nobody has', { payment: { gateway_name: 'basic', method_name: 'pay_later' } }, 422],
    ['no payment', { payment: null }, 422],
    ['an unknown discount code', { discountcode: 'KORTING' }, 422],
    ['an unknown location', { offline_location_id: '7f0a0f5e-0000-4000-8000-000000000009' }, 422],
  ];
  it.each(refused)('is refused with %s', async (_, fields, status) => {
    const shop = new TestShop({ seeded: true });
    const answer = await shop.call('POST', '/orders', pushedOrder(fields));
    expect(answer.status, answer.text).toBe(status);
    expect(answer.body).toMatchObject({ code: status, message: expect.any(String) });
  });

  it('may have what a company may: a reference, a VAT number, and no tax beyond the border', async () => {
    const shop = new TestShop({ seeded: true });
    const { body } = await shop.call('POST', '/orders', pushedOrder({ ...b2b, reference: 'INK-1' }));
    expect(body).toMatchObject({ business_model: 'B2B', reference: 'INK-1', tax_strategy: '' });
    const abroad = { ...company, address: { invoice: { ...company.address.invoice, country_code: 'BE' } } };
    const shifted = await shop.call('POST', '/orders', pushedOrder({ ...b2b, debtor: abroad }));
    expect(shifted.body).toMatchObject({
      tax_strategy: 'reverse_charged_vat',
      price: { total: '20.00', tax: { rate: '0.00', amount: '0.00' } },
    });
  });

  it('skips the stock and sets prices only with rights of their own', async () => {
    const shop = new TestShop({ seeded: true });
    const [line = {}] = objectsIn(mugs(300).orderlines);
    const order = pushedOrder({ orderlines: [{ ...line, price_override: '10.00' }] });
    expect((await shop.call('POST', '/orders?override_stock=true', order)).body).toMatchObject({
      price: { total: '3000.00' },
    });
    expect(objectsIn((await shop.article('MOK-EM')).variants)[0]?.stock).toBe(-100);
    shop.standIn.change({ rights: [] });
    expect((await shop.call('POST', '/orders?override_stock=true', pushedOrder())).status).toBe(403);
    expect(
      (
        await shop.call(
          'POST',
          '/orders',
          pushedOrder({ orderlines: [{ ...line, quantity: 1, price_override: '1' }] }),
        )
      ).status,
    ).toBe(403);
  });

  it('weighs nothing where the merchant wrote no number, and carries a rate of VAT that can be one', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.call('POST', '/articlefields/500101?visible=false', { weight: 'zwaar' });
    expect((await shop.call('POST', '/orders', pushedOrder(mugs(1)))).body.weight).toBe('0.00');
    const [line = {}] = objectsIn(pushedOrder().orderlines);
    const unit_price = { amount_including_tax: '12.10', rate: '-100' };
    expect(
      (await shop.call('POST', '/orders', pushedOrder({ orderlines: [{ ...line, unit_price }] }))).status,
    ).toBe(422);
  });

  it('takes more than there is of a variant that may be ordered all the same', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.call('PATCH', '/articles/500101', { variants: [{ id: 901, can_backorder: true }] });
    expect((await shop.call('POST', '/orders', pushedOrder(mugs(300)))).status).toBe(200);
    const white = mugs(300, [{ list_option_id: 72 }]);
    expect((await shop.call('POST', '/orders', pushedOrder(white))).status).toBe(422);
  });

  it('takes the cost of a way of sending, unless sending is switched off', async () => {
    const shop = new TestShop({ seeded: true });
    const order = pushedOrder({ shipping_method_id: '2273' });
    expect((await shop.call('POST', '/orders', order)).body).toMatchObject({ price: { total: '31.15' } });
    expect((await shop.call('POST', '/orders?disable_shipping=true', order)).body).toMatchObject({
      price: { total: '24.20' },
    });
    expect((await shop.call('POST', '/orders', pushedOrder({ shipping_method_id: '1' }))).status).toBe(422);
  });

  it('is linked to an account by its e-mail address, and to an address of that account', async () => {
    const shop = new TestShop({ seeded: true });
    const { json } = await shop.get('/customers?q=sanne.bakker@example.com&embed=address');
    const [sanne] = objectsIn((json as JsonObject).customers);
    const [address] = objectsIn(sanne?.addresses);
    const debtor = {
      email: 'sanne.bakker@example.com',
      link_to_account: true,
      address: { invoice: { id: address?.id ?? null } },
    };
    expect((await shop.call('POST', '/orders', pushedOrder({ debtor }))).body.debtor).toMatchObject({
      id: sanne?.id,
      address: { invoice: { name: 'Sanne Bakker', zipcode: '3571 KH' } },
    });
    expect(
      (await shop.call('POST', '/orders', pushedOrder({ debtor: { ...debtor, email: 'x@example.com' } })))
        .status,
    ).toBe(422);
  });

  it('is done twice where it is sent twice: nothing guards against that', async () => {
    const shop = new TestShop();
    const order = pushedOrder({ comments: { internal: 'koppel-1' } });
    await shop.call('POST', '/orders', order);
    await shop.call('POST', '/orders', order);
    expect(await shop.rows('/orders')).toMatchObject([
      { comments: { internal: 'koppel-1' } },
      { comments: { internal: 'koppel-1' } },
    ]);
  });

  it('may be too small', async () => {
    const shop = new TestShop({ settings: { minimumOrder: '25.00' } });
    expect((await shop.call('POST', '/orders', pushedOrder())).status).toBe(422);
    expect((await shop.call('POST', '/orders?override_minimum=true', pushedOrder())).status).toBe(200);
  });
});

describe('a change of an order', () => {
  it('sets status, archive, note, reference and location, and nothing else', async () => {
    const shop = new TestShop({ seeded: true });
    const { number } = (await shop.call('POST', '/orders', pushedOrder(b2b))).body;
    const changes = {
      status: 1204,
      archived: true,
      comments: { internal: 'n' },
      reference: 'R',
      offline_location_id: offlineLocationId,
    };
    expect((await shop.call('PATCH', `/orders/${number}`, changes)).body).toMatchObject(changes);
    for (const body of [
      { orderlines: [] },
      { comments: { customer: 'x' } },
      { debtor: company },
      { price: {} },
    ]) {
      expect((await shop.call('PATCH', `/orders/${number}`, body)).status).toBe(422);
    }
  });

  it('knows the statuses of this shop only, and those of credit orders apart', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.control('PUT', '/statuses', [
      { status: 1, description: 'Nieuw' },
      { status: 77, description: 'De deur uit' },
      { status: 90, description: 'Terug', credit_order: true },
    ]);
    expect((await shop.get('/orderstatuses')).json).toContainEqual({
      status: 77,
      description: 'De deur uit',
      credit_order: false,
    });
    for (const [status, expected] of [
      [77, 200],
      [2, 422],
      [90, 422],
    ]) {
      expect((await shop.call('PATCH', '/orders/2003', { status })).status, String(status)).toBe(expected);
    }
  });

  it('names statuses in the language that is asked for', async () => {
    const shop = new TestShop();
    expect((await shop.rows('/orderstatuses'))[0]?.description).toBe('Bestelling in behandeling');
    expect((await shop.rows('/orderstatuses?language=en_GB'))[0]?.description).toBe('Order Pending');
  });
});
