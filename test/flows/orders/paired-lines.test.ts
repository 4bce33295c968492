import { describe, expect, test } from 'vitest';
import { pairedLines } from '../../../src/flows/orders/document/paired-lines.ts';

const order = {
  ...{ id: '1', number: 'SO-1', placedAt: '2026-03-02T12:00:00Z', updatedAt: '2026-03-02T12:00:00Z' },
  ...{ date: '2026-03-02', status: 'NEW', paymentStatus: 'PAID', paid: true, cancelled: false },
  customer: {
    ...{ kind: 'person', email: 'a@b.example', name: 'A' },
    address: { street: 'Kade 1', postalCode: '1000 AA', city: 'Delft', country: 'NL' },
  },
  ...{ currency: 'EUR', pricesIncludeVat: true, gross: '26.20', vat: '4.55' },
  vatByRate: [{ rate: '21', vat: '4.55' }],
  lines: [
    { name: 'Mug', sku: 'MUG', quantity: '2', unitPrice: '11.95', discount: '2.00', vatRate: '21' },
    { name: 'Pot', sku: 'POT', quantity: '1', unitPrice: '1.50', vatRate: '21.00' },
  ],
  shipping: [{ description: 'PostNL', amount: '4.25', vatRate: '21' }],
  fees: [],
  discounts: [{ description: 'TEA5', amount: '1.45', vatRate: '21' }],
};

const line = (kind: string, unitPrice: string, more: object = {}) => ({
  ...{ kind, description: kind, quantity: '1', unitPrice, vatRate: '21', ...more },
});

function shown(lines: unknown, source: unknown = order) {
  return pairedLines(source, lines)?.map(({ source: own, target, differs }) => [
    own && `${own.kind} ${own.amount}`,
    target && `${target.kind} ${target.amount}`,
    differs,
  ]);
}

describe('lines of an order beside those of its document', () => {
  test('are paired by what they come to, whatever their order; discounts stand as the document has them', () => {
    const lines = [
      line('item', '1.5', { sku: 'POT' }),
      line('item', '11.95', { sku: 'MUG', quantity: '2' }),
      line('discount', '-3.45'),
      line('shipping', '4.250'),
    ];
    expect(shown(lines)).toEqual([
      ['item 23.9', 'item 23.9', false],
      ['item 1.5', 'item 1.5', false],
      ['discount -3.45', 'discount -3.45', false],
      ['shipping 4.25', 'shipping 4.25', false],
    ]);
  });

  test('are compared without discounts where these were taken off them', () => {
    const plain = { ...order, discounts: [] };
    const lines = [line('item', '21.90'), line('item', '1.50'), line('shipping', '4.25')];
    expect(shown(lines, plain)).toEqual([
      ['item 21.9', 'item 21.9', false],
      ['item 1.5', 'item 1.5', false],
      ['shipping 4.25', 'shipping 4.25', false],
    ]);
  });

  test('that come to something else are marked', () => {
    const lines = [
      line('item', '23.90', { sku: 'MUG' }),
      line('item', '1.49', { sku: 'POT' }),
      line('discount', '-3.45'),
      line('shipping', '4.25', { vatRate: '9' }),
      line('rounding', '0.01'),
    ];
    expect(shown(lines)).toEqual([
      ['item 23.9', 'item 23.9', false],
      ['item 1.5', 'item 1.49', true],
      ['discount -3.45', 'discount -3.45', false],
      ['shipping 4.25', 'shipping 4.25', true],
      [null, 'rounding 0.01', false],
    ]);
  });

  test('that add others up stand alone', () => {
    expect(shown([line('item', '26.20')])).toEqual([
      ['item 23.9', null, false],
      ['item 1.5', null, false],
      ['discount -3.45', null, false],
      ['shipping 4.25', null, false],
      [null, 'item 26.2', false],
    ]);
  });

  test('are none where one side was not kept, or was cut', () => {
    expect(pairedLines(undefined, [])).toBeNull();
    expect(pairedLines(order, undefined)).toBeNull();
    expect(pairedLines('{"id":"1"… (90000 characters)', [])).toBeNull();
    expect(pairedLines(order, '[{"kind":… (90000 characters)')).toBeNull();
  });
});
