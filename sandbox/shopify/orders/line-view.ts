import Big from 'big.js';
import { cents, sumOf, zero } from '../../kit/money/cents.ts';
import { gid } from '../ids.ts';
import { decimal, moneyBag } from '../money.ts';
import { productView, variantView } from '../products/view.ts';
import type { Shop } from '../shop.ts';
import {
  allocated,
  currentQuantity,
  fulfilledQuantity,
  lineBase,
  piecesOf,
  refundedQuantity,
  shippingBase,
  unfulfilledQuantity,
} from './figures.ts';
import type { Allocation, Discount, Line, Order, ShippingLine, TaxLine } from './order.ts';

export function taxLineView(
  order: Order,
  { title, rate, price, channelLiable }: TaxLine,
): Record<string, unknown> {
  return {
    title,
    rate: Number(rate),
    ratePercentage: Number(Big(rate).times(100)),
    priceSet: moneyBag(order, price),
    channelLiable,
    source: 'Shopify',
  };
}

const applications = {
  code: 'DiscountCodeApplication',
  automatic: 'AutomaticDiscountApplication',
  manual: 'ManualDiscountApplication',
  script: 'ScriptDiscountApplication',
} as const;

export function discountView(order: Order, discount: Discount, index: number): Record<string, unknown> {
  const { kind, name, valueType, value, target, method, selection } = discount;
  return {
    __typename: applications[kind],
    index,
    code: name,
    title: name,
    description: null,
    allocationMethod: method.toUpperCase(),
    targetSelection: selection.toUpperCase(),
    targetType: target.toUpperCase(),
    value:
      valueType === 'percentage'
        ? { __typename: 'PricingPercentageValue', percentage: Number(value) }
        : { __typename: 'MoneyV2', amount: decimal(value), currencyCode: order.currency },
  };
}

function allocationViews(order: Order, allocations: readonly Allocation[]): Record<string, unknown>[] {
  return allocations.flatMap(({ amount, discount }) => {
    const application = order.discounts[discount];
    return application === undefined
      ? []
      : [
          {
            allocatedAmountSet: moneyBag(order, amount),
            discountApplication: discountView(order, application, discount),
          },
        ];
  });
}

export function lineView(shop: Shop, order: Order, line: Line): Record<string, unknown> {
  const bag = (amount: Big | string) => moneyBag(order, amount);
  const original = Big(line.price).times(line.quantity);
  const base = lineBase(line);
  // A discount "across" is one of the order; the others are of the line (sheet 5.1).
  const own = allocated(
    line.allocations.filter(({ discount }) => order.discounts[discount]?.method !== 'across'),
  );
  const perPiece = (amount: Big) => (line.quantity === 0 ? zero : cents(amount.div(line.quantity)));
  const left = piecesOf(line, currentQuantity(order, line));
  const unfulfilled = unfulfilledQuantity(order, line);
  const found = line.variantId === null ? null : shop.variant(line.variantId);
  const product = line.productId === null ? undefined : shop.products.get(line.productId);
  return {
    __typename: 'LineItem',
    id: gid('LineItem', line.id),
    title: line.title,
    name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: currentQuantity(order, line),
    refundableQuantity: line.quantity - line.removed - refundedQuantity(order, line.id),
    unfulfilledQuantity: unfulfilled,
    nonFulfillableQuantity: Math.max(0, line.quantity - unfulfilled - fulfilledQuantity(order, line.id)),
    originalUnitPriceSet: bag(line.price),
    originalTotalSet: bag(original),
    discountedUnitPriceSet: bag(perPiece(original.minus(own))),
    discountedTotalSet: bag(original.minus(own)),
    discountedUnitPriceAfterAllDiscountsSet: bag(perPiece(base)),
    totalDiscountSet: bag(own),
    priceAfterAllDiscountsBeforeTaxesSet: bag(left.subtotal.minus(order.taxesIncluded ? left.tax : 0)),
    discountAllocations: allocationViews(order, line.allocations),
    taxLines: ({ first }: { first?: number | null }) =>
      line.taxLines.slice(0, first ?? line.taxLines.length).map((each) => taxLineView(order, each)),
    duties: line.duties.map(({ id, price, country }) => ({
      id: gid('Duty', id),
      countryCodeOfOrigin: country,
      harmonizedSystemCode: null,
      price: bag(price),
      taxLines: [],
    })),
    taxable: line.taxable,
    requiresShipping: line.requiresShipping,
    isGiftCard: line.giftCard,
    restockable: currentQuantity(order, line) > 0,
    merchantEditable: order.cancelledAt === null,
    customAttributes: line.attributes,
    variant: () => (found === null ? null : variantView(shop, found.product, found.variant)),
    product: () => (product === undefined ? null : productView(shop, product)),
  };
}

export function shippingLineView(order: Order, line: ShippingLine): Record<string, unknown> {
  return {
    id: gid('ShippingLine', line.id),
    title: line.title,
    code: line.code,
    source: line.source,
    carrierIdentifier: null,
    custom: line.source === null,
    phone: null,
    deliveryCategory: null,
    originalPriceSet: moneyBag(order, line.price),
    discountedPriceSet: moneyBag(order, shippingBase(line)),
    currentDiscountedPriceSet: moneyBag(
      order,
      line.removed ? zero : shippingBase(line).minus(refundedShipping(order, line.id)),
    ),
    discountAllocations: allocationViews(order, line.allocations),
    taxLines: line.taxLines.map((each) => taxLineView(order, each)),
    isRemoved: line.removed,
  };
}

export function refundedShipping({ refunds }: Order, lineId: string): Big {
  const back = refunds.flatMap(({ shipping }) => shipping).filter((each) => each.lineId === lineId);
  return sumOf(back.map(({ subtotal }) => Big(subtotal)));
}
