import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededCustomers } from '../../../../sandbox/jortt/seed.ts';
import { orderSource } from '../../../../src/connectors/jortt/orders/source.ts';
import { big, sum } from '../../../../src/records/money.ts';
import { order as orderRecord } from '../../../../src/records/order.ts';
import { fractionToPercent } from '../../../../src/records/vat.ts';
import { line, Office } from '../../../sandbox/jortt/office.ts';
import { runs } from '../../../support/runs.ts';
import { OfficeApi } from '../office-api.ts';

const anyLine = fc
  .record({
    cents: fc.integer({ min: -3_000, max: 90_000 }),
    quantity: fc.constantFrom('1', '2', '3', '12', '0.5', '3.14'),
    rate: fc.constantFrom('0.21', '0.21', '0.09', '0.00'),
    margin: fc.constantFrom(false, false, false, true),
  })
  .map(({ cents, quantity, rate, margin }) => {
    const isMargin = margin && rate === '0.21';
    const vat = { value: rate, category: isMargin ? 'margin_goods_high' : null };
    return line((cents / 100).toFixed(2), quantity, rate, { vat });
  });

const anyInvoice = fc.record({
  net_amounts: fc.boolean(),
  line_items: fc.array(anyLine, { minLength: 1, maxLength: 8 }),
  discounts: fc.array(
    fc.integer({ min: 0, max: 100 }).map((percentage) => ({ percentage })),
    { maxLength: 2 },
  ),
});

test('an invoice reads with the gross, the VAT and the VAT per rate that Jortt reckoned, and its parts add up', async () => {
  const office = await Office.open({ vatCategories: ['margin_goods_high'] }, true);
  const api = new OfficeApi(office);
  await fc.assert(
    fc.asyncProperty(anyInvoice, async (body) => {
      const id = await office.sentInvoice({ ...body, customer_id: seededCustomers.anna });
      const found = await orderSource.get(api, id);
      const state = office.jortt.state().invoices.find((each) => each.id === id);
      const gross = big(state?.invoice_total_incl_vat.amount ?? '');
      // Below zero it is a refund, no order.
      if (found === null) {
        expect(gross.lt(0)).toBe(true);
        return;
      }
      const order = orderRecord.parse(found);
      expect(big(order.gross).eq(gross)).toBe(true);
      expect(gross.minus(order.vat).toFixed(2)).toBe(state?.invoice_total.amount);
      const reckoned = Object.entries(state?.vatByRate ?? {}).map(([rate, vat]) => [
        fractionToPercent(rate),
        vat,
      ]);
      expect(told(order.vatByRate.map(({ rate, vat }) => [rate, vat]))).toEqual(told(reckoned));
      const parts = sum(order.lines.map(({ quantity, unitPrice }) => big(quantity).times(unitPrice)))
        .minus(sum(order.discounts.map(({ amount }) => amount)))
        .plus(order.pricesIncludeVat ? 0 : order.vat);
      expect(gross.minus(parts).abs().lte('0.005')).toBe(true);
    }),
    runs(200),
  );
});

function told(byRate: readonly (readonly string[])[]) {
  return Object.fromEntries(
    byRate
      .filter(([, vat]) => !big(vat ?? '0').eq(0))
      .map(([rate, vat]) => [rate, big(vat ?? '0').toFixed(2)]),
  );
}
