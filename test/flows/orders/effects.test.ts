import { describe, expect, test } from 'vitest';
import { messageOf } from '../told.ts';
import { type Given, World } from './harness.ts';
import { charge, company, line, order } from './samples.ts';

/**
 * What every setting of the orders flow does to the document that is sent. Those that send no other document
 * (`statuses`, `paymentStatuses`, `since`, `customer`, `refunds`, `writeBack`) are tested in the files of their own.
 */
const account = '8d5e9c10-2f47-4b3a-8c61-0a9b7d4e6f23';
const another = '9d5e9c10-2f47-4b3a-8c61-0a9b7d4e6f23';

interface Item {
  readonly description: string;
  readonly quantity: string;
  readonly amount: { readonly amount: string };
  readonly vat: { readonly value: string; readonly category: string | null };
  readonly ledger_account_id?: string;
}

async function sent(given: Given = {}, of = order()): Promise<Record<string, unknown>> {
  const world = new World(given);
  await world.run(of);
  const [body] = world.books.sent;
  if (!body) throw new Error('nothing was sent');
  return body;
}

async function items(settings: Given['settings'], of = order()): Promise<Item[]> {
  return (await sent({ settings }, of)).line_items as Item[];
}

async function code(settings: Given['settings'], of = order()): Promise<string> {
  const world = new World({ settings });
  const { code: found } = await world.problem(of);
  expect(world.books.sent).toEqual([]);
  return found;
}

test('without settings an order is sent as a shop expects', async () => {
  expect(await sent()).toEqual({
    customer_id: expect.any(String),
    invoice_date: '2026-03-02',
    reference: '1001',
    payment_method: 'already_paid',
    net_amounts: true,
    line_items: [
      {
        description: 'Mug',
        quantity: '2',
        amount: { amount: '12.10', currency: 'EUR' },
        vat: { value: '0.21', category: null },
      },
      {
        description: 'Parcel',
        quantity: '1',
        amount: { amount: '6.05', currency: 'EUR' },
        vat: { value: '0.21', category: null },
      },
    ],
  });
});

test('state: draft by default, sent makes it final', async () => {
  expect(await sent()).not.toHaveProperty('send_method');
  expect(await sent({ settings: { state: 'sent' } })).toMatchObject({ send_method: 'self' });
});

test('document: the first kind of the target, or the one that is named', async () => {
  expect(await sent({ settings: { document: 'invoice' } })).toEqual(await sent());
});

test('lines: items, summary, split', async () => {
  const of = order({ discounts: [charge({ amount: '1.00' })] });
  const told = async (lines: 'items' | 'summary' | 'split') =>
    (await items({ lines }, of)).map(({ description, amount }) => `${description} ${amount.amount}`);
  expect(await told('items')).toEqual(['Mug 12.10', 'Korting -1.00', 'Parcel 6.05']);
  expect(await told('summary')).toEqual(['Omzet order 1001, 21% btw 29.25']);
  expect(await told('split')).toEqual([
    'Omzet order 1001, 21% btw 24.20',
    'Verzendkosten order 1001, 21% btw 6.05',
    'Korting order 1001, 21% btw -1.00',
  ]);
});

test('discounts: a line of their own, or off the lines', async () => {
  const of = order({ lines: [line({ discount: '4.00' })], shipping: [] });
  const amounts = async (discounts: 'lines' | 'spread') =>
    (await items({ discounts }, of)).map(({ amount }) => amount.amount);
  expect(await amounts('lines')).toEqual(['12.10', '-4.00']);
  expect(await amounts('spread')).toEqual(['10.10']);
});

test('shipping: the description of its line', async () => {
  expect((await items({ shipping: { description: 'Bezorging' } }))[1]?.description).toBe('Bezorging');
});

test('shipping.methods: a method that is not in the table parks', async () => {
  expect(await code({ shipping: { methods: { map: { Pickup: 'x' } } } })).toBe('choice_missing');
  expect(await sent({ settings: { shipping: { methods: { map: { parcel: 'x' } } } } })).toEqual(await sent());
});

test('paymentMethods: by the name that the shop gives', async () => {
  const settings = { paymentMethods: { map: { ideal: 'already_paid', invoice: 'pay_later' } } };
  expect(await sent({ settings })).toMatchObject({ payment_method: 'already_paid' });
  expect(await sent({ settings }, order({ paymentMethod: 'Invoice' }))).toMatchObject({
    payment_method: 'pay_later',
  });
  expect(await code(settings, order({ paymentMethod: 'Klarna' }))).toBe('choice_missing');
});

test('an order that is not paid yet is to be paid later', async () => {
  expect(await sent({}, order({ paid: false }))).toMatchObject({ payment_method: 'pay_later' });
});

test('paymentTerms: days by payment method, whole days only', async () => {
  expect(await sent({ settings: { paymentTerms: { map: { iDEAL: '0' }, default: '14' } } })).toMatchObject({
    payment_term: 0,
  });
  for (const term of ['soon', '1.5', '-1', '']) {
    expect([term, await code({ paymentTerms: { force: term } })]).toEqual([term, 'choice_invalid']);
  }
});

test('vat.byRate and vat.byCountry: the VAT code of every line', async () => {
  const free = order({ lines: [line({ vatRate: '0' })], shipping: [] });
  const [exempt] = await items({ vat: { byRate: { map: { 0: 'exempt' } } } }, free);
  expect(exempt?.vat).toEqual({ value: '0.00', category: 'exempt' });
  const [abroad] = await items(
    { vat: { byCountry: { DE: { map: { 0: 'exempt' } } } } },
    { ...free, delivery: { country: 'DE' } },
  );
  expect(abroad?.vat.category).toBe('exempt');
  const [home] = await items({ vat: { byCountry: { DE: { map: { 0: 'exempt' } } } } }, free);
  expect(home?.vat.category).toBeNull();
});

