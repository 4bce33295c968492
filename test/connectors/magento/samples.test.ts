/**
 * Payloads of the vendor's documentation, which are not part of the repository: the variable VENDOR_SAMPLES names a
 * folder that has them under `magento`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { categoryFromWire, categoryWire } from '../../../src/connectors/magento/categories/wire.ts';
import { customerFromWire, customerWire } from '../../../src/connectors/magento/customers/wire.ts';
import { magento } from '../../../src/connectors/magento/index.ts';
import { entryWire, productWire } from '../../../src/connectors/magento/products/wire.ts';
import { itemWire } from '../../../src/connectors/magento/stock/source-items.ts';
import { customer } from '../../../src/records/customer.ts';
import { big, sum } from '../../../src/records/money.ts';
import { refusalOf } from '../../support/fake-api.ts';
import { translate } from './order-payload.ts';

const folder = join(process.env.VENDOR_SAMPLES ?? '/nowhere', 'magento');

function sample(name: string) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

test.skipIf(!existsSync(folder))(
  'the vendor’s order is a record, short of the rows that its page leaves out',
  () => {
    const wire = sample('order-get.docs.json');
    const order = translate(wire);
    expect(order.gross).toBe(big(String(wire.grand_total)).toFixed());
    expect(order.currency).toBe(wire.order_currency_code);
    expect(order.number).toBe(wire.increment_id);
    const lines = sum(order.lines.map((line) => big(line.quantity).times(line.unitPrice)));
    expect(lines.toFixed()).toBe(String(wire.items[0].price * wire.items[0].qty_ordered));
    expect(order.shipping.map(({ amount }) => amount)).toEqual([String(wire.shipping_amount)]);
    expect(order.delivery?.city).toBe(wire.billing_address.city);
  },
);

test.skipIf(!existsSync(folder))('the vendor’s customers are records', () => {
  const customers = [
    sample('customer-create.response.docs.json'),
    ...sample('customers-search.response.docs.json').items,
  ];
  expect(customers.length).toBeGreaterThan(1);
  for (const wire of customers) {
    const record = customer.parse(customerFromWire(customerWire.parse(wire)));
    expect(record).toMatchObject({ id: String(wire.id), email: wire.email, lastName: wire.lastname });
    expect(record.address.country).toBe(wire.addresses[0].country_id);
  }
});

test.skipIf(!existsSync(folder))('the vendor’s error is put into words', () => {
  const { message, parameters } = sample('error-invalid-product.docs.json');
  expect(refusalOf(magento, 400, { message, parameters }).said).toBe(message.replace('%1', parameters[0]));
});

test.skipIf(!existsSync(folder))('the vendor’s products are read', () => {
  const names = [
    'product-simple-create.response.docs.json',
    'product-configurable-create.response.docs.json',
  ];
  const [simple, family] = names.map((name) => productWire.parse(sample(name)));
  expect(simple).toMatchObject({ type_id: 'simple', visibility: '1', sku: sample(names[0] ?? '').sku });
  expect(family).toMatchObject({ type_id: 'configurable', sku: 'MS-Champ', price: '0' });
  expect(family?.custom_attributes.tax_class_id).toBe('2');
  expect(family?.extension_attributes?.category_links?.map(({ category_id: id }) => id)).toEqual([
    '11',
    '12',
    '16',
  ]);
});

test.skipIf(!existsSync(folder))('the vendor’s pictures, sources and categories are read', () => {
  const entries = sample('product-media-list.response.docs.json').map((each: unknown) =>
    entryWire.parse(each),
  );
  expect(entries[0]).toMatchObject({ id: '694', types: ['image', 'small_image', 'thumbnail'] });
  const items = sample('source-items-list.response.docs.json').items.map((each: unknown) =>
    itemWire.parse(each),
  );
  expect(items[0]).toEqual({ sku: 'new_product2', source_code: 'central', quantity: '500', status: '1' });
  const category = categoryFromWire(categoryWire.parse(sample('category-create.response.docs.json')));
  expect(category.name).toBe(sample('category-create.response.docs.json').name);
});
