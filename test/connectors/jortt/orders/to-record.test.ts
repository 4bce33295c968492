import { describe, expect, test } from 'vitest';
import { customerWire } from '../../../../src/connectors/jortt/customers/wire.ts';
import { orderFromInvoice } from '../../../../src/connectors/jortt/orders/to-record.ts';
import { invoiceWire } from '../../../../src/connectors/jortt/orders/wire.ts';
import { order } from '../../../../src/records/order.ts';
import { creditNote, customer, draft, euros, ids, mill, row, sentInvoice } from '../invoice-payload.ts';

interface Given {
  readonly credits?: readonly unknown[];
  readonly current?: unknown;
  readonly today?: string;
}

function read(
  fields: Record<string, unknown> = {},
  { credits = [], current, today = '2026-03-10' }: Given = {},
) {
  return order.parse(
    orderFromInvoice({
      invoice: invoiceWire.parse(sentInvoice(fields)),
      customer: current === undefined ? null : customerWire.parse(current),
      credits: credits.map((credit) => invoiceWire.parse(credit)),
      today,
    }),
  );
}

describe('an invoice', () => {
  test('is an order with the totals that it states', () => {
    expect(read()).toMatchObject({
      id: ids.invoice,
      number: '202603-012',
      placedAt: '2026-03-03T22:30:00.000Z',
      updatedAt: '2026-03-03T22:30:00.000Z',
      date: '2026-03-04',
      currency: 'EUR',
      pricesIncludeVat: false,
      status: 'sent',
      paymentStatus: 'unpaid',
      paid: false,
      cancelled: false,
      paymentMethod: 'pay_later',
      gross: '47.20',
      vat: '7.2',
      vatByRate: [
        { rate: '21', vat: '6.3' },
        { rate: '9', vat: '0.9' },
      ],
      lines: [
        { name: 'Lamp', quantity: '2', unitPrice: '15', discount: '0', vatRate: '21' },
        { name: 'Guide', quantity: '1', unitPrice: '10', discount: '0', vatRate: '9' },
      ],
      ...{ shipping: [], fees: [], discounts: [], refunded: '0.00', note: 'Thank you' },
    });
  });

  test('that is a draft is known by its reference, else by its id', () => {
    expect(read(draft)).toMatchObject({
      ...{ number: 'WEB-77', status: 'draft', draft: true, paymentStatus: 'unpaid', paid: false },
      // The day there, though it is still the day before in UTC.
      date: '2026-03-03',
    });
    expect(read({ ...draft, reference: ' ' }).number).toBe(ids.invoice);
    expect(read({ ...draft, invoice_due_amount: euros('0.00') }).paid).toBe(false);
  });

  test.each([
    ['paid', '0.00', '2026-03-19', true],
    ['paid', '-0.01', '2026-03-19', true],
    ['unpaid', '0.01', '2026-03-18', false],
    ['late', '47.20', '2026-03-19', false],
  ])('is %s with %s due on %s', (paymentStatus, due, today, paid) => {
    expect(read({ invoice_due_amount: euros(due) }, { today })).toMatchObject({ paymentStatus, paid });
  });

  test('without a due date is never late', () => {
    expect(read({ invoice_due_date: null }, { today: '2027-01-01' }).paymentStatus).toBe('unpaid');
  });
});

