import { expect, it } from 'vitest';
import { at, TestShop } from '../shop.ts';

const errors = 'userErrors { field message code }';
const create = `mutation ($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) { orderCreate(order: $order, options: $options) {
  order { id name displayFinancialStatus totalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } }
    totalTaxSet { shopMoney { amount } } customer { email } } ${errors} } }`;
const eur = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } });
const line = {
  title: 'Kaas',
  quantity: 2,
  priceSet: eur('20.00'),
  taxLines: [{ title: 'BTW 21%', rate: '0.21', priceSet: eur('8.40') }],
};
const order = {
  currency: 'EUR',
  sourceName: 'koppel',
  sourceIdentifier: 'JRT-77',
  financialStatus: 'PAID',
  lineItems: [line],
};

it('makes an order with the tax that it is given; without transactions it stays outstanding (sheet 11)', async () => {
  const shop = new TestShop();
  const customer = { toUpsert: { email: 'piet@example.com', firstName: 'Piet', lastName: 'Jansen' } };
  const made = await shop.done(create, { order: { ...order, customer } });
  expect(made.order).toMatchObject({
    name: '#1001',
    displayFinancialStatus: 'PAID',
    totalPriceSet: { shopMoney: { amount: '48.4' } },
    totalOutstandingSet: { shopMoney: { amount: '48.4' } },
    totalTaxSet: { shopMoney: { amount: '8.4' } },
    customer: { email: 'piet@example.com' },
  });
  const again = await shop.done(create, { order: { ...order, customer } });
  // It is not idempotent.
  expect(at(again.order, 'id')).not.toBe(at(made.order, 'id'));
  const found = await shop.data(
    '{ orders(first: 5, query: "source_identifier:\\"JRT-77\\"") { nodes { name } } }',
  );
  expect(at(found, 'orders', 'nodes')).toHaveLength(2);
});

it('an own key makes a second order impossible, and finds the first (sheet 7.7)', async () => {
  const shop = new TestShop();
  const definition = { namespace: 'koppel', key: 'sale', name: 'Sale', type: 'id', ownerType: 'ORDER' };
  const define = `mutation ($definition: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $definition) { createdDefinition { id } ${errors} } }`;
  await shop.done(define, { definition });
  expect(await shop.refused(define, { definition })).toMatchObject([{ code: 'TAKEN' }]);
  const keyed = {
    ...order,
    metafields: [{ namespace: 'koppel', key: 'sale', type: 'id', value: 'jortt-77' }],
  };
  const made = await shop.done(create, { order: keyed });
  expect(await shop.refused(create, { order: keyed })).toMatchObject([
    { field: ['order', 'metafields', '0', 'value'] },
  ]);
  const lookUp =
    'query ($v: String!) { orderByIdentifier(identifier: { customId: { namespace: "koppel", key: "sale", value: $v } }) { id } }';
  expect(at(await shop.data(lookUp, { v: 'jortt-77' }), 'orderByIdentifier', 'id')).toBe(
    at(made.order, 'id'),
  );
  expect(await shop.data(lookUp, { v: 'jortt-78' })).toEqual({ orderByIdentifier: null });
});

it.each([
  ['without lines', { ...order, lineItems: [] }, 'INVALID'],
  ['in the future', { ...order, processedAt: '2026-03-11T12:00:00Z' }, 'PROCESSED_AT_INVALID'],
  ['with tax on the order and on its lines', { ...order, taxLines: line.taxLines }, 'INVALID'],
  [
    'of a variant that does not exist',
    { ...order, lineItems: [{ variantId: 'gid://shopify/ProductVariant/1', quantity: 1 }] },
    'INVALID',
  ],
  [
    'with two ways to name the customer',
    {
      ...order,
      customerId: 'gid://shopify/Customer/1',
      customer: { toAssociate: { email: 'a@example.com' } },
    },
    'REDUNDANT_CUSTOMER_FIELDS',
  ],
  ['of 251 lines', { ...order, lineItems: Array.from({ length: 251 }, () => line) }, 'INVALID'],
])('refuses an order %s', async (_, given, code) => {
  expect(await new TestShop().refused(create, { order: given })).toMatchObject([{ code }]);
});

