/** Answers as Shopify writes them, with invented ids, names and amounts. */

interface Bucket {
  readonly requested?: number;
  readonly available?: number;
}

export function extensions({ requested = 10, available = 1_990 }: Bucket = {}) {
  const throttleStatus = { maximumAvailable: 2_000, currentlyAvailable: available, restoreRate: 100 };
  return { cost: { requestedQueryCost: requested, actualQueryCost: requested, throttleStatus } };
}

export function graphql(data: unknown, bucket?: Bucket) {
  return { data, extensions: extensions(bucket) };
}

export function refusedWith(code: string, more: Record<string, unknown> = {}) {
  return {
    errors: [{ message: `Refused: ${code}.`, extensions: { code }, ...more }],
    extensions: extensions(),
  };
}

export const shopAnswer = graphql({
  shop: { name: 'Molenwinkel', currencyCode: 'EUR', ianaTimezone: 'Europe/Amsterdam', taxesIncluded: true },
});

const money = (amount: string) => ({ shopMoney: { amount } });

export const line = (number: number, price: string, tax: string, discount?: string) => ({
  id: `gid://shopify/LineItem/${number}`,
  sku: `TAS-${number}`,
  title: 'Tas',
  variantTitle: number === 1 ? 'Groen' : null,
  quantity: 2,
  originalUnitPriceSet: money(price),
  discountAllocations: discount === undefined ? [] : [{ allocatedAmountSet: money(discount) }],
  taxLines: [{ rate: 0.21, priceSet: money(tax) }],
});

/** Two bags of 30.25 with 12.10 off, shipping of 6.05, all with 21 % inside; one bag more on the second page of lines. */
export const orderAnswer = graphql({
  order: {
    id: 'gid://shopify/Order/70001',
    name: '#2201',
    processedAt: '2026-03-01T23:30:00Z',
    updatedAt: '2026-03-02T08:00:00Z',
    cancelledAt: null,
    currencyCode: 'EUR',
    taxesIncluded: true,
    displayFinancialStatus: 'PAID',
    displayFulfillmentStatus: 'UNFULFILLED',
    email: 'wilma@example.nl',
    note: null,
    paymentGatewayNames: ['ideal'],
    totalPriceSet: money('78.65'),
    totalTaxSet: money('13.65'),
    totalTipReceivedSet: money('0.0'),
    totalRefundedSet: money('0.0'),
    billingAddress: {
      name: 'Wilma Smit',
      company: null,
      address1: 'Dijk 5',
      address2: null,
      zip: '1621 AA',
      city: 'Hoorn',
      provinceCode: null,
      countryCodeV2: 'NL',
      phone: null,
    },
    shippingAddress: null,
    customer: { id: 'gid://shopify/Customer/81' },
    lineItems: { pageInfo: { hasNextPage: true, endCursor: 'l1' }, nodes: [line(1, '30.25', '8.4', '12.1')] },
    shippingLines: {
      nodes: [
        {
          title: 'Bezorgen',
          discountedPriceSet: money('6.05'),
          taxLines: [{ rate: 0.21, priceSet: money('1.05') }],
        },
      ],
    },
  },
});

export const moreLinesAnswer = graphql({
  order: {
    lineItems: { pageInfo: { hasNextPage: false, endCursor: 'l2' }, nodes: [line(2, '12.1', '4.2')] },
  },
});
