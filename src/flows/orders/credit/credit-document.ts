import type { Document } from '../../../records/document.ts';
import { allocate, big, type Decimal, money, sum } from '../../../records/money.ts';
import { documentTexts } from '../../../texts/documents/languages.ts';
import { givenBack } from '../difference.ts';
import { buildDocument } from '../document/build.ts';
import type { OrderWork } from '../work.ts';

/**
 * A refund is an amount, never lines (Ecwid sheet 3.10): it is spread over the VAT rates as the order's own value is.
 */
export async function creditDocument(work: OrderWork, customerId: string, owed: Decimal): Promise<Document> {
  const { context, order } = work;
  const texts = documentTexts[context.settings.language];
  const { document } = await buildDocument(work, { ...context.settings, lines: 'summary' });
  const valued = document.lines.filter((line) => line.kind !== 'rounding');
  const values = valued.map((line) => {
    const amount = big(line.quantity).times(line.unitPrice);
    return document.pricesIncludeVat ? amount : amount.times(big(line.vatRate).plus(100)).div(100);
  });
  const shares = allocate(owed, values, order.currency);
  const lines = valued.map((line, index) => ({
    ...line,
    description: texts.refund(line.description),
    quantity: '1',
    unitPrice: money((shares[index] ?? sum([])).neg(), order.currency),
  }));
  context.keep('target', lines);
  return {
    ...document,
    customerId,
    kind: 'credit',
    pricesIncludeVat: true,
    lines,
    reference: `${document.reference}-C${givenBack(order)}`,
  };
}
