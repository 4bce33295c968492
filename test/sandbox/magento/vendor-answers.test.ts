/** What the stand-in answers, held against the vendor's own description, where VENDOR_SPECS names its folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { criteria, TestShop } from './shop.ts';
import { folder, validator } from './vendor-description.ts';

const reads: readonly (readonly [described: string, asked: string])[] = [
  ['/V1/orders', '/V1/orders?searchCriteria'],
  ['/V1/orders/{id}', '/V1/orders/6'],
  ['/V1/orders/items', '/V1/orders/items?searchCriteria'],
  ['/V1/orders/{id}/comments', '/V1/orders/30/comments'],
  ['/V1/orders/{id}/statuses', '/V1/orders/30/statuses'],
  ['/V1/invoices', '/V1/invoices?searchCriteria'],
  ['/V1/invoices/{id}', '/V1/invoices/3'],
  ['/V1/creditmemos', '/V1/creditmemos?searchCriteria'],
  ['/V1/creditmemo/{id}', '/V1/creditmemo/1'],
  ['/V1/shipments', '/V1/shipments?searchCriteria'],
  ['/V1/shipment/{id}', '/V1/shipment/1'],
  ['/V1/customers/search', `/V1/customers/search${criteria([])}`],
  ['/V1/customers/{customerId}', '/V1/customers/1'],
  ['/V1/customerGroups/search', '/V1/customerGroups/search?searchCriteria'],
  ['/V1/customerGroups/{id}', '/V1/customerGroups/1'],
  ['/V1/store/storeViews', '/V1/store/storeViews'],
  ['/V1/store/storeGroups', '/V1/store/storeGroups'],
  ['/V1/store/websites', '/V1/store/websites'],
  ['/V1/store/storeConfigs', '/V1/store/storeConfigs'],
  ['/V1/directory/countries', '/V1/directory/countries'],
  ['/V1/directory/currency', '/V1/directory/currency'],
  ['/V1/taxRates/search', '/V1/taxRates/search?searchCriteria'],
  ['/V1/taxRules/search', '/V1/taxRules/search?searchCriteria'],
  ['/V1/taxClasses/search', '/V1/taxClasses/search?searchCriteria'],
];

describe.skipIf(!folder)('by the description of the vendor', () => {
  it.each(reads)('GET %s is answered rightly', async (path, asked) => {
    const shop = new TestShop({ seeded: true });
    await shop.control('POST', '/orders', { count: 20 });
    const { json, status, text } = await shop.get(asked);
    expect(status, text).toBe(200);
    const validate = validator('get', path);
    validate(json);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('writes are answered rightly', async () => {
    const shop = new TestShop({ seeded: true });
    const check = async (method: string, path: string, asked: string, body: unknown) => {
      const { json, text } = await shop.call(method.toUpperCase(), asked, body);
      const validate = validator(method, path);
      validate(json);
      expect(validate.errors ?? [], `${path} ${text}`).toEqual([]);
    };
    const address = {
      firstname: 'A',
      lastname: 'B',
      street: ['C 1'],
      city: 'D',
      postcode: '1',
      country_id: 'NL',
      telephone: '1',
      email: 'a@b.nl',
    };
    const entity = {
      ...{
        customer_email: 'a@b.nl',
        grand_total: 1,
        base_grand_total: 1,
        items: [{ sku: 'X', qty_ordered: 1 }],
      },
      billing_address: { address_type: 'billing', ...address },
      payment: { method: 'checkmo' },
    };
    await check('post', '/V1/orders', '/V1/orders', { entity });
    await check('post', '/V1/order/{orderId}/invoice', '/V1/order/10/invoice', {});
    await check('post', '/V1/order/{orderId}/ship', '/V1/order/10/ship', {});
    await check('post', '/V1/order/{orderId}/refund', '/V1/order/10/refund', {});
    await check('post', '/V1/orders/{id}/cancel', '/V1/orders/28/cancel', {});
    const { email: _, ...place } = address;
    const customer = { email: 'new@b.nl', firstname: 'A', lastname: 'B', addresses: [place] };
    await check('post', '/V1/customers', '/V1/customers', { customer });
    const changed = { ...customer, email: 'newer@b.nl', website_id: 1 };
    await check('put', '/V1/customers/{customerId}', '/V1/customers/1', { customer: changed });
  });

  it('errors are answered rightly', async () => {
    const shop = new TestShop();
    const spec = JSON.parse(readFileSync(join(folder ?? '', 'magento.openapi.json'), 'utf8'));
    // Named parameters come as an object, of which the description knows nothing (sheet 5.1).
    const definitions = { ...spec.definitions, 'error-parameters': { type: ['array', 'object'] } };
    const schema = { $ref: '#/definitions/error-response', definitions };
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    for (const [method, path, body] of [
      ['GET', '/V1/orders', undefined],
      ['GET', '/V1/orders/99', undefined],
      ['POST', '/V1/orders', { entity: {} }],
      ['POST', '/V1/customers', { customer: {} }],
    ] as const) {
      validate((await shop.call(method, path, body)).json);
      expect(validate.errors ?? [], path).toEqual([]);
    }
  });
});
