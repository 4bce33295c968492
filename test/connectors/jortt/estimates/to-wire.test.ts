import { describe, expect, test } from 'vitest';
import { estimateToWire } from '../../../../src/connectors/jortt/estimates/to-wire.ts';
import type { Document } from '../../../../src/records/document.ts';
import { requestFaults } from '../../../vendor/requests.ts';
import { customerId, invoice, ledgerAccount, line } from '../samples.ts';

/** The body, held against the vendor's description where that is at hand. */
function wire(fields: Partial<Document> = {}) {
  const body = estimateToWire(invoice({ kind: 'order', ...fields }));
  expect(requestFaults('jortt', { method: 'POST', path: '/v2/estimates', query: {}, body })).toEqual([]);
  return body;
}

test('an estimate has what an invoice has, but for its day, its account and its payment', () => {
  const mug = line({ account: ledgerAccount });
  const book = line({ description: 'Cook book', quantity: '1', unitPrice: '10', vatRate: '9' });
  const discount = line({ kind: 'discount', description: 'Off', quantity: '1', unitPrice: '-2.50' });
  expect(
    wire({ lines: [mug, book, discount], paymentTermDays: 14, paymentMethod: 'iDEAL', paid: true }),
  ).toEqual({
    customer_id: customerId,
    reference: 'ORDER-10042',
    net_amounts: false,
    line_items: [
      {
        description: 'Blue mug',
        quantity: '3',
        amount: { amount: '25.00', currency: 'EUR' },
        vat: { value: '0.21', category: null },
      },
      {
        description: 'Cook book',
        quantity: '1',
        amount: { amount: '10.00', currency: 'EUR' },
        vat: { value: '0.09', category: null },
      },
      {
        description: 'Off',
        quantity: '1',
        amount: { amount: '-2.50', currency: 'EUR' },
        vat: { value: '0.21', category: null },
      },
    ],
  });
});

test('its lines include VAT where the prices do', () => {
  expect(wire({ pricesIncludeVat: true }).net_amounts).toBe(true);
});

test('a line that does not come out in whole cents is one piece, its quantity in words', () => {
  expect(wire({ lines: [line({ quantity: '3', unitPrice: '0.333' })] }).line_items).toMatchObject([
    { description: '3 × Blue mug', quantity: '1', amount: { amount: '1.00' } },
  ]);
});

test('a customer who is still to be made is left open', () => {
  expect(wire({ customerId: '' })).not.toHaveProperty('customer_id');
});

test('a mapping fills in the day until which it holds, and stands above the order', () => {
  const fields = { valid_until: '2026-04-01', introduction: 'Thank you', net_amounts: true };
  expect(wire({ fields })).toMatchObject(fields);
});

describe('sending', () => {
  const address = { email_address_customer: 'quotes@x.example' };

  test.each([
    ['a draft is not sent', 'draft', {}, undefined],
    ['not even by a mapping', 'draft', { send_method: 'email', ...address }, undefined],
    ['what is final mails nobody', 'sent', {}, 'self'],
    ['and has no address then', 'sent', { send_method: 'self', ...address }, 'self'],
    ['unless a mapping says so', 'sent', { send_method: 'email' }, 'email'],
  ] as const)('%s', (_name, state, fields, expected) => {
    const body = wire({ state, fields });
    expect([body.send_method, body.email_address_customer]).toEqual([expected, undefined]);
  });

  test('goes to the address of a mapping', () => {
    expect(wire({ state: 'sent', fields: { send_method: 'email', ...address } })).toMatchObject(address);
  });
});

test.each(['credit', 'invoice'] as const)('it is no %s', (kind) => {
  expect(() => estimateToWire(invoice({ kind }))).toThrow(
    expect.objectContaining({ code: 'credit_unsupported' }),
  );
});