test('a code that would change the VAT parks: the totals are checked with it', async () => {
  expect(await code({ vat: { byRate: { map: { 21: '9' } } } })).toBe('totals_differ');
  expect(await code({ vat: { byRate: { force: '0' } } })).toBe('totals_differ');
});

test('vat.reverseCharge: allowed, or parked', async () => {
  const of = order({
    lines: [line({ vatRate: '0' })],
    shipping: [],
    customer: { ...company, reverseCharge: true },
  });
  expect((await items({}, of))[0]?.vat.value).toBe('0.00');
  expect(await code({ vat: { reverseCharge: 'park' } }, of)).toBe('reverse_charge');
  expect((await items({ vat: { reverseCharge: 'park' } }))[0]?.vat.value).toBe('0.21');
});

test('vat.oss: private sales to other EU countries allowed, or parked', async () => {
  const to = (country: string, fields = {}) => order({ delivery: { country }, ...fields });
  const settings = { vat: { oss: 'park' } } as const;
  expect(await code(settings, to('DE'))).toBe('oss');
  expect(await items({}, to('DE'))).toHaveLength(2);
  expect(await items(settings, to('NL'))).toHaveLength(2);
  expect(await items(settings, to('GB'))).toHaveLength(2);
  expect(await items(settings, to('DE', { customer: company }))).toHaveLength(2);
});

test('revenueAccount: by country, by rate, and its own for shipping, discount, fee, rounding', async () => {
  const of = order({
    fees: [charge({ amount: '1.00' })],
    discounts: [charge({ amount: '1.00' })],
    gross: '30.26',
  });
  const found = await items(
    {
      revenueAccount: {
        byRate: { map: { 21: account } },
        shipping: another,
        discount: another,
        fee: another,
        rounding: another,
      },
    },
    of,
  );
  expect(found.map(({ ledger_account_id }) => ledger_account_id === account)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(found.every(({ ledger_account_id }) => ledger_account_id !== undefined)).toBe(true);
  const byCountry = await items({ revenueAccount: { byCountry: { map: { NL: account } } } });
  expect(byCountry.map(({ ledger_account_id }) => ledger_account_id)).toEqual([account, account]);
});

test('rounding: the line, its description, and how far it may go', async () => {
  const of = order({ gross: '30.28' });
  const [, , rounding] = await items({ rounding: { description: 'Verschil' } }, of);
  expect(rounding).toMatchObject({
    description: 'Verschil',
    amount: { amount: '0.03' },
    vat: { value: '0.00' },
  });
  expect(await code({ rounding: { tolerance: '0.02' } }, of)).toBe('totals_differ');
});

test('fixed: constants of the document, the customer and the lines', async () => {
  const settings = {
    fixed: {
      introduction: 'Webshop',
      label_ids: [account],
      sold_via_platform: true,
      'customer.website': 'x.example.com',
      'line.description': 'Goods',
    },
  };
  const world = new World({ settings });
  await world.run(order());
  expect(world.books.sent[0]).toMatchObject({
    introduction: 'Webshop',
    label_ids: [account],
    sold_via_platform: true,
    line_items: [{ description: 'Goods' }, { description: 'Parcel' }],
  });
  expect(world.books.customers[0]).toMatchObject({ website: 'x.example.com' });
});

describe('the mapping', () => {
  test('fills in fields of the document and stands above constants', async () => {
    const given = {
      settings: { fixed: { remarks: 'fixed' } },
      mapping: {
        remarks: "'Order ' & order.number & ', ' & order.customer.lastName",
        delivery_period: 'order.date',
      },
    };
    expect(await sent(given)).toMatchObject({ remarks: 'Order 1001, de Wit', delivery_period: '2026-03-02' });
  });

  test('describes lines', async () => {
    const body = await sent({ mapping: { 'line.description': "line.sku & ' ' & line.name" } });
    expect(body.line_items).toMatchObject([{ description: 'MUG Mug' }, { description: 'Parcel' }]);
  });

  test('a description that is no text parks and names the field', async () => {
    const world = new World({ mapping: { 'line.description': 'line' } });
    expect(messageOf(await world.problem(order()))).toContain('"line.description"');
  });

  test('gives another reference; an empty one leaves the number of the order', async () => {
    expect(await sent({ mapping: { reference: "'W-' & order.number" } })).toMatchObject({
      reference: 'W-1001',
    });
    for (const empty of ["''", "'  '", 'order.missing']) {
      expect(await sent({ mapping: { reference: empty } })).toMatchObject({ reference: '1001' });
    }
  });

  test('that fails parks before anything is made', async () => {
    const world = new World({ mapping: { remarks: '$number(order.number & "x")' } });
    expect(await world.problem(order())).toMatchObject({ code: 'mapping_failed' });
    expect(world.books.calls).toEqual([]);
  });
});

test('the date is the day in the shop', async () => {
  const late = order({ placedAt: '2026-03-31T22:30:00.000Z', date: '2026-04-01' });
  expect(await sent({}, late)).toMatchObject({ invoice_date: '2026-04-01' });
});

test('an order of zero is booked like any other', async () => {
  const free = order({ lines: [line({ unitPrice: '0' })], shipping: [] });
  for (const lines of ['items', 'summary', 'split'] as const) {
    expect((await items({ lines }, free)).map(({ amount }) => amount.amount)).toEqual(['0.00']);
  }
});

test('prices without VAT are sent as such', async () => {
  const net = order({ pricesIncludeVat: false, lines: [line({ unitPrice: '10.00' })], shipping: [] });
  expect(await sent({}, net)).toMatchObject({
    net_amounts: false,
    line_items: [{ amount: { amount: '10.00' } }],
  });
});
