import { describe, expect, test } from 'vitest';
import { invoiceToWire } from '../../../../src/connectors/jortt/orders/to-wire.ts';
import type { Document, DocumentLine } from '../../../../src/records/document.ts';
import { requestFaults } from '../../../vendor/requests.ts';
import { customerId, invoice, ledgerAccount, line } from '../samples.ts';

const faults = (body: unknown) =>
  requestFaults('jortt', { method: 'POST', path: '/v3/invoices', query: {}, body });

/** The body, held against the vendor's description where that is at hand. */
function wire(fields: Partial<Document> = {}) {
  const body = invoiceToWire(invoice(fields));
  expect(faults(body)).toEqual([]);
  return body;
}

function wireLine(fields: Partial<DocumentLine>) {
  const [first] = wire({ lines: [line(fields)] }).line_items as Record<string, unknown>[];
  return first;
}

describe('an invoice', () => {
  test('is written as the sheet shows it', () => {
    const book = line({ description: 'Cook book', quantity: '1', unitPrice: '10', vatRate: '9' });
    const lines = [line({ account: ledgerAccount }), book];
    expect(wire({ lines, paymentTermDays: 14, state: 'sent' })).toEqual({
      customer_id: customerId,
      invoice_date: '2026-03-02',
      reference: 'ORDER-10042',
      payment_term: 14,
      payment_method: 'pay_later',
      net_amounts: false,
      send_method: 'self',
      line_items: [
        {
          description: 'Blue mug',
          quantity: '3',
          amount: { amount: '25.00', currency: 'EUR' },
          vat: { value: '0.21', category: null },
          ledger_account_id: ledgerAccount,
        },
        {
          description: 'Cook book',
          quantity: '1',
          amount: { amount: '10.00', currency: 'EUR' },
          vat: { value: '0.09', category: null },
        },
      ],
    });
  });

  test('has net_amounts true when its prices include VAT', () => {
    expect(wire({ pricesIncludeVat: true }).net_amounts).toBe(true);
  });

  test('has a trimmed reference', () => {
    expect(wire({ reference: ' 1001 ' }).reference).toBe('1001');
  });

  test('names no customer in a preview of a new one', () => {
    expect(wire({ customerId: '' })).not.toHaveProperty('customer_id');
  });

  test.each([
    ['direct_debit', true, 'direct_debit'],
    ['iDEAL', true, 'already_paid'],
    ['iDEAL', false, 'pay_later'],
    [undefined, true, 'already_paid'],
  ])('paid by %s (%s) is %s', (paymentMethod, paid, expected) => {
    expect(wire({ paymentMethod, paid }).payment_method).toBe(expected);
  });
});

describe('sending', () => {
  test('a draft has no send method, even a mapped one', () => {
    expect(wire({ fields: { send_method: 'email' } })).not.toHaveProperty('send_method');
  });

  test('mail goes out only when mapped', () => {
    expect(wire({ state: 'sent' }).send_method).toBe('self');
    expect(wire({ state: 'sent', fields: { send_method: 'email' } }).send_method).toBe('email');
  });
});

test('mapped fields stand above what the order says', () => {
  const fields = {
    introduction: 'Order 10042',
    payment_term: 7,
    payment_method: 'pay_later',
    delivery_period: '2026-02-01',
    label_ids: [ledgerAccount],
    sold_via_platform: true,
  };
  const body = wire({ paid: true, paymentTermDays: 14, fields: { ...fields, remarks: undefined } });
  expect(body).toMatchObject(fields);
  expect(body).not.toHaveProperty('remarks');
});

