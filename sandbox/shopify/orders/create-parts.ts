/** Lines, taxes and the discount of an order that is made over the API. */
import Big from 'big.js';
import { cents, percentOf, shareOut, smallest, sumOf, zero } from '../../kit/money/cents.ts';
import { refused } from '../graphql/errors.ts';
import { idIn } from '../ids.ts';
import { isDefaultOnly, variantTitle } from '../products/product.ts';
import type { Shop } from '../shop.ts';
import type { LineInput, MoneyBagInput, OrderInput, TaxInput } from './create-input.ts';
import type { Discount, Line, Order, ShippingLine, TaxLine } from './order.ts';

export function lineFrom(shop: Shop, given: LineInput): Line {
  const found = given.variantId ? shop.variant(idIn('ProductVariant', given.variantId) ?? '') : null;
  const { product, variant } = found ?? {};
  const words =
    product === undefined || variant === undefined || isDefaultOnly(product)
      ? null
      : variantTitle(product, variant);
  return {
    id: shop.newId('part'),
    variantId: variant?.id ?? null,
    productId: product?.id ?? idIn('Product', given.productId),
    sku: given.sku ?? variant?.sku ?? null,
    title: given.title || (product?.title ?? ''),
    variantTitle: given.variantTitle ?? words,
    vendor: given.vendor ?? product?.vendor ?? null,
    quantity: given.quantity,
    removed: 0,
    price: given.priceSet ? amountIn(given.priceSet) : (variant?.price ?? '0'),
    taxable: given.taxable ?? true,
    giftCard: given.giftCard ?? false,
    requiresShipping: given.requiresShipping ?? false,
    grams: given.weight
      ? Math.round(
          given.weight.value *
            ({ KILOGRAMS: 1000, GRAMS: 1, POUNDS: 453.592, OUNCES: 28.3495 }[given.weight.unit] ?? 1),
        )
      : 0,
    attributes: (given.properties ?? []).map(({ name, value }) => ({ key: name, value })),
    allocations: [],
    taxLines: taxesFrom(given.taxLines),
    duties: [],
  };
}

export function withDiscount(
  { discountCode }: OrderInput,
  bare: { lines: Line[]; shippingLines: ShippingLine[] },
) {
  const kinds = [
    discountCode?.itemPercentageDiscountCode,
    discountCode?.itemFixedDiscountCode,
    discountCode?.freeShippingDiscountCode,
  ];
  if (kinds.filter(Boolean).length > 1)
    throw refused('order.discountCode', 'Only one discount code may be given', 'INVALID');
  const {
    itemPercentageDiscountCode: percent,
    itemFixedDiscountCode: fixed,
    freeShippingDiscountCode: free,
  } = discountCode ?? {};
  if (!percent && !fixed && !free) return { ...bare, discounts: [] };
  const code = percent?.code ?? fixed?.code ?? free?.code ?? '';
  const value = percent
    ? String(percent.percentage ?? 0)
    : fixed?.amountSet
      ? amountIn(fixed.amountSet)
      : '100';
  const discount: Discount = {
    ...{ kind: 'code', name: code, value, valueType: fixed ? 'fixed_amount' : 'percentage' },
    ...{ target: free ? 'shipping_line' : 'line_item', method: free ? 'each' : 'across', selection: 'all' },
  };
  const allocated = (amount: Big) => (amount.eq(0) ? [] : [{ amount: amount.toFixed(2), discount: 0 }]);
  if (free) {
    return {
      lines: bare.lines,
      shippingLines: bare.shippingLines.map((line) => ({ ...line, allocations: allocated(Big(line.price)) })),
      discounts: [discount],
    };
  }
  const bases = bare.lines.map(({ price, quantity }) => Big(price).times(quantity));
  const shares = fixed
    ? shareOut(smallest(Big(value), sumOf(bases)), bases)
    : bases.map((base) => percentOf(base, value));
  const lines = bare.lines.map((line, index) => ({
    ...line,
    allocations: allocated(cents(shares[index] ?? zero)),
  }));
  return { lines, shippingLines: bare.shippingLines, discounts: [discount] };
}

export function taxesFrom(given: readonly TaxInput[] | null | undefined): TaxLine[] {
  return (given ?? []).map(({ title, rate, priceSet, channelLiable }) => ({
    ...{
      title,
      rate: Big(rate).toFixed(),
      price: priceSet ? amountIn(priceSet) : '0',
      channelLiable: channelLiable ?? false,
    },
  }));
}

export function amountIn({ shopMoney }: MoneyBagInput): string {
  return Big(shopMoney.amount).toFixed();
}

export function presentmentOf(bag: MoneyBagInput | null | undefined): Order['presentment'] {
  const { presentmentMoney: shown, shopMoney } = bag ?? {};
  if (!shown || shopMoney === undefined || shown.currencyCode === shopMoney.currencyCode) return null;
  const rate = Big(shopMoney.amount).eq(0) ? Big(1) : Big(shown.amount).div(shopMoney.amount);
  return { currency: shown.currencyCode, rate: rate.toFixed(6) };
}
