/**
 * Examples made of the vendor's schemas, which are not part of the repository: the variable VENDOR_SAMPLES names a folder that has them under
 * `ccv`.
 */
import { describe, expect, test } from 'vitest';
import { categoryFromWire, categoryWire } from '../../../src/connectors/ccv/categories/wire.ts';
import { idsWith } from '../../../src/connectors/ccv/customers/email-index.ts';
import { customerFromWire, userWire } from '../../../src/connectors/ccv/customers/wire.ts';
import { hookKey } from '../../../src/connectors/ccv/hook-key.ts';
import { ccv } from '../../../src/connectors/ccv/index.ts';
import { orderFromWire } from '../../../src/connectors/ccv/orders/to-record.ts';
import { invoiceWire, orderWire, rowWire } from '../../../src/connectors/ccv/orders/wire.ts';
import { packageId } from '../../../src/connectors/ccv/packages.ts';
import { readProperties } from '../../../src/connectors/ccv/products/properties.ts';
import { productFromWire } from '../../../src/connectors/ccv/products/to-record.ts';
import { attach, attachedTo } from '../../../src/connectors/ccv/products/values.ts';
import { combinationWire, photoWire, productWire } from '../../../src/connectors/ccv/products/wire.ts';
import { levelsOf } from '../../../src/connectors/ccv/stock/levels.ts';
import { category } from '../../../src/records/category.ts';
import { customer } from '../../../src/records/customer.ts';
import { big } from '../../../src/records/money.ts';
import { order } from '../../../src/records/order.ts';
import { partsTotal } from '../../../src/records/order-parts.ts';
import { product } from '../../../src/records/product.ts';
import { samples } from '../vendor-samples.ts';
import { settingsAnswer } from './answers.ts';
import { account, FakeApi } from './fake-api.ts';

type Rows = { items: Record<string, unknown>[] };

const rowsOf = (name: string) =>
  samples('ccv', new RegExp(`^own-example\\.${name}\\.json$`)).flatMap(
    ({ content }) => (content as Rows).items,
  );

