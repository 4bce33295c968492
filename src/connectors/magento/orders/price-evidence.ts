/** Whether a shop's prices include VAT is not in the API; its order rows show it (sheet 14). */
import { z } from 'zod';
import { big } from '../../../records/money.ts';
import { text } from '../../wire/fields.ts';
import { amount } from '../fields.ts';

export const rowPricesWire = z.object({
  parent_item_id: text,
  product_type: text,
  price: amount,
  price_incl_tax: amount,
  original_price: amount,
  discount_tax_compensation_amount: amount,
});

type RowPrices = z.infer<typeof rowPricesWire>;

/** Undefined when the rows tell nothing, or one thing as often as the other. */
export function pricesIncludeVat(rows: readonly RowPrices[]): boolean | undefined {
  const votes = rows.map(vote).filter((each) => each !== undefined);
  const including = votes.filter(Boolean).length;
  return including * 2 === votes.length ? undefined : including * 2 > votes.length;
}

function vote(row: RowPrices): boolean | undefined {
  // Prices of a bundle and its parts are put together by the shop.
  if (row.parent_item_id !== undefined || row.product_type === 'bundle') return undefined;
  // Hidden tax is there only where a discount was given on prices with VAT (sheet 7.4).
  if (!big(row.discount_tax_compensation_amount ?? '0').eq(0)) return true;
  const { price, price_incl_tax: withTax, original_price: original } = row;
  if (price === undefined || withTax === undefined || original === undefined || price === withTax)
    return undefined;
  // The catalogue's own price, in the catalogue's own tax style (sheet 7.3).
  return original === withTax ? true : original === price ? false : undefined;
}