describe('a credit note', () => {
  test('cancels what it credits whole', () => {
    expect(read({}, { credits: [creditNote()] })).toMatchObject({ refunded: '47.20', cancelled: true });
  });

  test('that was a draft before the day it was sent is sold from that day on, in Dutch time', () => {
    const createdAt = { created_at: '2026-03-03T23:30:00+01:00' };
    expect(read({ ...createdAt, invoice_date_sent: '2026-03-20' }).soldAt).toBe('2026-03-19T23:00:00.000Z');
    for (const sentOn of [null, '2026-03-03'])
      expect(read({ ...createdAt, invoice_date_sent: sentOn })).not.toHaveProperty('soldAt');
  });

  test('that is a draft gives nothing back', () => {
    const credits = [creditNote({ invoice_status: 'draft' })];
    expect(read({}, { credits })).toMatchObject({ refunded: '0.00', cancelled: false });
  });

  test('has its day, and its VAT per rate', () => {
    const below = [row('Lamp', '2', '-15.00', '0.21'), row('Guide', '1', '-10.00', '0.09')];
    const byRate = [
      { rate: '21', gross: '36.3', vat: '6.3' },
      { rate: '9', gross: '10.9', vat: '0.9' },
    ];
    const refund = { id: ids.credit, date: '2026-05-20', gross: '47.2', byRate };
    for (const line_items of [below, sentInvoice().line_items]) {
      const credits = [creditNote({ invoice_date: '2026-05-20', line_items })];
      expect(read({}, { credits }).refunds).toEqual([refund]);
    }
    const twice = [creditNote({ invoice_date: '2026-05-20' }), creditNote({ id: ids.invoice })];
    expect(read({}, { credits: twice }).refunds).toHaveLength(1);
  });

  test('whose VAT does not follow from its lines says its amount', () => {
    const odd = creditNote({ invoice_date: null, invoice_total: euros('-20.00') });
    expect(read({}, { credits: [odd] }).refunds).toEqual([
      { id: ids.credit, date: '2026-03-03', gross: '47.2' },
    ]);
    expect(read({}).refunds).toBeUndefined();
  });

  test('gives back once, however often the invoice is credited', () => {
    expect(read({}, { credits: [creditNote(), creditNote()] }).refunded).toBe('47.20');
  });

  test('of a part leaves the rest', () => {
    const credits = [creditNote({ invoice_total_incl_vat: euros('-10.00') })];
    expect(read({}, { credits })).toMatchObject({ refunded: '10.00', cancelled: false });
  });
});

describe('VAT', () => {
  test('inside the prices is taken out once per rate', () => {
    const fields = {
      net_amounts: true,
      line_items: [row('Lamp', '3', '1.99', '0.21'), row('Bulb', '1', '0.49', '0.21')],
      invoice_total: euros('5.34'),
      invoice_total_incl_vat: euros('6.46'),
    };
    expect(read(fields)).toMatchObject({
      ...{ pricesIncludeVat: true, gross: '6.46', vat: '1.12' },
      vatByRate: [{ rate: '21', vat: '1.12' }],
    });
  });

  test('is what Jortt states, a cent of difference going to the rate with the most', () => {
    expect(read({ invoice_total_incl_vat: euros('47.21') })).toMatchObject({
      vat: '7.21',
      vatByRate: [
        { rate: '21', vat: '6.31' },
        { rate: '9', vat: '0.9' },
      ],
    });
  });

  test('that does not follow from the lines is for a person to look at', () => {
    expect(() => read({ invoice_total_incl_vat: euros('48.20') })).toThrow(
      expect.objectContaining({ code: 'totals_unclear', kind: 'rejected' }),
    );
  });

  test.each([
    ['shifted to the customer', { customer_vat_shifted: true }],
    ['marked as none', { invoice_marked_free_of_vat: true }],
    ['not charged by the organization', {}],
  ])('%s is no VAT at all', (_, fields) => {
    const read0 = read({ ...fields, invoice_total_incl_vat: euros('40.00') });
    expect(read0.customer.reverseCharge).toBe('customer_vat_shifted' in fields);
    expect(read0).toMatchObject({ vat: '0', vatByRate: [{ rate: '0', vat: '0' }] });
    expect(read0.lines.map(({ vatRate }) => vatRate)).toEqual(['0', '0']);
  });

  test('of a margin scheme is not shown, or it is, as the totals tell', () => {
    const vat = { value: '0.21', category: 'margin_goods_high' };
    const line_items = [row('Old lamp', '1', '121.00', '0.21', { vat }), row('Bulb', '1', '10.00', '0.21')];
    const hidden = { line_items, invoice_total: euros('131.00'), invoice_total_incl_vat: euros('133.10') };
    expect(read(hidden).vatByRate).toEqual([
      { rate: '21', vat: '2.1' },
      { rate: '0', vat: '0' },
    ]);
    const shown = { ...hidden, invoice_total_incl_vat: euros('158.51') };
    expect(read(shown).vatByRate).toEqual([{ rate: '21', vat: '27.51' }]);
  });

  test('of an invoice without lines is none', () => {
    const none = { line_items: [], invoice_total: euros('0.00'), invoice_total_incl_vat: euros('0.00') };
    expect(read(none)).toMatchObject({ gross: '0.00', vat: '0', vatByRate: [], lines: [], cancelled: false });
  });
});

