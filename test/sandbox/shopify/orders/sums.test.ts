import Big from 'big.js';
import { expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { at, TestShop } from '../shop.ts';

const money = 'shopMoney { amount }';
const query = `query ($after: String) { orders(first: 5, after: $after, sortKey: UPDATED_AT) {
  pageInfo { hasNextPage endCursor }
  nodes {
    id name taxesIncluded totalPriceSet { ${money} } totalTaxSet { ${money} } currentTotalPriceSet { ${money} }
    totalTipReceivedSet { ${money} } totalCashRoundingAdjustment { paymentSet { ${money} } } currentTotalDutiesSet { ${money} }
    additionalFees { price { ${money} } }
    lineItems(first: 250) { nodes { quantity originalUnitPriceSet { ${money} } taxLines { priceSet { ${money} } }
      discountAllocations { allocatedAmountSet { ${money} } } } }
    shippingLines(first: 5) { nodes { discountedPriceSet { ${money} } taxLines { priceSet { ${money} } } } } } } }`;

function amount(value: unknown): Big {
  return Big(String(at(value, 'shopMoney', 'amount') ?? '0'));
}

function sum(values: readonly JsonObject[], read: (value: JsonObject) => Big): Big {
  return values.reduce((total, each) => total.plus(read(each)), Big(0));
}

async function allOrders(shop: TestShop): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  for (let after: unknown = null; ; ) {
    const data = await shop.data(query, { after });
    found.push(...objectsIn(at(data, 'orders', 'nodes') as JsonObject[]));
    if (at(data, 'orders', 'pageInfo', 'hasNextPage') !== true) return found;
    after = at(data, 'orders', 'pageInfo', 'endCursor');
  }
}

it('lines, shipping, tax and extras of every order add up to its total (sheet 5.2)', async () => {
  const shop = new TestShop({ seeded: true });
  shop.standIn.change({ limits: false });
  await shop.control('POST', '/orders', { count: 60 });
  const orders = await allOrders(shop);
  expect(orders.length).toBeGreaterThan(90);
  expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
  for (const order of orders) {
    const lines = objectsIn(at(order, 'lineItems', 'nodes') as JsonObject[]);
    const shipping = objectsIn(at(order, 'shippingLines', 'nodes') as JsonObject[]);
    const taxes = (of: JsonObject) => sum(objectsIn(of.taxLines), (each) => amount(each.priceSet));
    const goods = sum(lines, (line) =>
      amount(line.originalUnitPriceSet)
        .times(Number(line.quantity))
        .minus(sum(objectsIn(line.discountAllocations), (each) => amount(each.allocatedAmountSet))),
    );
    const carried = sum(shipping, (each) => amount(each.discountedPriceSet));
    const tax = sum([...lines, ...shipping], taxes);
    const extras = amount(order.totalTipReceivedSet)
      .plus(amount(at(order, 'totalCashRoundingAdjustment', 'paymentSet')))
      .plus(amount(order.currentTotalDutiesSet))
      .plus(sum(objectsIn(order.additionalFees), (each) => amount(each.price)));
    const total = goods
      .plus(carried)
      .plus(extras)
      .plus(order.taxesIncluded === true ? 0 : tax);
    expect(amount(order.totalPriceSet).toFixed(2), String(order.name)).toBe(total.toFixed(2));
    expect(amount(order.totalTaxSet).toFixed(2), String(order.name)).toBe(tax.toFixed(2));
  }
});

