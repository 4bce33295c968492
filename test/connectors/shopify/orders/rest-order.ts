/** An order as REST and webhooks write it, as GraphQL answers the same facts (sheet 5.1, 11). */
import { money, rows, tax } from '../answers.ts';

type Rest = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (value === null || value === undefined ? '0.0' : String(value));
const list = (value: unknown): readonly Rest[] => (Array.isArray(value) ? value : []);
const upper = (value: unknown) => (typeof value === 'string' ? value.toUpperCase() : null);
const utc = (value: unknown) => (typeof value === 'string' ? new Date(value).toISOString() : null);
const gid = (kind: string, id: unknown) => `gid://shopify/${kind}/${id}`;
/** `{shop_money: {amount}}`. */
const bag = (value: unknown) =>
  money(text((value as { shop_money?: { amount?: unknown } } | null)?.shop_money?.amount));
const taxes = ({ tax_lines }: Rest) =>
  list(tax_lines).map(({ rate, price }) => tax(Number(rate), text(price)));

function address(given: unknown) {
  if (given === null || given === undefined) return null;
  const { first_name, last_name, province_code, country_code, ...rest } = given as Rest;
  return {
    ...rest,
    firstName: first_name,
    lastName: last_name,
    provinceCode: province_code,
    countryCodeV2: country_code,
  };
}

function line(rest: Rest) {
  const allocations = list(rest.discount_allocations);
  const off = allocations.reduce((sum, { amount }) => sum + Number(amount), 0);
  return {
    id: gid('LineItem', rest.id),
    sku: rest.sku,
    title: rest.title,
    variantTitle: rest.variant_title,
    quantity: rest.quantity,
    currentQuantity: rest.current_quantity,
    taxable: rest.taxable,
    originalUnitPriceSet: money(text(rest.price)),
    discountedUnitPriceAfterAllDiscountsSet: money(
      (Number(rest.price) - off / Number(rest.quantity)).toFixed(2),
    ),
    discountAllocations: allocations.map(({ amount }) => ({ allocatedAmountSet: money(text(amount)) })),
    taxLines: taxes(rest),
    duties: [],
    product: rest.product_id === null ? null : { id: gid('Product', rest.product_id) },
  };
}

/** `order` of a question for one order. */
export function asAnswered(rest: Rest) {
  const customer = rest.customer as Rest | null;
  return {
    id: gid('Order', rest.id),
    name: rest.name,
    processedAt: utc(rest.processed_at),
    updatedAt: utc(rest.updated_at),
    cancelledAt: utc(rest.cancelled_at),
    test: rest.test,
    currencyCode: rest.currency,
    taxesIncluded: rest.taxes_included,
    displayFinancialStatus: upper(rest.financial_status),
    displayFulfillmentStatus: upper(rest.fulfillment_status) ?? 'UNFULFILLED',
    returnStatus: 'NO_RETURN',
    email: rest.email,
    phone: rest.phone,
    note: rest.note,
    customerLocale: rest.customer_locale,
    sourceName: rest.source_name,
    sourceIdentifier: rest.source_identifier,
    customAttributes: list(rest.note_attributes).map(({ name, value }) => ({ key: name, value })),
    paymentGatewayNames: rest.payment_gateway_names,
    totalPriceSet: money(text(rest.total_price)),
    currentTotalPriceSet: money(text(rest.current_total_price)),
    totalTaxSet: money(text(rest.total_tax)),
    currentTotalTaxSet: money(text(rest.current_total_tax)),
    totalTipReceivedSet: money(text(rest.total_tip_received)),
    totalRefundedSet: money(
      list(rest.refunds)
        .flatMap(({ transactions }) => list(transactions))
        .reduce((sum, { amount }) => sum + Number(amount), 0)
        .toFixed(2),
    ),
    totalCashRoundingAdjustment: { paymentSet: bag(rest.total_cash_rounding_payment_adjustment_set) },
    additionalFees: [],
    taxLines: taxes(rest),
    customer: customer && {
      id: gid('Customer', customer.id),
      firstName: customer.first_name,
      lastName: customer.last_name,
    },
    billingAddress: address(rest.billing_address),
    shippingAddress: address(rest.shipping_address),
    lineItems: rows(list(rest.line_items).map(line)),
    shippingLines: rows(
      list(rest.shipping_lines).map((each) => ({
        id: gid('ShippingLine', each.id),
        title: each.title,
        discountedPriceSet: money(text(each.discounted_price)),
        taxLines: taxes(each),
      })),
    ),
    refunds: list(rest.refunds).map(({ id }) => ({ id: gid('Refund', id) })),
  };
}

/** `refund` of a question for one refund. */
export function refundAsAnswered(rest: Rest) {
  const transactions = list(rest.transactions);
  return {
    id: gid('Refund', rest.id),
    processedAt: utc(rest.processed_at),
    createdAt: utc(rest.created_at),
    totalRefundedSet: money(transactions.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2)),
    refundLineItems: rows(
      list(rest.refund_line_items).map((each) => ({
        lineItem: { id: gid('LineItem', each.line_item_id) },
        quantity: each.quantity,
        subtotalSet: money(text(each.subtotal)),
        totalTaxSet: money(text(each.total_tax)),
      })),
    ),
    refundShippingLines: rows([]),
    duties: [],
    orderAdjustments: rows(
      list(rest.order_adjustments).map((each) => ({
        amountSet: money(text(each.amount)),
        taxAmountSet: money(text(each.tax_amount)),
        reason: upper(each.reason),
      })),
    ),
    transactions: rows(
      transactions.map((each) => ({
        kind: upper(each.kind),
        status: upper(each.status),
        amountSet: money(text(each.amount)),
      })),
    ),
  };
}
