/** Answers as Shopify writes them, with invented ids, names and amounts. */

interface Bucket {
  readonly requested?: number;
  readonly available?: number;
}

type Fields = Readonly<Record<string, unknown>>;

export function extensions({ requested = 10, available = 1_990 }: Bucket = {}) {
  const throttleStatus = { maximumAvailable: 2_000, currentlyAvailable: available, restoreRate: 100 };
  return { cost: { requestedQueryCost: requested, actualQueryCost: requested, throttleStatus } };
}

export function graphql(data: unknown, bucket?: Bucket) {
  return { data, extensions: extensions(bucket) };
}

export function refusedWith(code: string, more: Fields = {}) {
  return {
    errors: [{ message: `Refused: ${code}.`, extensions: { code }, ...more }],
    extensions: extensions(),
  };
}

export const shopAnswer = graphql({
  shop: {
    name: 'Molenwinkel',
    currencyCode: 'EUR',
    ianaTimezone: 'Europe/Amsterdam',
    taxesIncluded: true,
    shopAddress: { countryCodeV2: 'NL' },
    resourceLimits: { maxProductVariants: 2_048 },
  },
  currentAppInstallation: { accessScopes: [{ handle: 'write_orders' }, { handle: 'read_customers' }] },
});

export const money = (amount: string) => ({ shopMoney: { amount } });
export const tax = (rate: number, price: string) => ({ rate, priceSet: money(price) });
export const rows = (nodes: readonly unknown[], endCursor: string | null = null) => ({
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
  nodes,
});

/** One piece at this price, with this tax of the whole line. */
export function line(number: number, price: string, vat: string | null, more: Fields = {}) {
  return {
    id: `gid://shopify/LineItem/${number}`,
    sku: `TAS-${number}`,
    title: 'Tas',
    variantTitle: null,
    quantity: 1,
    currentQuantity: 1,
    taxable: true,
    originalUnitPriceSet: money(price),
    discountedUnitPriceAfterAllDiscountsSet: money(price),
    discountAllocations: [],
    taxLines: vat === null ? [] : [tax(0.21, vat)],
    duties: [],
    product: { id: 'gid://shopify/Product/900' },
    ...more,
  };
}

export const off = (amount: string) => ({ discountAllocations: [{ allocatedAmountSet: money(amount) }] });

/** An import duty, with this VAT upon it. */
export function duty(number: number, price: string, vat: string | null) {
  const taxLines = vat === null ? [] : [tax(0.21, vat)];
  return { id: `gid://shopify/Duty/${number}`, price: money(price), taxLines };
}

export function shippingLine(price: string, vat: string) {
  return {
    id: 'gid://shopify/ShippingLine/1',
    title: 'Bezorgen',
    discountedPriceSet: money(price),
    taxLines: [tax(0.21, vat)],
  };
}

const wilma = {
  firstName: 'Wilma',
  lastName: 'Smit',
  name: 'Wilma Smit',
  company: null,
  address1: 'Dijk 5',
  address2: null,
  zip: '1621 AA',
  city: 'Hoorn',
  province: null,
  provinceCode: null,
  countryCodeV2: 'NL',
  phone: null,
};

/** An order of these lines and of nothing else, with prices that include 21 %. */
export function orderOf(total: string, vat: string, lines: readonly unknown[], more: Fields = {}) {
  return {
    id: 'gid://shopify/Order/5512345678901',
    name: '#2201',
    processedAt: '2026-03-01T23:30:00Z',
    updatedAt: '2026-03-02T08:00:00Z',
    cancelledAt: null,
    test: false,
    currencyCode: 'EUR',
    taxesIncluded: true,
    displayFinancialStatus: 'PAID',
    displayFulfillmentStatus: 'UNFULFILLED',
    returnStatus: 'NO_RETURN',
    email: 'wilma@example.nl',
    phone: null,
    note: null,
    customerLocale: 'nl-NL',
    sourceName: 'web',
    sourceIdentifier: null,
    customAttributes: [],
    paymentGatewayNames: ['ideal'],
    totalPriceSet: money(total),
    currentTotalPriceSet: money(total),
    totalTaxSet: money(vat),
    currentTotalTaxSet: money(vat),
    totalTipReceivedSet: money('0.0'),
    totalRefundedSet: money('0.0'),
    totalCashRoundingAdjustment: { paymentSet: money('0.0') },
    additionalFees: [],
    taxLines: [tax(0.21, vat)],
    customer: {
      id: 'gid://shopify/Customer/81',
      displayName: 'Wilma Smit',
      firstName: 'Wilma',
      lastName: 'Smit',
    },
    billingAddress: wilma,
    shippingAddress: null,
    lineItems: rows(lines),
    shippingLines: rows([]),
    refunds: [],
    ...more,
  };
}

export interface Given {
  readonly lines?: readonly { readonly line: number; readonly gross: string; readonly vat: string }[];
  readonly shipping?: { readonly gross: string; readonly vat: string };
  readonly paid?: string;
  readonly pending?: boolean;
  /** Below zero what was given beside the goods, above it what was kept. */
  readonly adjusted?: string;
  /** Of the duty with this number. */
  readonly duties?: readonly { readonly duty: number; readonly amount: string }[];
}

/** A refund of one piece of each line. */
export function refundOf(number: number, given: Given) {
  const { lines = [], shipping, paid, pending = false, adjusted, duties = [] } = given;
  return {
    id: `gid://shopify/Refund/${number}`,
    processedAt: `2026-03-0${number + 3}T23:30:00Z`,
    createdAt: `2026-03-0${number + 3}T23:30:00Z`,
    totalRefundedSet: money(pending ? '0.0' : (paid ?? '0.0')),
    refundLineItems: rows(
      lines.map(({ line: of, gross, vat }) => ({
        lineItem: { id: `gid://shopify/LineItem/${of}` },
        quantity: 1,
        subtotalSet: money(gross),
        totalTaxSet: money(vat),
      })),
    ),
    refundShippingLines: rows(
      shipping === undefined
        ? []
        : [
            {
              shippingLine: { id: 'gid://shopify/ShippingLine/1' },
              subtotalAmountSet: money(shipping.gross),
              taxAmountSet: money(shipping.vat),
            },
          ],
    ),
    duties: duties.map(({ duty, amount }) => ({
      amountSet: money(amount),
      originalDuty: { id: `gid://shopify/Duty/${duty}` },
    })),
    orderAdjustments: rows(
      adjusted === undefined
        ? []
        : [{ amountSet: money(adjusted), taxAmountSet: money('0.0'), reason: 'REFUND_DISCREPANCY' }],
    ),
    transactions: rows(
      paid === undefined
        ? []
        : [{ kind: 'REFUND', status: pending ? 'PENDING' : 'SUCCESS', amountSet: money(paid) }],
    ),
  };
}

/** Two bags of 30.25 with 12.10 off, shipping of 6.05, all with 21 % inside; a bag more on the second page of lines. */
export const orderAnswer = graphql({
  order: orderOf('78.65', '13.65', [], {
    lineItems: rows(
      [line(1, '30.25', '8.4', { quantity: 2, currentQuantity: 2, variantTitle: 'Groen', ...off('12.1') })],
      'l1',
    ),
    shippingLines: rows([shippingLine('6.05', '1.05')]),
  }),
});

export const moreLinesAnswer = graphql({
  order: { lineItems: rows([line(2, '12.1', '4.2', { quantity: 2, currentQuantity: 2 })]) },
});
