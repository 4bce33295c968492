import { beforeEach, describe, expect, test } from 'vitest';
import { orderTarget } from '../../../../src/connectors/shopify/orders/target.ts';
import { orderToWire } from '../../../../src/connectors/shopify/orders/to-wire.ts';
import { statedTotals } from '../../../../src/connectors/wire/stated-totals.ts';
import { line, shopOrder } from '../../ecwid/documents.ts';
import { money, rows } from '../answers.ts';
import { type Answers, FakeShop, type Variables } from '../fake-shop.ts';

const made = {
  id: 'gid://shopify/Order/77',
  name: '#1077',
  totalPriceSet: money('24.2'),
  totalTaxSet: money('4.2'),
  currencyCode: 'EUR',
  processedAt: '2026-03-01T09:15:00Z',
  sourceIdentifier: '10042',
  test: false,
  email: 'noor@example.com',
  customer: null,
  billingAddress: { name: 'Noor de Wit' },
};

/** A shop that keeps what is made by its key, and refuses a second one. */
class Shop extends FakeShop {
  readonly orders = new Map<string, unknown>();

  constructor(more: Answers = {}) {
    super({
      ReferenceKeys: () => ({ metafieldDefinitions: { nodes: [] } }),
      DefineKey: () => ({ metafieldDefinitionCreate: { userErrors: [] } }),
      ByReference: ({ key }) => ({ order: this.orders.get((key as Variables).value as string) ?? null }),
      CreateOrder: ({ order }) => {
        const [{ value }] = (order as { metafields: [{ value: string }] }).metafields;
        if (this.orders.has(value)) return taken;
        this.orders.set(value, { ...made, sourceIdentifier: value });
        return { orderCreate: { order: this.orders.get(value), userErrors: [] } };
      },
      ...more,
    });
  }
}

const taken = {
  orderCreate: {
    order: null,
    userErrors: [
      { field: ['order', 'metafields', '0', 'value'], message: 'Value is already assigned', code: 'INVALID' },
    ],
  },
};

let shop: Shop;
beforeEach(() => {
  shop = new Shop();
});

const notBefore = new Date('2026-03-01T00:00:00Z');

describe('an order that is made', () => {
  test('is found by its own key, which is defined once', async () => {
    const first = new Shop();
    expect(await orderTarget.find(first, ['10042'], notBefore)).toEqual(new Map());
    await orderTarget.create(first, orderToWire(shopOrder()));
    const found = await orderTarget.find(first, ['10042'], notBefore);
    expect(found.get('10042')).toMatchObject([
      {
        id: '77',
        number: '#1077',
        gross: '24.20',
        vat: '4.20',
        currency: 'EUR',
        date: '2026-03-01',
        draft: false,
      },
    ]);
    expect(first.names().filter((name) => name === 'DefineKey')).toHaveLength(1);
  });

  test('twice is refused by the shop, and looked for', async () => {
    await orderTarget.create(shop, orderToWire(shopOrder()));
    await expect(orderTarget.create(shop, orderToWire(shopOrder()))).rejects.toMatchObject({
      kind: 'outcome-unknown',
      code: 'conflict',
    });
  });
});

