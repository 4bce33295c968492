/** The body of an order in REST and webhooks (sheet 11). */
import Big from 'big.js';
import { gid } from '../ids.ts';
import { moneySet } from '../money.ts';
import { allocated, figuresOf, financialStatus, fulfillmentStatus, summedTaxes } from '../orders/figures.ts';
import type { Order } from '../orders/order.ts';
import type { Shop } from '../shop.ts';
import { amount, dated, lineBody, shippingBody, taxBodies } from './line-bodies.ts';
import { numberOf } from './numbers.ts';
import { refundBody } from './refund-body.ts';
import { addressBody, customerBody } from './rest-bodies.ts';

type Body = Record<string, unknown>;

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
        customer: customer === undefined ? null : customerBody(customer),
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