describe('a line', () => {
  test.each([
    // Exact in cents: as it is.
    [{ quantity: '3', unitPrice: '25' }, '3', '25.00', 'Mug'],
    [{ quantity: '2.5', unitPrice: '10.20' }, '2.5', '10.20', 'Mug'],
    [{ quantity: '1', unitPrice: '-5.00' }, '1', '-5.00', 'Mug'],
    [{ quantity: '-2', unitPrice: '5.00' }, '2', '-5.00', 'Mug'],
    [{ quantity: '0', unitPrice: '5.00' }, '0', '5.00', 'Mug'],
    // Not exact: one piece at the rounded total.
    [{ quantity: '7', unitPrice: '8.2645' }, '1', '57.85', '7 × Mug'],
    [{ quantity: '2', unitPrice: '0.125' }, '1', '0.25', '2 × Mug'],
    [{ quantity: '3.14', unitPrice: '1.25' }, '1', '3.93', '3.14 × Mug'],
    [{ quantity: '1', unitPrice: '8.2645' }, '1', '8.26', 'Mug'],
    [{ quantity: '-3', unitPrice: '0.335' }, '1', '-1.01', '-3 × Mug'],
  ])('of %j', (fields, quantity, amount, description) => {
    expect(wireLine({ description: 'Mug', ...fields })).toMatchObject({
      quantity,
      amount: { amount, currency: 'EUR' },
      description,
    });
  });

  test('a long description is cut after a word', () => {
    const description = wireLine({ description: 'mugs '.repeat(60) })?.description as string;
    expect(description).toBe(`${'mugs '.repeat(50)}mugs…`);
    expect(description).toHaveLength(255);
  });

  test('a long description without words is cut anyway, never inside a character', () => {
    expect(wireLine({ description: 'a'.repeat(300) })?.description).toBe(`${'a'.repeat(254)}…`);
    const teapots = String(wireLine({ description: `a ${'🫖'.repeat(300)}` })?.description);
    expect(teapots).toBe(`a ${'🫖'.repeat(252)}…`);
    expect(wireLine({ description: 'a'.repeat(255) })?.description).toBe('a'.repeat(255));
  });

  test('without a description it is named by its SKU', () => {
    expect(wireLine({ description: ' ', sku: 'MUG-1' })?.description).toBe('MUG-1');
    expect(wireLine({ description: '' })?.description).toBe('-');
  });

  test.each(['8000', 'Omzet uit facturen', ''])('on the account "%s" is refused', (account) => {
    expect(() => wireLine({ account })).toThrow(
      expect.objectContaining({
        kind: 'rejected',
        code: 'account_unknown',
        params: { system: 'Jortt', account: account.trim() },
      }),
    );
  });
});

describe('a VAT code', () => {
  test.each([
    ['21', '0.21', null],
    ['21.0', '0.21', null],
    ['9', '0.09', null],
    ['0', '0.00', null],
    ['20', '0.20', null],
    ['5.5', '0.055', null],
    ['exempt', '0.00', 'exempt'],
    ['margin_goods_high', '0.00', 'margin_goods_high'],
    ['21:travel_services_high', '0.21', 'travel_services_high'],
  ])('%s is %s, %s', (vatCode, value, category) => {
    expect(wireLine({ vatCode })?.vat).toEqual({ value, category });
  });

  test.each(['hoog', '', ':exempt', '21:', '21:hoog', '21:exempt:x', '-21', '21%', '121', 'toString'])(
    '"%s" is refused by name',
    (vatCode) => {
      expect(() => wireLine({ vatCode })).toThrow(
        expect.objectContaining({
          kind: 'rejected',
          code: 'vat_code_unknown',
          params: {
            system: 'Jortt',
            vatCode,
            categories: ['exempt', 'margin_goods_high', 'travel_services_high'],
          },
        }),
      );
    },
  );
});

test.skipIf(!process.env.VENDOR_SPECS)("the vendor's description refuses a name of v1", () => {
  const body = invoiceToWire(invoice());
  expect(faults(body)).toEqual([]);
  expect(faults({ ...body, labels: [] })).toHaveLength(1);
  expect(faults({ line_items: [{ ...wireLine({}), number_of_units: '1' }] })).toHaveLength(1);
});
