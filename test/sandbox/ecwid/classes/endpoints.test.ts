import { beforeEach, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

let shop: TestShop;

beforeEach(() => {
  shop = new TestShop();
});

const upc = { id: 61001, name: 'UPC', type: 'UPC', show: 'DESCR' };
const brand = { id: 61002, name: 'Brand', type: 'BRAND', show: 'DESCR' };

it('the product types are a bare array that begins with General, which has no name', async () => {
  const [general] = objectsIn((await shop.get('/classes')).json);
  expect(general?.id).toBe(0);
  expect(general).not.toHaveProperty('name');
  expect(objectsIn(general?.attributes).map(({ type }) => type)).toEqual(['UPC', 'BRAND']);
});

it('an attribute that is not sent again goes, with all its values', async () => {
  const own = { name: 'Herkomst', type: 'CUSTOM', show: 'NOTSHOW' };
  await shop.call('PUT', '/classes/0', { attributes: [upc, brand, own] });
  const attributes = [
    { name: 'Herkomst', value: 'Assam' },
    { alias: 'BRAND', value: 'Nordwind' },
  ];
  const body = { sku: 'TH', name: 'Thee', price: 5, attributes };
  const id = (await shop.call('POST', '/products', body)).body.id;
  expect(await shop.ids('/products?attribute_Herkomst=Assam')).toEqual([id]);
  // Hidden attributes are not searched by words.
  expect(await shop.ids('/products?keyword=assam')).toEqual([]);
  await shop.call('PUT', '/classes/0', { attributes: [upc, own] });
  expect((await shop.get(`/products/${id}`)).body.attributes).toEqual([]);
  await shop.call('PUT', '/classes/0', { attributes: [upc, { name: 'Brand', type: 'BRAND' }] });
  expect((await shop.get(`/products/${id}`)).body.attributes).toEqual([]);
});

it('a type that is deleted leaves its products to General', async () => {
  const { body } = await shop.call('POST', '/classes', { name: 'Kleding', attributes: [{ name: 'Wol' }] });
  const product = {
    sku: 'T',
    name: 'Trui',
    price: 5,
    productClassId: body.id,
    attributes: [{ name: 'Wol', value: 'ja' }],
  };
  const id = (await shop.call('POST', '/products', product)).body.id;
  expect(objectsIn((await shop.get(`/products/${id}`)).body.attributes)).toHaveLength(1);
  expect((await shop.call('DELETE', `/classes/${body.id}`)).body).toEqual({ deleteCount: 1 });
  expect((await shop.get(`/classes/${body.id}`)).body.errorMessage).toBe(
    `Product class #${body.id} not found`,
  );
  expect((await shop.get(`/products/${id}`)).body).toMatchObject({ productClassId: 0, attributes: [] });
  expect((await shop.call('DELETE', '/classes/0')).status).toBe(400);
});

it('a body of another form is refused', async () => {
  expect((await shop.call('POST', '/classes', {})).body.errorMessage).toBe(
    'Field ProductClass.name is absent',
  );
  expect((await shop.call('PUT', '/classes/0', { attributes: [{ name: 'X', type: 'Y' }] })).status).toBe(400);
  expect((await shop.call('PUT', '/classes/0', { attributes: [{ type: 'CUSTOM' }] })).status).toBe(400);
});
