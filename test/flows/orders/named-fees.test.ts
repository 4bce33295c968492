import { describe, expect, test } from 'vitest';
import { withNamedFees } from '../../../src/flows/orders/named-fees.ts';
import { big } from '../../../src/records/money.ts';
import type { Order } from '../../../src/records/order.ts';
import { toldOf } from '../told.ts';
import { grossOf, vatOf } from './books.ts';
import { World } from './harness.ts';
import { line, order } from './samples.ts';

const field = 'extension_attributes.card_fee';
const taxField = 'extension_attributes.card_fee_tax';
const named = { field, taxField, text: 'Card fee' };

/** Two lamps of 50.00 and a module's fee of 2.00 with 0.42 VAT upon it: 102.42 with 17.78. */
function lamps(fields: Partial<Order> = {}): Order {
  return order({
    lines: [line({ name: 'Lamp', unitPrice: '50.00' })],
    shipping: [],
    gross: '102.42',
    vat: '17.78',
    vatByRate: [{ rate: '21', vat: '17.78' }],
    extras: { [field]: '2', [taxField]: '0.42', 'extension_attributes.points': '102' },
    ...fields,
  });
}

describe('an amount that no known field explains', () => {
  test('parks, and the problem names the fields that are the gap', async () => {
    const problem = await new World().problem(lamps());
    expect(problem).toMatchObject({ code: 'totals_differ', params: { fields: [`${field} + ${taxField}`] } });
    expect(toldOf(problem).action).toMatch(/^The difference is the amount of/);
    expect(toldOf(problem).action).toContain(`"${field} + ${taxField}"`);
    expect(toldOf(problem).action).not.toContain('rounding');
    const donation = lamps({
      gross: '105.00',
      vat: '17.36',
      vatByRate: [{ rate: '21', vat: '17.36' }],
      extras: { 'extraFields.gift': '5' },
    });
    expect((await new World().problem(donation)).params.fields).toEqual(['extraFields.gift']);
  });

  test('is a line of its own once the settings name it, in any shape of lines', async () => {
    for (const lines of ['items', 'split', 'summary'] as const) {
      const world = new World({ settings: { fees: [named], lines, revenueAccount: {} } });
      await world.run(lamps());
      const [sent = {}] = world.books.sent;
      expect([grossOf(sent), vatOf(sent)]).toEqual(['102.42', '17.78']);
      if (lines === 'items') {
        expect(sent.line_items).toMatchObject([
          { description: 'Lamp' },
          { description: 'Card fee', amount: { amount: '2.42' }, vat: { value: '0.21' } },
        ]);
      }
    }
  });

  test('is shown by the preview as it would be booked', async () => {
    const { checks, problem } = await new World({ settings: { fees: [named] } }).preview(lamps());
    expect(problem).toBeNull();
    expect(checks.every(({ expected, actual }) => actual !== null && big(expected).eq(actual))).toBe(true);
  });
});

describe('a named fee', () => {
  const fee = (of: Order, setting: object) =>
    withNamedFees(of, [{ text: 'Fee', includesVat: false, field, ...setting }]);

  test('stands on the basis of the prices', () => {
    const net = { ...lamps(), pricesIncludeVat: false };
    expect(fee(net, { taxField }).fees).toMatchObject([{ amount: '2', vatRate: '21' }]);
    const extras = { [field]: '2.42', [taxField]: '0.42' };
    expect(fee({ ...net, extras }, { taxField, includesVat: true }).fees).toMatchObject([{ amount: '2' }]);
    expect(fee(lamps({ extras }), { taxField, includesVat: true }).fees).toMatchObject([{ amount: '2.42' }]);
  });

  test('without a field of its VAT takes the rate whose VAT is open by it, else none', () => {
    expect(fee(lamps(), {}).fees).toMatchObject([{ amount: '2.42', vatRate: '21' }]);
    const free = lamps({ vat: '17.36', vatByRate: [{ rate: '21', vat: '17.36' }], gross: '102.00' });
    expect(fee(free, {}).fees).toMatchObject([{ amount: '2', vatRate: '0' }]);
  });

  test('at a rate that the source did not count it at takes its VAT along', () => {
    const books = lamps({
      lines: [line({ name: 'Book', unitPrice: '50.00', vatRate: '9' })],
      vat: '8.68',
      vatByRate: [{ rate: '9', vat: '8.68' }],
    });
    expect(fee(books, { taxField })).toMatchObject({
      fees: [{ amount: '2.42', vatRate: '21' }],
      vatByRate: [
        { rate: '21', vat: '0.42' },
        { rate: '9', vat: '8.26' },
      ],
    });
  });

  test('that the order does not have changes nothing', () => {
    const of = lamps({ extras: {} });
    expect(fee(of, { taxField })).toBe(of);
    expect(fee(lamps({ extras: undefined }), {}).fees).toEqual([]);
  });
});
