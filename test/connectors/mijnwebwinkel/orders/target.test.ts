import { describe, expect, test } from 'vitest';
import { orderTarget } from '../../../../src/connectors/mijnwebwinkel/orders/target.ts';
import type { Document } from '../../../../src/records/document.ts';
import { findDocument } from '../../../support/fake-api.ts';
import { line, shopOrder } from '../../ecwid/documents.ts';
import { invoiceAddress, listed, orderAnswer, statusesAnswer } from '../answers.ts';
import { account, FakeApi, paged, type Routes } from '../fake-api.ts';

const stored = { ...orderAnswer, credit_order_numbers: [], comments: { internal: '' } };

function body(fields: Partial<Document> = {}, traits: Record<string, string> = {}) {
  return orderTarget.toWire(shopOrder(fields), { ...account, traits: { ...account.traits, ...traits } });
}

/** Places it, so that the body is held against the vendor's description. */
async function placed(fields: Partial<Document> = {}) {
  const api = new FakeApi({ 'POST /orders': () => stored });
  const made = await orderTarget.create(api, body(fields));
  return { api, made, sent: api.sent[0] as Record<string, unknown> };
}

describe('an order in the shop', () => {
  test('is made of custom lines at the source’s own amounts, and told as it was stored', async () => {
    const lines = [
      line({ description: 'Mok', quantity: '2', unitPrice: '12.10' }),
      line({ kind: 'discount', description: 'LENTE', quantity: '1', unitPrice: '-2.00' }),
      line({ description: 'Touw', quantity: '1.5', unitPrice: '0.99', vatRate: '9' }),
    ];
    const { api, made, sent } = await placed({ lines });
    expect(made).toEqual({ id: '2301', number: '2301', gross: '24.85', vat: '3.30' });
    expect(api.calls[0]?.query).toEqual({ disable_shipping: true });
    const custom = { type: 'custom', unit_weight: '0' };
    expect(sent.orderlines).toEqual([
      {
        ...custom,
        quantity: 2,
        description: 'Mok',
        unit_price: { amount_including_tax: '12.10', rate: '21.00' },
      },
      {
        ...custom,
        quantity: 1,
        description: 'LENTE',
        unit_price: { amount_including_tax: '-2.00', rate: '21.00' },
      },
      {
        ...custom,
        quantity: 1,
        description: '1.5 × Touw',
        unit_price: { amount_including_tax: '1.49', rate: '9.00' },
      },
    ]);
  });

  test('adds up as it is sent', () => {
    const lines = [
      line({ quantity: '2', unitPrice: '12.10' }),
      line({ kind: 'shipping', quantity: '1', unitPrice: '4.95', vatRate: '9' }),
    ];
    expect(orderTarget.totals(shopOrder({ lines }))).toEqual({
      gross: '29.15',
      vat: '4.61',
      byRate: [
        { rate: '21', vat: '4.20' },
        { rate: '9', vat: '0.41' },
      ],
    });
    const net = shopOrder({
      pricesIncludeVat: false,
      lines: [line({ quantity: '3', unitPrice: '2.754821' })],
    });
    expect(orderTarget.totals(net).gross).toBe('10.00');
  });

  test('bears its reference and Koppel’s mark where only the staff see them', async () => {
    const { sent } = await placed({ reference: '10042', fields: { internal: 'Met spoed' } });
    expect(sent.comments).toEqual({ internal: 'Referentie: 10042\nGemaakt door Koppel\nMet spoed' });
    expect(sent).not.toHaveProperty('internal');
  });

  test('is a company’s where the shop sells to companies', () => {
    const customer = {
      ...shopOrder().customer,
      kind: 'company',
      company: 'Smit BV',
      vatNumber: 'NL999999990B57',
    } as const;
    const of = (businessModels: string) => body({ customer, reference: '7' }, { businessModels });
    expect(of('ALL')).toMatchObject({
      business_model: 'B2B',
      reference: '7',
      debtor: { address: { invoice: { company: 'Smit BV', taxnumber: 'NL999999990B57' } } },
    });
    expect(of('B2C')).toMatchObject({ business_model: 'B2C' });
    expect(of('B2C')).not.toHaveProperty('reference');
    expect(body({}, { businessModels: 'B2B' })).toMatchObject({ business_model: 'B2B' });
  });

  test.each([
    ['charged', 'BE', '21', 'B2C'],
    ['shifted', 'BE', '0', 'B2B'],
    ['charged', 'NL', '21', 'B2B'],
  ])('whose VAT is %s to a company in %s, at %s %%, is of the model %s', (_how, country, vatRate, model) => {
    const address = { ...shopOrder().customer.address, country };
    const customer = { ...shopOrder().customer, kind: 'company', company: 'Smit BV', address } as const;
    expect(body({ customer, lines: [line({ vatRate })] }, { businessModels: 'ALL' }).business_model).toBe(
      model,
    );
    const delivery = { name: 'Jan', street: 'Kade 1', postalCode: '1000', city: 'Hoorn', country };
    const here = { ...customer, address: { ...address, country: 'NL' } };
    const sent = body({ customer: here, delivery, lines: [line({ vatRate })] }, { businessModels: 'ALL' });
    expect(sent.business_model).toBe(model);
  });

  test('has a payment unless it costs nothing', () => {
    expect(body({ paid: true, paymentMethod: 'ideal' }).payment).toEqual({
      gateway_name: 'basic',
      method_name: 'ideal',
      status: { id: 1 },
    });
    expect(body({ lines: [line({ unitPrice: '0' })] })).not.toHaveProperty('payment');
  });

  test.each([
    ['iDEAL', true, 'ALL', 'ideal'],
    ['afterpay', true, 'ALL', 'afterpay'],
    ['afterpay', true, 'B2B', 'external'],
    ['pay_later', false, 'ALL', 'advance'],
    ['Shopify Payments', true, 'ALL', 'external'],
    [undefined, false, 'ALL', 'advance'],
  ])('of the method %s (paid: %s, shop: %s) is paid by %s', (method, paid, businessModels, method_name) => {
    const paymentMethod = method === undefined ? {} : { paymentMethod: method };
    expect(body({ paid, ...paymentMethod }, { businessModels }).payment).toMatchObject({ method_name });
  });

  test('needs a postal code, and is no credit', () => {
    const customer = { ...shopOrder().customer, address: { city: 'Hoorn' } };
    expect(() => body({ customer })).toThrow(expect.objectContaining({ code: 'address_incomplete' }));
    const delivery = { name: 'Jan', street: 'Kade 1', city: 'Hoorn', country: 'NL' };
    expect(() => body({ delivery })).toThrow(expect.objectContaining({ code: 'address_incomplete' }));
    expect(body({ delivery: { name: 'Jan', country: 'NL' } }).debtor).not.toHaveProperty('address.delivery');
    expect(() => body({ kind: 'credit' })).toThrow(expect.objectContaining({ code: 'credit_unsupported' }));
  });
});