describe.skipIf(samples('ccv', /^own-example/).length === 0)('an example', () => {
  test('of an order is read with its rows and its credit invoice, and adds up', () => {
    const [wire] = samples('ccv', /^own-example\.orders\.700001\.json$/).map(({ content }) =>
      orderWire.parse(content),
    );
    const rows = rowsOf('orders.700001.orderrows').map((row) => rowWire.parse(row));
    const invoices = rowsOf('invoices.list').map((row) => ({ ...invoiceWire.parse(row), rows: [] }));
    if (wire === undefined) throw new Error('there is none');
    const record = order.parse(orderFromWire({ wire, rows, invoices, returns: [] }, account));
    expect(partsTotal(record, record.vat).toFixed(2)).toBe(Number(record.gross).toFixed(2));
    expect(record).toMatchObject({ gross: '34.6', vat: '5.51', refunded: '12.1' });
    expect(record.lines.map(({ sku }) => sku)).toEqual(['MOK-B', 'THEE100']);
    expect(record.extras).toBeUndefined();
  });

  test('of a list of orders is read', () => {
    expect(rowsOf('orders.list').map((row) => orderWire.parse(row))).not.toEqual([]);
  });

  test('of products is read with its combinations and photos, and has levels', () => {
    const combinations = rowsOf('products.9001.attributecombinations').map((row) =>
      combinationWire.parse(row),
    );
    const photos = rowsOf('products.9002.productphotos').map((row) => photoWire.parse(row));
    const [mug, tea] = rowsOf('products.list').map((row) => productWire.parse(row));
    if (mug === undefined || tea === undefined) throw new Error('there are none');
    const record = product.parse(
      productFromWire({ ...mug, attributecombinations: combinations }, [], account),
    );
    expect(record).toMatchObject({
      sku: 'MOK',
      kind: 'variants',
      price: '11.1',
      vatClass: 'normal',
      vatRate: '21',
    });
    expect(record.variants?.[0]).toMatchObject({
      id: '4401',
      sku: 'MOK-B',
      price: '12.1',
      options: { Kleur: 'Blauw' },
    });
    expect(levelsOf({ ...mug, attributecombinations: combinations }, account).get('9001:4401')).toMatchObject(
      { available: '7' },
    );
    const simple = product.parse(productFromWire({ ...tea, productphotos: photos }, [], account));
    expect(simple).toMatchObject({ kind: 'simple', images: [{ version: '3300' }] });
    expect(levelsOf(tea, account).get('9002')).toMatchObject({ available: '120', managed: true });
  });

  test('of what else is asked for is read', async () => {
    const answers: Record<string, string> = {
      'GET /webshops/': 'webshops.list',
      'GET /webshops/700/geozonecountries/': 'geozonecountries',
      'GET /packages/': 'packages.list',
      'GET /products/9001/productattributevalues/': 'products.9001.productattributevalues',
      'GET /attributes/': 'attributes.list',
      'GET /attributes/5/attributevalues/': 'attributes.5.attributevalues',
      'GET /productpropertygroups/': 'productpropertygroups.list',
      'GET /categories/': 'categories.list',
      'GET /users/': 'users.list',
    };
    const routes = Object.fromEntries(
      Object.entries(answers).map(([route, name]) => [
        route,
        () => samples('ccv', new RegExp(`^own-example\\.${name}\\.json$`))[0]?.content,
      ]),
    );
    const api = new FakeApi({
      ...routes,
      'GET /webshops/700/settings/': () => settingsAnswer,
      'GET /webshops/700/merchant/': () => ({ country_code: 'NL' }),
      'GET /productpropertygroups/3/productproperties/': () => ({ items: [] }),
      'POST /products/9001/productattributevalues/': () => null,
    });
    const keys = { address: 'https://shop.example', publicKey: 'p', secretKey: 's' };
    expect(await ccv.account(api, keys)).toMatchObject({
      identity: 'shop.example:700',
      traits: { till: 'false' },
    });
    expect(await packageId(api)).toBe(31);
    expect((await attachedTo(api, '9001')).map(({ optionvalue_name }) => optionvalue_name)).toEqual([
      'Blauw',
      'Rood',
    ]);
    await attach(
      api,
      '9001',
      { option: 'Kleur', value: 'Rood', price: big('2') },
      { createValues: false, sku: 'MOK' },
    );
    expect(api.sent).toEqual([{ optionvalue: 53, price: 2, stock: 0 }]);
    expect(await readProperties(api)).toEqual([]);
    expect(await idsWith(api, ['JAN@example.com'])).toEqual(new Set(['51002']));
  });

  test('of users and of categories is one', () => {
    const people = rowsOf('users.list').map((row) => customer.parse(customerFromWire(userWire.parse(row))));
    expect(people.map(({ kind }) => kind)).toEqual(['company', 'person']);
    const [kitchen] = rowsOf('categories.list').map((row) =>
      category.parse(categoryFromWire(categoryWire.parse(row))),
    );
    expect(kitchen).toMatchObject({ name: 'Keuken', parentId: null, position: 1, active: true });
  });

  test.each(samples('ccv', /own-example\.webhook\./))(
    'of a webhook names its order: $name',
    async ({ name, content }) => {
      const event = /webhook\.(.*)\.json$/.exec(name)?.[1] ?? '';
      const keys = { address: 'https://shop.example.com', publicKey: 'p', secretKey: 's' };
      const hook = { body: JSON.stringify(content), headers: {}, query: { event, key: hookKey(keys) } };
      expect(await ccv.webhook?.receive(keys, hook)).toEqual({
        kind: 'changes',
        id: null,
        changes: [{ flow: 'orders', key: '700001' }],
      });
    },
  );
});
