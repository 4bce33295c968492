/** The body of an order in REST and webhooks (sheet 11). */
import Big from 'big.js';
import { localTimestamp } from '../../kit/time/local-time.ts';
import { gid } from '../ids.ts';
import { moneySet } from '../money.ts';
import {
  allocated,
  currentQuantity,
  figuresOf,
  financialStatus,
  fulfillmentStatus,
  shippingBase,
  summedTaxes,
  unfulfilledQuantity,
} from '../orders/figures.ts';
import { refundedShipping } from '../orders/line-view.ts';
import type { Allocation, Line, Order, Refund, ShippingLine, TaxLine, Transaction } from '../orders/order.ts';
import type { Shop } from '../shop.ts';
import { numberOf } from './numbers.ts';
import { addressBody, customerBody } from './rest-bodies.ts';

type Body = Record<string, unknown>;

/** `price` and `price_set`, as most amounts come. */
function amount(order: Order, name: string, value: Big | string): Body {
  return { [name]: Big(value).toFixed(2), [`${name}_set`]: moneySet(order, value) };
}

function dated(ms: number | null): string | null {
  return ms === null ? null : localTimestamp(ms);
}

export function orderBody(shop: Shop, order: Order, isWithoutPeople: boolean): Body {
  const figures = figuresOf(order);
  const { current } = figures;
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  const goods = order.lines.reduce(
    (sum, { price, quantity }) => sum.plus(Big(price).times(quantity)),
    Big(0),
  );
  const money = (name: string, value: Big | string) => amount(order, name, value);
  const setOnly = (value: Big | string) => moneySet(order, value);
  const status = fulfillmentStatus(order);
  // Without approval the keys are missing, and the people are null (sheet 2).
  const people = isWithoutPeople
    ? { customer: null, billing_address: null, shipping_address: null }
    : {
        email: order.email ?? '',
        contact_email: order.email,
        phone: order.phone,
        order_status_url: `https://demo-winkel.example.com/orders/${order.id}`,
        customer: customer === undefined ? null : customerBody(shop, customer),
        billing_address: addressBody(order.billing),
        shipping_address: addressBody(order.shipping),
      };
  return {
    id: numberOf(order.id),
    admin_graphql_api_id: gid('Order', order.id),
    name: order.name,
    number: order.number - 1000,
    order_number: order.number,
    confirmation_number: order.confirmationNumber,
    app_id: 1234567,
    source_name: order.sourceName,
    source_identifier: order.sourceIdentifier,
    created_at: dated(order.createdAt),
    processed_at: dated(order.processedAt),
    updated_at: dated(order.updatedAt),
    cancelled_at: dated(order.cancelledAt),
    closed_at: dated(order.closedAt),
    financial_status: financialStatus(order, figures).toLowerCase(),
    fulfillment_status:
      status === 'FULFILLED' ? 'fulfilled' : status === 'PARTIALLY_FULFILLED' ? 'partial' : null,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    confirmed: true,
    test: order.test,
    tax_exempt: order.taxExempt,
    taxes_included: order.taxesIncluded,
    estimated_taxes: false,
    duties_included: false,
    ...money('total_price', figures.total),
    ...money('subtotal_price', figures.subtotal),
    ...money('total_tax', figures.tax),
    ...money('total_discounts', figures.discounts),
    ...money('total_line_items_price', goods),
    total_tip_received: Big(order.tip).toFixed(2),
    total_outstanding: figures.outstanding.toFixed(2),
    total_shipping_price_set: setOnly(figures.shipping),
    total_cash_rounding_payment_adjustment_set: setOnly(order.rounding),
    total_cash_rounding_refund_adjustment_set: setOnly('0'),
    original_total_duties_set: figures.duties.eq(0) ? null : setOnly(figures.duties),
    original_total_additional_fees_set: figures.fees.eq(0) ? null : setOnly(figures.fees),
    ...money('current_total_price', current.total),
    ...money('current_subtotal_price', current.subtotal),
    ...money('current_total_tax', current.tax),
    ...money('current_total_discounts', current.discounts),
    current_shipping_price_set: setOnly(current.shipping),
    current_total_duties_set: figures.duties.eq(0) ? null : setOnly(figures.duties),
    current_total_additional_fees_set: figures.fees.eq(0) ? null : setOnly(figures.fees),
    currency: order.currency,
    presentment_currency: order.presentment?.currency ?? order.currency,
    ...people,
    customer_locale: order.locale,
    buyer_accepts_marketing: false,
    company:
      order.company === null
        ? null
        : { id: numberOf(order.company.companyId), location_id: numberOf(order.company.locationId) },
    line_items: order.lines.map((line) => lineBody(order, line)),
    shipping_lines: order.shippingLines.map((line) => shippingBody(order, line)),
    tax_lines: taxBodies(
      order,
      summedTaxes([...order.lines, ...order.shippingLines, order].flatMap(({ taxLines }) => taxLines)),
    ),
    discount_applications: order.discounts.map(
      ({ kind, name, value, valueType, target, method, selection }) => ({
        target_type: target,
        type: kind === 'code' ? 'discount_code' : kind,
        value: Big(value).toFixed(1),
        value_type: valueType,
        allocation_method: method,
        target_selection: selection,
        ...(kind === 'code' ? { code: name } : { title: name, description: name }),
      }),
    ),
    discount_codes: order.discounts.flatMap(({ kind, name, valueType, target }, index) =>
      kind === 'code'
        ? [
            {
              code: name,
              amount: discounted(order, index).toFixed(2),
              type: target === 'shipping_line' ? 'shipping' : valueType,
            },
          ]
        : [],
    ),
    fulfillments: order.fulfillments.map((each, index) => ({
      id: numberOf(each.id),
      order_id: numberOf(order.id),
      status: each.status.toLowerCase(),
      name: `${order.name}.${index + 1}`,
      created_at: dated(each.at),
      tracking_company: each.company,
      tracking_number: each.number,
      tracking_url: each.url,
    })),
    refunds: order.refunds.map((each) => refundBody(order, each)),
    returns: order.returns.map(({ id, closedAt }) => ({
      id: numberOf(id),
      admin_graphql_api_id: gid('Return', id),
      status: closedAt === null ? 'open' : 'closed',
    })),
    note_attributes: order.attributes.map(({ key, value }) => ({ name: key, value })),
    payment_gateway_names: [...new Set(order.transactions.map(({ gateway }) => gateway))],
    note: order.note,
    tags: order.tags.join(', '),
    po_number: order.poNumber,
    payment_terms: null,
    total_weight: order.lines.reduce((sum, { grams, quantity }) => sum + grams * quantity, 0),
  };
}

