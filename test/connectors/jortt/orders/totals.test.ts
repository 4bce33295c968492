import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invoiceToWire } from '../../../../src/connectors/jortt/orders/to-wire.ts';
import { invoiceTotals } from '../../../../src/connectors/jortt/orders/totals.ts';
import type { DocumentLine } from '../../../../src/records/document.ts';
import { big, money, sum } from '../../../../src/records/money.ts';
import { invoice, line } from '../samples.ts';

describe('totals', () => {
  test('as the sheet adds up: 3 × 25.00 at 21 % and 10.00 at 9 %, without VAT', () => {
    const lines = [line(), line({ quantity: '1', unitPrice: '10.00', vatRate: '9' })];
    expect(invoiceTotals(invoice({ lines }))).toEqual({
      gross: '101.65',
      vat: '16.65',
      byRate: [
        { rate: '9', vat: '0.90' },
        { rate: '21', vat: '15.75' },
      ],
    });
  });

  test('as recorded: 4 × 499.00 at 21 % is 2415.16', () => {
    const lines = [line({ quantity: '4', unitPrice: '499.00' })];
    expect(invoiceTotals(invoice({ lines })).gross).toBe('2415.16');
  });

  test('VAT is rounded once per rate, not per line', () => {
    const lines = [1, 2, 3].map(() => line({ quantity: '1', unitPrice: '0.02' }));
    // Per line it would come to 0.00.
    expect(invoiceTotals(invoice({ lines })).vat).toBe('0.01');
  });

  test('half a cent goes up, and down below zero', () => {
    const at = (unitPrice: string) =>
      invoiceTotals(invoice({ lines: [line({ quantity: '1', unitPrice, vatRate: '10' })] })).vat;
    expect(at('0.05')).toBe('0.01');
    expect(at('-0.05')).toBe('-0.01');
  });

  test('VAT is taken out of prices that include it', () => {
    const lines = [
      line({ quantity: '1', unitPrice: '121.00' }),
      line({ quantity: '1', unitPrice: '-12.10' }),
    ];
    const totals = invoiceTotals(invoice({ lines, pricesIncludeVat: true }));
    expect(totals).toEqual({ gross: '108.90', vat: '18.90', byRate: [{ rate: '21', vat: '18.90' }] });
  });

  test("are told by the order's percentage, whatever the code books", () => {
    const lines = [
      line({ vatRate: '21', vatCode: '19', unitPrice: '100' }),
      line({ vatRate: '21.0', vatCode: 'exempt', unitPrice: '100' }),
    ];
    expect(invoiceTotals(invoice({ lines })).byRate).toEqual([{ rate: '21', vat: '57.00' }]);
  });

  test('share the VAT of one group among the percentages of the order', () => {
    const lines = [
      line({ vatRate: '19', vatCode: '21', quantity: '1', unitPrice: '0.03' }),
      line({ vatRate: '21', quantity: '1', unitPrice: '0.06' }),
    ];
    expect(invoiceTotals(invoice({ lines }))).toEqual({
      gross: '0.11',
      vat: '0.02',
      byRate: [
        { rate: '19', vat: '0.01' },
        { rate: '21', vat: '0.01' },
      ],
    });
  });

  test('an odd cent goes to the lower percentage, however the lines stand', () => {
    const lines = ['21', '19'].map((vatRate) =>
      line({ vatRate, vatCode: '21', quantity: '1', unitPrice: '0.03' }),
    );
    for (const each of [lines, lines.toReversed()]) {
      expect(invoiceTotals(invoice({ lines: each })).byRate).toEqual([
        { rate: '19', vat: '0.01' },
        { rate: '21', vat: '0.00' },
      ]);
    }
  });

  test('of no lines at all are nothing', () => {
    expect(invoiceTotals(invoice({ lines: [] }))).toEqual({ gross: '0.00', vat: '0.00', byRate: [] });
  });

  test('an unknown code is refused before anything is booked', () => {
    expect(() => invoiceTotals(invoice({ lines: [line({ vatCode: 'hoog' })] }))).toThrow(
      expect.objectContaining({
        code: 'vat_code_unknown',
        params: expect.objectContaining({ vatCode: 'hoog' }),
      }),
    );
  });
});

const anyLine: fc.Arbitrary<DocumentLine> = fc
  .record({
    tenThousandths: fc.integer({ min: -900_000, max: 9_000_000 }),
    places: fc.constantFrom(2, 3, 4),
    quantity: fc.constantFrom('1', '2', '3', '7', '12', '0.5', '3.14', '-1'),
    vatRate: fc.constantFrom('0', '5.5', '9', '21'),
  })
  .map(({ tenThousandths, places, quantity, vatRate }) =>
    line({ quantity, vatRate, unitPrice: big(String(tenThousandths)).div(10_000).round(places).toFixed() }),
  );

const anyInvoice = fc
  .record({ lines: fc.array(anyLine, { maxLength: 12 }), pricesIncludeVat: fc.boolean() })
  .map(invoice);

function lineTotal({ quantity, unitPrice }: DocumentLine) {
  return money(big(quantity).times(unitPrice), 'EUR');
}

describe('for any invoice', () => {
  test('the gross is the sum of the lines, with or without VAT', () => {
    fc.assert(
      fc.property(anyInvoice, (document) => {
        const { gross, vat } = invoiceTotals(document);
        const lines = sum(document.lines.map(lineTotal));
        expect(big(gross).eq(document.pricesIncludeVat ? lines : lines.plus(vat))).toBe(true);
      }),
    );
  });

  test('the VAT of each rate is within a cent of the exact one, and they add up', () => {
    fc.assert(
      fc.property(anyInvoice, (document) => {
        const { vat, byRate } = invoiceTotals(document);
        for (const each of byRate) {
          const lines = sum(document.lines.filter(({ vatRate }) => vatRate === each.rate).map(lineTotal));
          const base = document.pricesIncludeVat ? big(each.rate).plus(100) : big('100');
          expect(lines.times(each.rate).div(base).minus(each.vat).abs().lt('0.01')).toBe(true);
        }
        expect(big(vat).eq(sum(byRate.map((each) => each.vat)))).toBe(true);
      }),
    );
  });

  test('the order of the lines changes nothing', () => {
    const codes = fc.array(fc.constantFrom('21', '9', 'exempt'), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(anyInvoice, codes, (document, vatCodes) => {
        const lines = document.lines.map((each, index) => ({ ...each, vatCode: vatCodes[index] ?? '0' }));
        const reversed = { ...document, lines: [...lines].reverse() };
        expect(invoiceTotals(reversed)).toEqual(invoiceTotals({ ...document, lines }));
      }),
    );
  });

  test('the lines as sent come to the same sum', () => {
    fc.assert(
      fc.property(anyInvoice, (document) => {
        const sent = invoiceToWire(document).line_items as { quantity: string; amount: { amount: string } }[];
        const products = sent.map(({ quantity, amount }) => big(quantity).times(amount.amount));
        expect(sum(products).eq(sum(document.lines.map(lineTotal)))).toBe(true);
      }),
    );
  });
});