describe('the variables', () => {
  const mixed = shopOrder({
    lines: [
      line({ articleId: '900:4481' }),
      line({ description: 'Tea', quantity: '0.5', unitPrice: '10.90', vatRate: '9', vatCode: 'Laag' }),
      line({ kind: 'discount', description: 'Coupon', quantity: '1', unitPrice: '-2.42', sku: undefined }),
      line({ kind: 'shipping', description: 'Post', quantity: '1', unitPrice: '6.05', sku: undefined }),
    ],
    vatByRate: [
      { rate: '21', vat: '4.83' },
      { rate: '9', vat: '0.45' },
    ],
  });

  test('give every figure, which come to the document', () => {
    const { order, options } = orderToWire(mixed) as Record<string, Variables>;
    const bag = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } });
    expect(order).toMatchObject({
      currency: 'EUR',
      taxesIncluded: true,
      sourceName: 'koppel',
      sourceIdentifier: '10042',
      metafields: [{ namespace: '$app:koppel', key: 'reference', type: 'id', value: '10042' }],
      financialStatus: 'PAID',
      transactions: [{ kind: 'SALE', amountSet: bag('33.28') }],
      lineItems: [
        {
          variantId: 'gid://shopify/ProductVariant/4481',
          quantity: 2,
          priceSet: bag('12.10'),
          taxLines: [{ title: 'BTW 21%', rate: '0.21', priceSet: bag('3.78') }],
        },
        {
          title: '0.5 × Tea',
          quantity: 1,
          priceSet: bag('5.45'),
          taxLines: [{ title: 'Laag', rate: '0.09' }],
        },
      ],
      shippingLines: [{ title: 'Post', priceSet: bag('6.05'), taxLines: [{ priceSet: bag('1.05') }] }],
      discountCode: { itemFixedDiscountCode: { code: 'Coupon', amountSet: bag('2.42') } },
    });
    expect(options).toMatchObject({ sendReceipt: false });
    expect(statedTotals(mixed).gross).toBe('33.28');
  });

  test('take what the goods cannot bear off the shipping, and refuse what nothing can', () => {
    const off = (unitPrice: string) =>
      line({ kind: 'discount', description: 'Free', quantity: '1', unitPrice, sku: undefined });
    const post = line({
      kind: 'shipping',
      description: 'Post',
      quantity: '1',
      unitPrice: '6.05',
      sku: undefined,
    });
    const { order } = orderToWire(shopOrder({ lines: [line(), post, off('-26.62')] })) as Record<
      string,
      Variables
    >;
    expect(order?.shippingLines).toMatchObject([{ priceSet: { shopMoney: { amount: '3.63' } } }]);
    expect(order?.discountCode).toMatchObject({
      itemFixedDiscountCode: { amountSet: { shopMoney: { amount: '24.20' } } },
    });
    expect(() => orderToWire(shopOrder({ lines: [line(), off('-30')] }))).toThrow('discount_unbearable');
  });

  test('have no telephone number that Shopify would refuse', () => {
    const phone = (typed: string) => {
      const document = shopOrder();
      const { order } = orderToWire({
        ...document,
        customer: { ...document.customer, phone: typed },
      }) as Record<string, Variables>;
      return order?.phone;
    };
    expect(phone('+31 20 555 01 17')).toBe('+31205550117');
    expect(phone('020-5550117')).toBeUndefined();
  });
});

describe('what became of a sale', () => {
  const standing = {
    note: null,
    tags: [],
    displayFinancialStatus: 'PENDING',
    displayFulfillmentStatus: 'UNFULFILLED',
    canMarkAsPaid: true,
    closed: false,
    cancelledAt: null,
  };
  const parcel = (number: number, status: string, location: number, pieces: readonly number[]) => ({
    id: `gid://shopify/FulfillmentOrder/${number}`,
    status,
    assignedLocation: { location: { id: `gid://shopify/Location/${location}` } },
    lineItems: rows(
      pieces.map((remainingQuantity, index) => ({
        id: `gid://shopify/FulfillmentOrderLineItem/${number}${index}`,
        remainingQuantity,
      })),
    ),
  });

  test('is told: paid, and sent from two places with one parcel on hold, of two pages of parcels (O6)', async () => {
    const parcels = [
      parcel(1, 'OPEN', 8, [1, 3]),
      parcel(2, 'IN_PROGRESS', 9, [2]),
      parcel(3, 'ON_HOLD', 8, [1]),
    ];
    const following = new FakeShop({
      Standing: () => ({ order: standing }),
      MarkAsPaid: () => ({ orderMarkAsPaid: { userErrors: [] } }),
      Parcels: ({ after }) => ({
        order: {
          fulfillmentOrders: after === 'p1' ? rows(parcels.slice(1)) : rows(parcels.slice(0, 1), 'p1'),
        },
      }),
      Sent: () => ({ fulfillmentCreate: { userErrors: [] } }),
    });
    expect(await orderTarget.follow?.(following, '77', { paid: true, shipped: true })).toEqual(['shipped']);
    const sent = following.operations.filter(({ name }) => name === 'Sent').map(({ variables }) => variables);
    const of = (number: number, quantities: readonly number[]) => ({
      fulfillmentOrderId: `gid://shopify/FulfillmentOrder/${number}`,
      fulfillmentOrderLineItems: quantities.map((quantity, index) => ({
        id: `gid://shopify/FulfillmentOrderLineItem/${number}${index}`,
        quantity,
      })),
    });
    expect(sent).toEqual([
      { fulfillment: { lineItemsByFulfillmentOrder: [of(1, [1, 3])], notifyCustomer: false } },
      { fulfillment: { lineItemsByFulfillmentOrder: [of(2, [2])], notifyCustomer: false } },
    ]);
  });

  test('is not told again where it stands so already', async () => {
    const over = { ...standing, displayFinancialStatus: 'PAID', displayFulfillmentStatus: 'FULFILLED' };
    const following = new FakeShop({ Standing: () => ({ order: over }) });
    expect(await orderTarget.follow?.(following, '77', { paid: true, shipped: true })).toEqual([]);
    expect(await orderTarget.follow?.(following, '77', { cancelled: true })).toEqual(['cancelled']);
    expect(new Set(following.names())).toEqual(new Set(['Standing']));
  });
});
