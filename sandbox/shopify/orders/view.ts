/** An order as GraphQL shows it (sheet 5.1). */
import Big from 'big.js';
import { sumOf } from '../../kit/money/cents.ts';
import { addressView, companyView, contactView, customerView, locationView } from '../customers/view.ts';
import { listed, type PageArguments } from '../graphql/connection.ts';
import { gid } from '../ids.ts';
import { metafieldFields } from '../metafields/metafield.ts';
import { moneyBag } from '../money.ts';
import type { Shop } from '../shop.ts';
import { isoOrNull, isoText } from '../timestamps.ts';
import { currentQuantity, figuresOf, financialStatus, fulfillmentStatus, summedTaxes } from './figures.ts';
import { fulfillmentOrderView, fulfillmentView } from './fulfillment-view.ts';
import { discountView, lineView, refundedShipping, shippingLineView, taxLineView } from './line-view.ts';
import type { Order } from './order.ts';
import { refundView, transactionView } from './refund-view.ts';
import { returnStatus, returnView } from './return-view.ts';

interface First {
  readonly first?: number | null;
}

/** Fields that are shown as they are kept. */
const asTheyAre = [
  ...([
    'name',
    'number',
    'confirmationNumber',
    'cancelReason',
    'test',
    'taxesIncluded',
    'taxExempt',
    'email',
  ] as const),
  ...(['phone', 'note', 'poNumber', 'tags', 'sourceName', 'sourceIdentifier', 'edited'] as const),
];