describe('an order is found', () => {
  const marked = (number: number, reference: string) => ({
    ...stored,
    number: String(number),
    comments: { internal: `Referentie: ${reference}\nGemaakt door Koppel` },
  });
  const shop = (open: readonly object[], archived: readonly object[] = []) =>
    new FakeApi({ 'GET /orders': (call) => paged(call.query.archived ? archived : open, call) });

  test('by exactly its reference among all since then, archived ones too, and once', async () => {
    const orders = Array.from({ length: 150 }, (_, index) => marked(index + 1, `A-${index + 1}`));
    const api = shop(orders, [marked(900, 'A-1900')]);
    expect(await findDocument(orderTarget, api, 'A-98', new Date('2026-03-01T12:00:00Z'))).toEqual({
      id: '98',
      number: '98',
      gross: '24.85',
      vat: '3.30',
      currency: 'EUR',
      reference: 'A-98',
      draft: false,
      customerId: orderAnswer.debtor.id,
      credits: [],
      buyer: { email: 'wilma@example.nl', name: invoiceAddress.name },
    });
    expect(api.calls[0]?.query).toMatchObject({ start_date: '2026-02-28', archived: false });
    expect(await findDocument(orderTarget, api, 'A-1900')).toMatchObject({ id: '900' });
    expect(await findDocument(orderTarget, api, 'A-9000')).toBeNull();
  });

  test('and not its credit order, also where that has its comments', async () => {
    const api = shop([marked(1, 'A-1'), { ...marked(2, 'A-1'), credited_order_number: 1 }]);
    const found = await orderTarget.find(api, ['A-1'], new Date('2026-03-01T12:00:00Z'));
    expect(found.get('A-1')?.map(({ id }) => id)).toEqual(['1']);
  });
});

describe('what became of a sale', () => {
  const traits = { sentStatus: '2', cancelledStatus: '8' };
  async function follow(aftermath: object, fields: object, named: Record<string, string> = traits) {
    const routes: Routes = {
      'GET /orders/2301': () => ({ ...stored, ...fields }),
      'PATCH /orders/2301': () => stored,
    };
    const api = new FakeApi(routes, named);
    return { left: await orderTarget.follow?.(api, '2301', aftermath), sent: api.sent };
  }

  test.each([
    ['sent', { shipped: true }, { status: 1 }, [], [{ status: 2 }]],
    ['sent already', { shipped: true }, { status: 2 }, [], []],
    ['cancelled', { cancelled: true }, { status: 1 }, [], [{ status: 8 }]],
    ['cancelled, and sent before', { cancelled: true }, { status: 2 }, ['cancelled'], []],
    ['paid there too', { paid: true }, { payment_status: 'captured' }, [], []],
    ['paid elsewhere', { paid: true }, { payment_status: 'pending' }, ['paid'], []],
    ['gone', { shipped: true }, listed(2301, { status: 1, credit_order_numbers: [4] }), ['shipped'], []],
  ])('is told where it is %s', async (_, aftermath, fields, left, sent) => {
    expect(await follow(aftermath, fields)).toEqual({ left, sent });
  });

  test('is for a person where no status is named for it', async () => {
    expect(await follow({ shipped: true }, { status: 1 }, {})).toEqual({ left: ['shipped'], sent: [] });
  });
});

test('an order is credited as a whole, with a status of the shop for that', async () => {
  const custom = { type: 'custom', description: 'Mok', unit_weight: '0', quantity: 2 };
  const price = { rate: '21.00', amount: '20.00', amount_including_tax: '24.20' };
  const api = new FakeApi({
    'GET /orders/2301': () => ({ ...stored, orderlines: [{ ...custom, price }] }),
    'GET /orderstatuses': () => statusesAnswer,
    'POST /orders/credit': () => ({ ...stored, number: '2310' }),
  });
  expect(await orderTarget.credit?.(api, '2301', 'sent')).toEqual({ id: '2310' });
  expect(api.sent).toEqual([
    {
      credited_order_number: '2301',
      status: 10,
      orderlines: [{ ...custom, unit_price: { amount_including_tax: '12.10', rate: '21.00' } }],
    },
  ]);
});
