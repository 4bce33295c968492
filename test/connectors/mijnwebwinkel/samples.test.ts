/**
 * Answers of the vendor's documentation, which are not part of the repository: the variable VENDOR_SAMPLES names a folder that
 * has them under `myonlinestore`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../../src/connectors/contract/lookups.ts';
import { categoryFromWire, categoryWire } from '../../../src/connectors/mijnwebwinkel/categories/wire.ts';
import { mijnwebwinkel } from '../../../src/connectors/mijnwebwinkel/index.ts';
import { orderFromWire } from '../../../src/connectors/mijnwebwinkel/orders/to-record.ts';
import { orderWire } from '../../../src/connectors/mijnwebwinkel/orders/wire.ts';
import { productFromWire } from '../../../src/connectors/mijnwebwinkel/products/to-record.ts';
import { articleWire } from '../../../src/connectors/mijnwebwinkel/products/wire.ts';
import { levelsOf } from '../../../src/connectors/mijnwebwinkel/stock/levels.ts';
import { category } from '../../../src/records/category.ts';
import { big, sum } from '../../../src/records/money.ts';
import { order } from '../../../src/records/order.ts';
import { partsTotal } from '../../../src/records/order-parts.ts';
import { product } from '../../../src/records/product.ts';
import { stockLevel } from '../../../src/records/stock-level.ts';
import { namedIn } from '../read-changes.ts';
import { account, FakeApi, paged } from './fake-api.ts';

const folder = join(process.env.VENDOR_SAMPLES ?? '/nowhere', 'myonlinestore');

function sample(name: string) {
  return JSON.parse(readFileSync(join(folder, `openapi-example.${name}.json`), 'utf8'));
}

describe.skipIf(!existsSync(folder))('the vendor’s', () => {
  test('order is read and adds up, its VAT too', () => {
    const content = sample('Order');
    const wire = orderWire.parse(content);
    const record = order.parse(orderFromWire({ wire, credits: [], payments: [] }, account));
    expect(record.gross).toBe(String(content.price.total));
    expect(partsTotal(record, record.vat).toFixed(2)).toBe(big(record.gross).toFixed(2));
    expect(sum(record.vatByRate.map(({ vat }) => vat)).toFixed()).toBe(record.vat);
    expect(record.customer).toMatchObject({ kind: 'company', company: 'Voorbeeldig BV' });
    expect(record.lines.map(({ quantity }) => quantity)).toEqual(['1', '2', '3', '5']);
  });

  test('order is read with its payment, as a sale; credits that are not there are for a person', async () => {
    const wire = { ...sample('Order'), credited_order_number: null };
    const api = new FakeApi({
      [`GET /orders/${wire.number}`]: () => wire,
      [`GET /orders/${wire.number}/payments`]: () => ({ payments: [sample('Payment')] }),
    });
    const record = order.parse(await mijnwebwinkel.orders?.source?.get(api, String(wire.number)));
    expect(partsTotal(record, record.vat).toFixed(2)).toBe(big(record.gross).toFixed(2));
    expect(record).toMatchObject({ paid: true, paymentMethod: 'ideal', refunded: '0', refundUnstated: true });
  });

  test('order credits another one, which is looked at in its stead', async () => {
    const { number, credited_order_number: credited } = sample('Order');
    const api = new FakeApi({
      'GET /orders': (call) => paged([sample('Order')], call),
      [`GET /orders/${number}`]: () => sample('Order'),
    });
    const source = mijnwebwinkel.orders?.source;
    if (source === undefined) throw new Error('sells nothing');
    const window = { since: new Date('2000-01-01T00:00:00Z'), until: api.now() };
    const named = await namedIn('orders', source, api, window);
    expect(new Set(named.map(({ key }) => key))).toEqual(new Set([String(credited)]));
    expect(await source.get(api, String(number))).toBeNull();
  });

  test('statuses and payment methods can be picked from', async () => {
    const api = new FakeApi({
      'GET /orderstatuses': () => [sample('OrderStatus')],
      'GET /payment/stores/me/gateways': () => sample('StorePaymentGateways'),
    });
    const { orderStatuses, paymentMethods } = mijnwebwinkel.lookups ?? {};
    if (orderStatuses === undefined || paymentMethods === undefined) throw new Error('has no lists');
    expect(await optionsOf(orderStatuses, async () => api)).toHaveLength(1);
    expect(await optionsOf(paymentMethods, async () => api)).toEqual([{ value: 'ideal', label: 'iDEAL' }]);
  });

  test('article is a product, and has levels', () => {
    const wire = articleWire.parse(sample('Article'));
    const record = product.parse(productFromWire(wire, account));
    expect(record).toMatchObject({
      sku: 'ART758379-L',
      price: '9.95',
      listPrice: '12.5',
      gtin: '8712345678906',
    });
    expect(record.variants).toMatchObject([{ sku: 'ART758379-L-Jim Carrey', price: '108.95' }]);
    expect([...levelsOf(wire).values()].map((level) => stockLevel.parse(level).available)).toEqual(['3']);
  });

  test('category is one', () => {
    const { title, parent_category_id } = sample('Category');
    const record = category.parse(categoryFromWire(categoryWire.parse(sample('Category'))));
    expect(record).toMatchObject({ name: title, parentId: String(parent_category_id), active: true });
  });

  test('store is an account, and its region tells no rate where goods have several', async () => {
    const api = new FakeApi({
      'GET /store': () => ({ ...sample('Store'), region_code: 'NL' }),
      'GET /tax-policy/regions/NL': () => ({ region: sample('TaxPolicyRegion') }),
    });
    const read = await mijnwebwinkel.account(api, { storeToken: 's' });
    expect(read).toMatchObject({
      name: 'knickknacks',
      currency: 'EUR',
      traits: { pricesIncludeTax: 'false' },
    });
    expect(read.traits).not.toHaveProperty('vatRate');
  });
});