it('refuses goods that are not there, when it is asked to look', async () => {
  const shop = new TestShop();
  await shop.control('POST', '/products', { name: 'Mok', sku: 'MOK', price: '12.10', pieces: 1 });
  const found = await shop.data('{ productVariants(first: 1, query: "sku:MOK") { nodes { id } } }');
  const given = {
    ...order,
    lineItems: [{ variantId: at(found, 'productVariants', 'nodes', 0, 'id'), quantity: 2 }],
  };
  const options = { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY' };
  expect(await shop.refused(create, { order: given, options })).toMatchObject([
    { code: 'INVENTORY_CLAIM_FAILED' },
  ]);
  await shop.done(create, { order: given });
  const stock = () =>
    shop.data('{ productVariants(first: 1, query: "sku:MOK") { nodes { inventoryQuantity } } }');
  expect(at(await stock(), 'productVariants', 'nodes', 0, 'inventoryQuantity')).toBe(1);
});

it('is sent by its fulfilment order, once', async () => {
  const shop = new TestShop();
  const made = await shop.done(create, { order });
  const asked =
    'query ($id: ID!) { order(id: $id) { displayFulfillmentStatus fulfillmentOrders(first: 5) { nodes { id status } } } }';
  const before = await shop.data(asked, { id: at(made.order, 'id') });
  const fulfillmentOrderId = at(before, 'order', 'fulfillmentOrders', 'nodes', 0, 'id');
  const send = `mutation ($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) { fulfillment { status trackingInfo { number } } userErrors { field message } } }`;
  const f = { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId }], trackingInfo: { number: '3S1' } };
  expect((await shop.done(send, { f })).fulfillment).toEqual({
    status: 'SUCCESS',
    trackingInfo: [{ number: '3S1' }],
  });
  expect(await shop.refused(send, { f })).toHaveLength(1);
  const after = await shop.data(asked, { id: at(made.order, 'id') });
  expect(after.order).toMatchObject({
    displayFulfillmentStatus: 'FULFILLED',
    fulfillmentOrders: { nodes: [{ status: 'CLOSED' }] },
  });
});

it('refunds once for a key, and refuses more than was sold or received', async () => {
  const shop = new TestShop();
  const { id } = await shop.control('POST', '/purchases', {
    email: 'a@example.com',
    name: 'Anna Bos',
    amount: '24.20',
  });
  const orderId = `gid://shopify/Order/${id}`;
  const read = '{ order(id: "'.concat(
    orderId,
    '") { lineItems(first: 1) { nodes { id } } transactions(first: 1) { id } refunds(first: 9) { id } displayFinancialStatus } }',
  );
  const found = await shop.data(read);
  const lineItemId = at(found, 'order', 'lineItems', 'nodes', 0, 'id');
  const parentId = at(found, 'order', 'transactions', 0, 'id');
  const refund = (key: string) =>
    `mutation ($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: "${key}") { refund { id totalRefundedSet { shopMoney { amount } } } userErrors { field message } } }`;
  const input = {
    orderId,
    refundLineItems: [{ lineItemId, quantity: 1, restockType: 'RETURN' }],
    transactions: [{ orderId, amount: '24.20', gateway: 'shopify_payments', kind: 'REFUND', parentId }],
  };
  const first = await shop.done(refund('one'), { input });
  expect(await shop.done(refund('one'), { input })).toEqual(first);
  expect(await shop.refused(refund('one'), { input: { ...input, note: 'Anders' } })).toHaveLength(1);
  expect(await shop.refused(refund('two'), { input })).toMatchObject([
    { field: ['input', 'refundLineItems', '0', 'quantity'] },
  ]);
  expect(at(await shop.data(read), 'order')).toMatchObject({
    refunds: [{}],
    displayFinancialStatus: 'REFUNDED',
  });
  const bare =
    'mutation ($input: RefundInput!) { refundCreate(input: $input) { refund { id } userErrors { field message } } }';
  expect(at(await shop.ask(bare, { input }), 'errors', 0)).toMatchObject({
    message: 'The @idempotent directive is required for this mutation but was not provided.',
    extensions: { code: 'BAD_REQUEST' },
  });
});

it('cancels with a job, tags without overwriting, and writes metafields all or none', async () => {
  const shop = new TestShop();
  const made = await shop.done(create, { order: { ...order, tags: ['oud'] } });
  const id = at(made.order, 'id');
  await shop.done(
    'mutation ($id: ID!) { tagsAdd(id: $id, tags: ["Koppel", "OUD"]) { node { id } userErrors { field message } } }',
    { id },
  );
  const set = `mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { value } ${errors} } }`;
  const field = { ownerId: id, namespace: 'koppel', key: 'note', type: 'single_line_text_field', value: '1' };
  await shop.done(set, { m: [field] });
  expect(
    await shop.refused(set, {
      m: [
        { ...field, value: '2' },
        { ...field, ownerId: 'gid://shopify/Order/1' },
      ],
    }),
  ).toHaveLength(1);
  const cancel =
    'mutation ($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: true, refund: false) { job { done } orderCancelUserErrors { code message } } }';
  expect(await shop.done(cancel, { id })).toMatchObject({ job: { done: true } });
  expect(await shop.refused(cancel, { id })).toHaveLength(1);
  const after = await shop.data(
    'query ($id: ID!) { order(id: $id) { tags cancelReason metafield(namespace: "koppel", key: "note") { value } } }',
    { id },
  );
  expect(after.order).toEqual({
    tags: ['Koppel', 'oud'],
    cancelReason: 'CUSTOMER',
    metafield: { value: '1' },
  });
});
