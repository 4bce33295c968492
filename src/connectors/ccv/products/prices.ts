import type Big from 'big.js';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Product } from '../../../records/product.ts';
import type { ProductFields } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { stated } from '../../wire/objects.ts';
import type { CombinationWire, ProductWire } from './wire.ts';

/** With a discount that is taken off the price, and the price is the one struck through (sheet 7.1). */
export function pricesOf({
  price,
  discount = '0',
}: Pick<ProductWire, 'price' | 'discount'>): Pick<Product, 'price' | 'listPrice'> {
  if (price === undefined) return {};
  return big(discount).gt(0)
    ? { price: normalise(big(price).minus(discount)), listPrice: price }
    : { price, listPrice: null };
}

/** What the options of a combination add (sheet 6.8). */
export function extraOf({ combination, netto_extra_price = '0' }: CombinationWire): Big {
  const extras = combination.map(({ extra_price }) => extra_price);
  return extras.some((each) => each === undefined) || extras.length === 0
    ? big(netto_extra_price)
    : sum(extras.filter((each) => each !== undefined));
}

/** Both go together: one of them alone would say another selling price. */
export function pricesToWire(
  fields: Pick<ProductFields, 'price' | 'listPrice'>,
  standing?: Pick<ProductWire, 'price' | 'discount'>,
): JsonObject {
  if (fields.price === undefined && fields.listPrice === undefined) return {};
  const stands = standing === undefined ? {} : pricesOf(standing);
  const price = fields.price ?? stands.price ?? '0';
  const list = fields.listPrice === undefined ? stands.listPrice : fields.listPrice;
  const isOffer = typeof list === 'string' && big(list).gt(price);
  return stated({
    price: number(isOffer ? list : price),
    discount: isOffer ? number(normalise(big(list).minus(price))) : 0,
  });
}

function number(amount: Decimal): number {
  return Number(amount);
}
