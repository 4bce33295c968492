import { big, normalise, sum } from '../../../records/money.ts';
import type { OrderLine } from '../../../records/order.ts';
import type { Interpretation } from './interpretations.ts';
import type { Row } from './rows.ts';

/** A row by one interpretation. Never from `row_total` (sheet 7.4). */
export function orderLine({ wire, rate }: Row, interpretation: Interpretation): OrderLine {
  const quantity = wire.qty_ordered ?? '0';
  const price = wire.price ?? '0';
  const withVat = wire.price_incl_tax ?? priceWithVat(quantity, price, wire);
  return {
    id: wire.item_id,
    productId: wire.product_id,
    sku: wire.sku,
    name: wire.name ?? wire.sku ?? '',
    quantity,
    unitPrice: interpretation.pricesIncludeVat ? withVat : price,
    discount: discount({
      stated: wire.discount_amount ?? '0',
      hiddenTax: wire.discount_tax_compensation_amount ?? '0',
      taxBefore: normalise(big(withVat).minus(price).times(quantity)),
      taxAfter: wire.tax_amount ?? '0',
      interpretation,
    }),
    vatRate: rate,
  };
}

/** Orders that came over the API may leave it out. */
function priceWithVat(quantity: string, price: string, wire: Row['wire']): string {
  if (big(quantity).eq(0)) return price;
  const tax = sum([wire.tax_amount ?? '0', wire.discount_tax_compensation_amount ?? '0']);
  return normalise(big(price).plus(tax.div(quantity)));
}

interface DiscountParts {
  readonly stated: string;
  readonly hiddenTax: string;
  readonly taxBefore: string;
  readonly taxAfter: string;
  readonly interpretation: Interpretation;
}

/**
 * What a discount takes off on the basis of the interpretation's prices. The hidden tax is the VAT within a discount that was stated with it;
 * a discount stated without VAT saves VAT beside it (sheet 7.4).
 */
export function discount({ stated, hiddenTax, taxBefore, taxAfter, interpretation }: DiscountParts): string {
  if (big(stated).eq(0)) return '0';
  if (!interpretation.pricesIncludeVat) return normalise(big(stated).minus(hiddenTax));
  if (interpretation.discountsIncludeVat) return stated;
  return normalise(big(stated).plus(taxBefore).minus(taxAfter).minus(hiddenTax));
}