it('the seed has the quirks of the sheet', async () => {
  const shop = new TestShop({ seeded: true });
  const expectations = (await shop.control('GET', '/expectations')) as unknown as JsonObject[];
  expect(expectations.length).toBeGreaterThan(30);
  const found = async (about: string, fields: string) => {
    const id = expectations.find((each) => each.about === about)?.id;
    return at(await shop.data(`{ order(id: "gid://shopify/Order/${id}") { ${fields} } }`), 'order');
  };
  expect(
    await found(
      'cancelled and given back',
      `displayFinancialStatus cancelReason closed currentTotalPriceSet { ${money} } totalPriceSet { ${money} }`,
    ),
  ).toEqual({
    displayFinancialStatus: 'REFUNDED',
    cancelReason: 'CUSTOMER',
    closed: true,
    currentTotalPriceSet: { shopMoney: { amount: '0.0' } },
    totalPriceSet: { shopMoney: { amount: '18.9' } },
  });
  expect(
    await found(
      'a refund without lines: a gesture',
      `refunds(first: 2) { totalRefundedSet { ${money} } refundLineItems(first: 1) { nodes { id } } orderAdjustments(first: 1) { nodes { amountSet { ${money} } } } }`,
    ),
  ).toEqual({
    refunds: [
      {
        totalRefundedSet: { shopMoney: { amount: '5.0' } },
        refundLineItems: { nodes: [] },
        orderAdjustments: { nodes: [{ amountSet: { shopMoney: { amount: '-5.0' } } }] },
      },
    ],
  });
  expect(
    await found(
      'edited: one line less, another one more',
      'edited lineItems(first: 5) { nodes { quantity currentQuantity } }',
    ),
  ).toEqual({
    edited: true,
    lineItems: {
      nodes: [
        { quantity: 2, currentQuantity: 2 },
        { quantity: 1, currentQuantity: 0 },
        { quantity: 1, currentQuantity: 1 },
      ],
    },
  });
  const exchanged = await found(
    'exchanged: one piece back, another one for it',
    `returnStatus totalOutstandingSet { ${money} } returns(first: 2) { nodes { name returnLineItems(first: 2) { nodes { quantity ... on ReturnLineItem { fulfillmentLineItem { lineItem { variantTitle } } } } } exchangeLineItems(first: 2) { nodes { lineItems { variantTitle } } } refunds(first: 2) { nodes { totalRefundedSet { ${money} } } } } }`,
  );
  expect(exchanged).toMatchObject({
    returnStatus: 'RETURNED',
    totalOutstandingSet: { shopMoney: { amount: '0.0' } },
    returns: {
      nodes: [
        {
          returnLineItems: {
            nodes: [{ quantity: 1, fulfillmentLineItem: { lineItem: { variantTitle: 'Blauw' } } }],
          },
          exchangeLineItems: { nodes: [{ lineItems: [{ variantTitle: 'Gebroken wit' }] }] },
          refunds: { nodes: [{ totalRefundedSet: { shopMoney: { amount: '0.0' } } }] },
        },
      ],
    },
  });
  expect(await found('a guest, delivered elsewhere', 'customer { id } email')).toEqual({
    customer: null,
    email: 'amira.elidrissi@example.com',
  });
  expect(await found('ids above 2^53', 'legacyResourceId')).toEqual({
    legacyResourceId: '820982911946154508',
  });
  expect(
    await found('paid with a gift card and the rest by bank', 'paymentGatewayNames displayFinancialStatus'),
  ).toEqual({
    paymentGatewayNames: ['gift_card', 'shopify_payments'],
    displayFinancialStatus: 'PAID',
  });
  expect(
    await found(
      'paid in another currency',
      'presentmentCurrencyCode totalPriceSet { presentmentMoney { currencyCode } shopMoney { currencyCode } }',
    ),
  ).toEqual({
    presentmentCurrencyCode: 'CHF',
    totalPriceSet: { presentmentMoney: { currencyCode: 'CHF' }, shopMoney: { currencyCode: 'EUR' } },
  });
  expect(
    await found(
      'a company of the shop (B2B), prices without tax, on account',
      'poNumber purchasingEntity { __typename ... on PurchasingCompany { company { name } location { taxSettings { taxRegistrationId } } } }',
    ),
  ).toMatchObject({
    purchasingEntity: {
      __typename: 'PurchasingCompany',
      company: { name: 'Studio Aarts & Zn.' },
      location: { taxSettings: { taxRegistrationId: 'NL987650141B01' } },
    },
  });
});
