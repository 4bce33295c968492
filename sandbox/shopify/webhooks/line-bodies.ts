/** Lines of an order in REST and webhooks (sheet 11). */
import Big from 'big.js';
import { localTimestamp } from '../../kit/time/local-time.ts';
import { gid } from '../ids.ts';
import { moneySet } from '../money.ts';
import { currentQuantity, shippingBase, unfulfilledQuantity } from '../orders/figures.ts';
import { refundedShipping } from '../orders/line-view.ts';
import type { Allocation, Line, Order, ShippingLine, TaxLine } from '../orders/order.ts';
import { numberOf } from './numbers.ts';

type Body = Record<string, unknown>;

/** `price` and `price_set`, as most amounts come. */
export function amount(order: Order, name: string, value: Big | string): Body {
  return { [name]: Big(value).toFixed(2), [`${name}_set`]: moneySet(order, value) };
}

export function dated(ms: number | null): string | null {
  return ms === null ? null : localTimestamp(ms);
}

export function lineBody(order: Order, line: Line): Body {
  const id = numberOf(line.id);
  return {
    id,
    admin_graphql_api_id: gid('LineItem', line.id),
    name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
    title: line.title,
    variant_title: line.variantTitle,
    sku: line.sku,
    quantity: line.quantity,
    current_quantity: currentQuantity(order, line),
    fulfillable_quantity: unfulfilledQuantity(order, line),
    fulfillment_status: unfulfilledQuantity(order, line) === 0 ? 'fulfilled' : null,
    fulfillment_service: 'manual',
    ...amount(order, 'price', line.price),
    // Only the allocations tell of discounts (recorded).
    ...amount(order, 'total_discount', '0'),
    discount_allocations: allocationBodies(order, line.allocations),
    tax_lines: taxBodies(order, line.taxLines),
    duties: line.duties.map((each) => ({
      id: numberOf(each.id),
      shop_money: moneySet(order, each.price).shop_money,
      country_code_of_origin: each.country,
    })),
    taxable: line.taxable,
    gift_card: line.giftCard,
    requires_shipping: line.requiresShipping,
    grams: line.grams,
    product_id: numberOf(line.productId),
    variant_id: numberOf(line.variantId),
    product_exists: line.productId !== null,
    properties: line.attributes.map(({ key, value }) => ({ name: key, value })),
    variant_inventory_management: line.variantId === null ? null : 'shopify',
    vendor: line.vendor,
  };
}

export function shippingBody(order: Order, line: ShippingLine): Body {
  const { id, title, code, source, price, removed, allocations, taxLines } = line;
  return {
    id: numberOf(id),
    title,
    code,
    source,
    ...amount(order, 'price', price),
    ...amount(order, 'discounted_price', shippingBase(line)),
    current_discounted_price_set: moneySet(
      order,
      removed ? '0' : shippingBase(line).minus(refundedShipping(order, id)),
    ),
    carrier_identifier: null,
    phone: null,
    is_removed: removed,
    tax_lines: taxBodies(order, taxLines),
    discount_allocations: allocationBodies(order, allocations),
  };
}

export function taxBodies(order: Order, lines: readonly TaxLine[]): Body[] {
  return lines.map(({ title, rate, price, channelLiable }) => ({
    title,
    rate: Number(rate),
    ...amount(order, 'price', price),
    channel_liable: channelLiable,
  }));
}

function allocationBodies(order: Order, allocations: readonly Allocation[]): Body[] {
  return allocations.map((each) => ({
    ...amount(order, 'amount', each.amount),
    discount_application_index: each.discount,
  }));
}