describe('discounts of the invoice', () => {
  const totals = { invoice_total: euros('36.00'), invoice_total_incl_vat: euros('42.48') };

  test('are amounts per rate', () => {
    const discounts = [{ description: null, percentage: 10 }];
    expect(read({ ...totals, discounts }).discounts).toEqual([
      { description: '10%', amount: '3', vatRate: '21' },
      { description: '10%', amount: '1', vatRate: '9' },
    ]);
  });

  test('go off one after the other', () => {
    const discounts = [
      { description: 'Loyal', percentage: 50 },
      { description: 'Late', percentage: 100 },
    ];
    const free = { invoice_total: euros('0.00'), invoice_total_incl_vat: euros('0.00'), discounts };
    expect(read(free).discounts.map(({ amount }) => amount)).toEqual(['30', '10']);
    expect(read(free).discounts[0]?.description).toBe('Loyal, Late');
  });

  test('of nothing are none', () => {
    expect(read({ discounts: [{ description: 'None', percentage: 0 }] }).discounts).toEqual([]);
  });
});

describe('the buyer', () => {
  test('is as the invoice was sent, with what it does not keep from the customer of today', () => {
    expect(read({}, { current: customer }).customer).toEqual({
      id: ids.customer,
      kind: 'company',
      email: 'inkoop@dehoop.example',
      name: 'Bo Korver',
      company: 'Molen De Hoop B.V.',
      phone: '+31 75 000000',
      vatNumber: 'NL000000000B02',
      cocNumber: '00000001',
      reverseCharge: false,
      address: { street: 'Dijkweg 40', postalCode: '1521 EF', city: 'Wormerveer', country: 'NL' },
    });
  });

  test('of a draft is the customer of today', () => {
    expect(read(draft, { current: customer }).customer).toEqual({
      id: ids.customer,
      kind: 'company',
      email: 'inkoop@dehoop.example',
      name: 'Afdeling inkoop',
      company: 'Molen De Nieuwe Hoop B.V.',
      phone: '+31 75 000000',
      vatNumber: 'NL000000000B02',
      cocNumber: '00000001',
      language: 'de',
      reverseCharge: false,
      address: {
        ...{ street: 'Zaanweg 1', extra: 'poort 2', postalCode: '1520 AA', city: 'Wormerveer' },
        country: 'NL',
      },
    });
  });

  test('who is gone from Jortt is known by the invoice alone', () => {
    expect(read().customer).toMatchObject({ id: ids.customer, email: 'facturen@dehoop.example' });
    expect(read(draft).customer).toEqual({ kind: 'person', name: '', reverseCharge: false, address: {} });
  });

  test('who is a person has the parts of the name while it is the same', () => {
    const person = {
      ...mill,
      customer_is_private: true,
      customer_company_name: 'Ann Berg',
      customer_attn: null,
    };
    const now = {
      ...customer,
      is_private: true,
      customer_name: 'Ann Berg',
      first_name: 'Ann',
      last_name: 'Berg',
    };
    expect(read(person, { current: now }).customer).toMatchObject({ kind: 'person', firstName: 'Ann' });
    const married = { ...now, customer_name: 'Ann Bos', last_name: 'Bos' };
    const buyer = read(person, { current: married }).customer;
    expect(buyer).toMatchObject({ name: 'Ann Berg' });
    expect(buyer.lastName).toBeUndefined();
    expect(buyer.cocNumber).toBeUndefined();
  });

  test('with a country that is none has none', () => {
    expect(read({ customer_address_country_code: 'Nederland' }).customer.address).not.toHaveProperty(
      'country',
      'NL',
    );
  });
});

test('an amount that is none is named', () => {
  const line_items = [row('Lamp', 'two', '15.00', '0.21')];
  expect(() => invoiceWire.parse(sentInvoice({ line_items }))).toThrow(/quantity/);
});