export function orderView(shop: Shop, order: Order): Record<string, unknown> {
  const figures = figuresOf(order);
  const bag = (amount: Big | string) => moneyBag(order, amount);
  const dated = (value: Big) => (value.eq(0) ? null : bag(value));
  const taxes = summedTaxes(
    [...order.lines, ...order.shippingLines, order].flatMap(({ taxLines }) => taxLines),
  );
  const owner = gid('Order', order.id);
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  const status = financialStatus(order, figures);
  const shippingLines = order.shippingLines.filter(({ removed }) => !removed);
  const codes = order.discounts.filter(({ kind }) => kind === 'code').map(({ name }) => name);
  const { current } = figures;
  return {
    __typename: 'Order',
    id: owner,
    legacyResourceId: order.id,
    ...Object.fromEntries(asTheyAre.map((name) => [name, order[name]])),
    createdAt: isoText(order.createdAt),
    processedAt: isoText(order.processedAt),
    updatedAt: isoText(order.updatedAt),
    cancelledAt: isoOrNull(order.cancelledAt),
    closedAt: isoOrNull(order.closedAt),
    closed: order.closedAt !== null,
    confirmed: true,
    currencyCode: order.currency,
    presentmentCurrencyCode: order.presentment?.currency ?? order.currency,
    estimatedTaxes: false,
    dutiesIncluded: false,
    displayFinancialStatus: status,
    displayFulfillmentStatus: fulfillmentStatus(order),
    returnStatus: returnStatus(order),
    canMarkAsPaid: figures.outstanding.gt(0) && order.cancelledAt === null,
    subtotalPriceSet: bag(figures.subtotal),
    totalPriceSet: bag(figures.total),
    totalTaxSet: bag(figures.tax),
    totalDiscountsSet: bag(figures.discounts),
    totalShippingPriceSet: bag(figures.shipping),
    originalTotalPriceSet: bag(order.originalTotal),
    currentSubtotalPriceSet: bag(current.subtotal),
    currentTotalPriceSet: bag(current.total),
    currentTotalTaxSet: bag(current.tax),
    currentTotalDiscountsSet: bag(current.discounts),
    currentShippingPriceSet: bag(current.shipping),
    totalReceivedSet: bag(figures.received),
    totalRefundedSet: bag(figures.refunded),
    totalRefundedShippingSet: bag(sumOf(order.shippingLines.map(({ id }) => refundedShipping(order, id)))),
    netPaymentSet: bag(figures.received.minus(figures.refunded)),
    totalOutstandingSet: bag(figures.outstanding),
    totalCapturableSet: bag(status === 'AUTHORIZED' ? figures.authorized : '0'),
    totalTipReceivedSet: bag(order.tip),
    totalCashRoundingAdjustment: { paymentSet: bag(order.rounding), refundSet: bag('0') },
    additionalFees: order.fees.map(({ id, name, price }) => ({
      id: gid('AdditionalFee', id),
      name,
      price: bag(price),
      taxLines: [],
    })),
    originalTotalDutiesSet: dated(figures.duties),
    currentTotalDutiesSet: dated(figures.duties),
    originalTotalAdditionalFeesSet: dated(figures.fees),
    currentTotalAdditionalFeesSet: dated(figures.fees),
    taxLines: taxes.map((each) => taxLineView(order, each)),
    currentTaxLines: () => currentTaxes(order).map((each) => taxLineView(order, each)),
    customAttributes: order.attributes,
    customerLocale: order.locale,
    customer: () => (customer === undefined ? null : customerView(shop, customer)),
    purchasingEntity: () => buyerView(shop, order),
    billingAddress: addressView(order.billing),
    shippingAddress: addressView(order.shipping),
    lineItems: (args: PageArguments) => listed(order.lines, args, (each) => lineView(shop, order, each)),
    shippingLine: shippingLines[0] === undefined ? null : shippingLineView(order, shippingLines[0]),
    shippingLines: (args: PageArguments & { includeRemovals?: boolean }) =>
      listed(args.includeRemovals ? order.shippingLines : shippingLines, args, (each) =>
        shippingLineView(order, each),
      ),
    transactions: ({ first }: First) =>
      order.transactions.slice(0, first ?? undefined).map((each) => transactionView(order, each)),
    refunds: ({ first }: First) =>
      order.refunds.slice(0, first ?? undefined).map((each) => refundView(shop, order, each)),
    returns: (args: PageArguments) => listed(order.returns, args, (each) => returnView(shop, order, each)),
    fulfillments: ({ first }: First) =>
      order.fulfillments
        .slice(0, first ?? undefined)
        .map((each, index) => fulfillmentView(shop, order, each, index)),
    fulfillmentOrders: (args: PageArguments) =>
      listed(order.fulfillmentOrders, args, (each) => fulfillmentOrderView(shop, order, each)),
    discountApplications: (args: PageArguments) =>
      listed(order.discounts, args, (each) => discountView(order, each, order.discounts.indexOf(each))),
    discountCode: codes[0] ?? null,
    discountCodes: codes,
    paymentGatewayNames: [...new Set(order.transactions.map(({ gateway }) => gateway))],
    fullyPaid: figures.outstanding.lte(0),
    unpaid: figures.received.eq(0) && figures.total.gt(0),
    refundable: order.lines.some((line) => currentQuantity(order, line) > 0),
    requiresShipping: order.lines.some(({ requiresShipping }) => requiresShipping),
    subtotalLineItemsQuantity: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    currentSubtotalLineItemsQuantity: order.lines.reduce(
      (sum, line) => sum + currentQuantity(order, line),
      0,
    ),
    totalWeight: String(order.lines.reduce((sum, { grams, quantity }) => sum + grams * quantity, 0)),
    ...metafieldFields(shop, owner),
  };
}

function buyerView(shop: Shop, order: Order): Record<string, unknown> | null {
  const company = order.company === null ? undefined : shop.companies.get(order.company.companyId);
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  if (company === undefined) return customer === undefined ? null : customerView(shop, customer);
  const location = company.locations.find(({ id }) => id === order.company?.locationId);
  const contact = company.contacts.find(({ customerId }) => customerId === order.customerId);
  return {
    __typename: 'PurchasingCompany',
    company: () => companyView(shop, company),
    contact: () => (contact === undefined ? null : contactView(shop, company, contact)),
    location: () => (location === undefined ? null : locationView(shop, company, location)),
  };
}

/** What is left of each tax after edits and refunds, line by line. */
function currentTaxes(order: Order): Order['taxLines'] {
  const ofLines = order.lines.flatMap((line) =>
    line.taxLines.map((each) => ({
      ...each,
      price:
        line.quantity === 0
          ? '0'
          : Big(each.price)
              .times(currentQuantity(order, line))
              .div(line.quantity)
              .round(2, Big.roundHalfUp)
              .toFixed(),
    })),
  );
  const ofShipping = order.shippingLines
    .filter(({ id, removed }) => !removed && refundedShipping(order, id).eq(0))
    .flatMap(({ taxLines }) => taxLines);
  return summedTaxes([...ofLines, ...ofShipping, ...order.taxLines]);
}