function discounted(order: Order, index: number): Big {
  const all = [...order.lines, ...order.shippingLines].flatMap(({ allocations }) => allocations);
  return allocated(all.filter(({ discount }) => discount === index));
}

function lineBody(order: Order, line: Line): Body {
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

function shippingBody(order: Order, line: ShippingLine): Body {
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

function taxBodies(order: Order, lines: readonly TaxLine[]): Body[] {
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

export function refundBody(order: Order, refund: Refund): Body {
  const transactions = order.transactions.filter(({ id }) => refund.transactionIds.includes(id));
  return {
    id: numberOf(refund.id),
    admin_graphql_api_id: gid('Refund', refund.id),
    order_id: numberOf(order.id),
    created_at: dated(refund.createdAt),
    processed_at: dated(refund.processedAt),
    note: refund.note,
    restock: refund.lines.some(({ restock }) => restock !== 'NO_RESTOCK'),
    user_id: null,
    total_duties_set: moneySet(order, '0'),
    duties: [],
    order_adjustments: [
      ...refund.shipping.map(({ id, subtotal, tax }) =>
        adjustmentBody(
          order,
          refund,
          id,
          Big(subtotal).times(-1),
          Big(tax).times(-1),
          'shipping_refund',
          'Shipping refund',
        ),
      ),
      ...refund.adjustments.map(({ id, amount: value, tax, reason }) =>
        adjustmentBody(order, refund, id, Big(value), Big(tax), 'refund_discrepancy', reason),
      ),
    ],
    refund_line_items: refund.lines.map((each) => {
      const line = order.lines.find(({ id }) => id === each.lineId);
      return {
        id: numberOf(each.id),
        line_item_id: numberOf(each.lineId),
        quantity: each.quantity,
        restock_type: each.restock.toLowerCase(),
        location_id: null,
        // JSON numbers here, unlike everywhere else (sheet 11).
        subtotal: numberOf(each.subtotal),
        total_tax: numberOf(each.tax),
        subtotal_set: moneySet(order, each.subtotal),
        total_tax_set: moneySet(order, each.tax),
        line_item: line === undefined ? null : lineBody(order, line),
      };
    }),
    transactions: transactions.map((each) => transactionBody(order, each)),
  };
}

function adjustmentBody(
  order: Order,
  refund: Refund,
  id: string,
  value: Big,
  tax: Big,
  kind: string,
  reason: string,
): Body {
  return {
    id: numberOf(id),
    order_id: numberOf(order.id),
    refund_id: numberOf(refund.id),
    ...amount(order, 'amount', value),
    ...amount(order, 'tax_amount', tax),
    kind,
    reason,
  };
}

function transactionBody(order: Order, each: Transaction): Body {
  return {
    id: numberOf(each.id),
    admin_graphql_api_id: gid('OrderTransaction', each.id),
    order_id: numberOf(order.id),
    kind: each.kind.toLowerCase(),
    status: each.status.toLowerCase(),
    amount: Big(each.amount).toFixed(2),
    currency: order.currency,
    gateway: each.gateway,
    parent_id: numberOf(each.parentId),
    processed_at: dated(each.at),
    created_at: dated(each.at),
    message: null,
    error_code: null,
    receipt: {},
    source_name: order.sourceName,
    test: each.test,
  };
}
