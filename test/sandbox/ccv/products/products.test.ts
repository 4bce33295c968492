import { describe, expect, it } from 'vitest';
import { isObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';
import { made, tea } from './made.ts';

describe('products over the API', () => {
  it('are made and shown: `active` in, `is_active` out', async () => {
    const { product } = await made();
    expect(product).toMatchObject({
      is_active: true,
      productnumber: 'THEE100',
      price: 5.45,
      vatrate: 9,
      taxtariff: 'low a',
      stocktype: 'Product',
      stock: 120,
      createdate: '2026-03-10T12:00:00Z',
      modifydate: '2026-03-10T12:00:00Z',
      package: { id: 31 },
      brand: null,
      productmainphoto: null,
    });
    expect(product).not.toHaveProperty('active');
  });

  it('every change of their own fields moves the date by which they are walked', async () => {
    const { shop, path } = await made();
    shop.world.pass(60_000);
    const second = await shop.call('POST', '/products/', { ...tea, productnumber: 'THEE200' });
    shop.world.pass(60_000);
    expect((await shop.call('PATCH', `${path}/`, { stock: 7 })).status).toBe(204);
    const walked = await shop.items('/products/?orderby=modifydate_desc');
    expect(walked.map(({ stock, modifydate }) => [stock, modifydate])).toEqual([
      [7, '2026-03-10T12:02:00Z'],
      [120, '2026-03-10T12:01:00Z'],
    ]);
    await shop.call('DELETE', `/products/${second.body.id}/`);
    expect(await shop.items('/products/')).toHaveLength(1);
    expect((await shop.get(`/products/${second.body.id}/`)).status).toBe(404);
  });

  it.each([
    ['no package', { package_id: null }],
    ['no discount', { discount: null }],
    ['no tariff', { taxtariff: null }],
    ['a tariff that does not exist', { taxtariff: 'high' }],
    ['a rate that no tariff has', { taxtariff: null, vatrate: 19 }],
    ['a number of 51 characters', { productnumber: 'X'.repeat(51) }],
    ['a name of 201 characters', { name: 'X'.repeat(201) }],
    ['a short description of 256 characters', { shortdescription: 'X'.repeat(256) }],
    ['a price as text', { price: '5.45' }],
    ['a price below zero', { price: -1 }],
    ['more discount than price', { discount: 6 }],
    ['a stock type that does not exist', { stocktype: 'variant' }],
    ['a word for selling without stock that nobody knows', { ordering_without_stock: 'yes' }],
    ['a field of the answer', { is_active: true }],
  ])('are refused with %s', async (_, fields) => {
    const shop = new TestShop();
    expect((await shop.call('POST', '/products/', { ...tea, ...fields })).status).toBe(400);
    expect(await shop.items('/products/')).toEqual([]);
  });

  it('name things that exist; a brand may be given by its name', async () => {
    const { shop, product, path } = await made({ brand: 'De Theemeester' });
    expect(product.brand).toMatchObject({ name: 'De Theemeester' });
    expect((await shop.call('PATCH', `${path}/`, { brand_id: 9 })).status).toBe(404);
    const { body } = await shop.call('POST', '/brands/', { name: 'Berg & Blad' });
    await shop.call('PATCH', `${path}/`, { brand_id: body.id });
    expect((await shop.items(`/brands/${body.id}/products/`)).map(({ id }) => id)).toEqual([product.id]);
    expect((await shop.call('POST', '/brands/', { name: 'Berg & Blad' })).body.code).toBe('500.40');
    await shop.call('DELETE', `/brands/${body.id}/`);
    expect((await shop.get(`${path}/`)).body.brand).toBeNull();
    expect((await shop.call('DELETE', '/packages/31/')).body.code).toBe('405.10');
  });

  it('amounts are kept to so many decimals', async () => {
    expect((await made({ price: 24.785124 })).product.price).toBe(24.79);
    expect((await made({ price: 24.785124 }, { priceDecimals: 6 })).product.price).toBe(24.785124);
  });

  it('the limit of the subscription, and what a multishop manages', async () => {
    const { shop, path } = await made({}, { productLimit: 1, multishopProducts: ['THEE100'] });
    expect((await shop.call('POST', '/products/', tea)).body.code).toBe('500.60');
    expect((await shop.items('/webshops/'))[0]).toMatchObject({ product_limit: 1, product_limit_left: 0 });
    expect((await shop.call('PATCH', `${path}/`, { price: 6 })).body.code).toBe('500.70');
    expect((await shop.call('PATCH', `${path}/`, { stock: 6 })).status).toBe(204);
    expect((await shop.get(`${path}/`)).body.is_multishop_product).toBe(true);
  });

  it('numbers need not be unique, and are found loosely', async () => {
    const { shop } = await made({ productnumber: 'AB-1' });
    await shop.call('POST', '/products/', { ...tea, productnumber: 'ab-1' });
    expect(await shop.items('/productqueries/?productnumber=AB-1')).toHaveLength(2);
    expect(await shop.items('/products/?productnumber=AB-1')).toHaveLength(2);
    shop.standIn.change({ numbersMatch: 'exactly' });
    expect(await shop.items('/productqueries/?productnumber=AB-1')).toHaveLength(1);
    expect((await shop.get('/productqueries/')).status).toBe(400);
  });

  it('filters: name from three characters on, prices, stock, whether they are active', async () => {
    const { shop } = await made();
    await shop.call('POST', '/products/', {
      ...tea,
      name: 'Mok',
      price: 12,
      discount: 2,
      active: false,
      stock: 0,
    });
    const names = async (query: string) => (await shop.items(`/products/?${query}`)).map(({ name }) => name);
    expect((await shop.get('/products/?productname=th')).status).toBe(400);
    expect(await names('productname=thee')).toEqual(['Thee 100 g']);
    expect(await names('minsellprice=10&maxsellprice=10')).toEqual(['Mok']);
    expect(await names('minstock=1')).toEqual(['Thee 100 g']);
    expect(await names('active=false')).toEqual(['Mok']);
    expect(await names('orderby=name')).toEqual(['Mok', 'Thee 100 g']);
    expect((await shop.get('/products/?modified_since=2026-01-01')).status).toBe(400);
  });

  it('`collection` is there when it is asked for, and only then', async () => {
    const shop = new TestShop({ seeded: true });
    const expand = '&expand=attributecombinations,productphotos,producttocategories,producttopropertygroups';
    const mug = await shop.product('MOK-EM', expand);
    const collection = (name: string) => {
      const part = mug[name];
      return isObject(part) ? objectsIn(part.collection) : [];
    };
    expect(collection('attributecombinations')).toHaveLength(3);
    expect(collection('producttocategories')).toHaveLength(2);
    expect(collection('productphotos').length).toBeGreaterThan(0);
    expect((await shop.product('MOK-EM')).attributecombinations).not.toHaveProperty('collection');
    expect((await shop.get('/products/?expand=stock')).status).toBe(400);
    expect((await shop.get('/orders/?expand=orderrows')).status).toBe(400);
  });
});

describe('stock', () => {
  it('is not looked at where nobody counts, and may be nothing there', async () => {
    const { shop, path } = await made({ stockenabled: false });
    expect((await shop.get(`${path}/`)).body).toMatchObject({ stockenabled: false, stock: 120 });
    shop.standIn.change({ uncountedStock: 'null' });
    expect((await shop.get(`${path}/`)).body.stock).toBeNull();
    const row = { product_id: Number(path.split('/')[2]), count: 3 };
    await shop.call('POST', '/orders/', { customer: { email: 'a@example.test' }, orderrows: [row] });
    await shop.call('PATCH', `${path}/`, { stockenabled: true });
    expect((await shop.get(`${path}/`)).body.stock).toBe(120);
    shop.standIn.change({ countsStock: false });
    await shop.call('POST', '/orders/', { customer: { email: 'a@example.test' }, orderrows: [row] });
    expect((await shop.get(`${path}/`)).body.stock).toBe(120);
  });

  it('a sale tells of the product only where the shop is set so', async () => {
    const { shop, product } = await made({}, { movesProducts: ['sales'] });
    await shop.listen('products.updated');
    shop.world.pass(60_000);
    const row = { product_id: product.id, count: 3 };
    await shop.call('POST', '/orders/', { customer: { email: 'a@example.test' }, orderrows: [row] });
    expect(await shop.told()).toEqual(['products.updated']);
    expect(await shop.items('/products/')).toMatchObject([
      { stock: 117, modifydate: '2026-03-10T12:01:00Z' },
    ]);
  });
});
