import { describe, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { all, custom, sell, simple } from '../goods.ts';
import { criteria, TestShop } from '../shop.ts';

const named = (sku: string) => criteria([['sku', 'in', sku]]);

describe('a product', () => {
  it('is created with little, and read as it was written', async () => {
    const shop = new TestShop();
    const made = await shop.call('POST', `${all}/products`, {
      product: {
        ...simple('MOK-WIT').product,
        weight: 0.4,
        extension_attributes: { website_ids: [1], stock_item: { qty: 120, is_in_stock: true } },
        custom_attributes: [
          { attribute_code: 'tax_class_id', value: '2' },
          { attribute_code: 'description', value: '<p>Porselein</p>' },
          { attribute_code: 'ean', value: 'of no attribute here' },
        ],
      },
    });
    expect(made.body).toMatchObject({
      ...{ id: 1, sku: 'MOK-WIT', price: 12.1, status: 1, visibility: 4, type_id: 'simple', weight: 0.4 },
      extension_attributes: { website_ids: [1], stock_item: { qty: 120, is_in_stock: true } },
    });
    expect(custom(made.body, 'url_key')).toBe('artikel-mok-wit');
    expect(custom(made.body, 'tax_class_id')).toBe('2');
    expect(custom(made.body, 'ean')).toBeUndefined();
    expect((await shop.get('/V1/products/MOK-WIT')).body).toEqual(made.body);
    const [listed] = await shop.items(`/V1/products${named('MOK-WIT')}`);
    expect(listed?.extension_attributes).toEqual({ website_ids: [1] });
  });

  it('is told apart by its SKU without regard to case and outer blanks', async () => {
    const shop = new TestShop();
    const first = await sell(shop, 'AB-1', 1);
    for (const sku of ['ab-1', 'AB-1 ', ' Ab-1']) {
      const again = await shop.call('POST', `${all}/products`, simple(sku));
      expect(again.body.id).toBe(first.id);
    }
    await sell(shop, '0017', 1);
    await sell(shop, '17', 1);
    expect((await shop.items(`/V1/products${named('ab-1,17,0017')}`)).map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it('is changed in part, and created by PUT; the SKU of the path counts where nothing else is sent', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 1);
    const put = (path: string, body: unknown) => shop.call('PUT', `${all}/products/${path}`, body);
    const changed = await put('A', { product: { sku: 'B', price: 9 } });
    expect(changed.body).toMatchObject({ sku: 'A', price: 9, name: 'Artikel A' });
    expect((await put('NEW', simple('x'))).body.sku).toBe('NEW');
    expect((await put('NEW', { product: { price: 2 }, saveOptions: true })).status).toBe(400);
  });

  it('keeps its goods and its id when its SKU is corrected', async () => {
    const shop = new TestShop();
    const { id } = await sell(shop, 'MOK-W', 5);
    const renamed = await shop.call('POST', `${all}/products`, { product: { id, sku: 'MOK-WIT' } });
    expect(renamed.body).toMatchObject({
      id,
      sku: 'MOK-WIT',
      extension_attributes: { stock_item: { qty: 5 } },
    });
    await sell(shop, 'OTHER', 1);
    const taken = await shop.call('POST', `${all}/products`, { product: { id, sku: 'other' } });
    expect([taken.status, taken.body.message]).toEqual([400, 'The value of attribute "%1" must be unique.']);
  });

  it.each([
    ['without a name', { name: '' }, 'The "%1" attribute value is empty. Set the attribute and try again.'],
    ['without an attribute set', { attribute_set_id: 99 }, 'Invalid product data: %1'],
    [
      'in a category that is not there',
      { extension_attributes: { category_links: [{ category_id: '99' }] } },
      'No such entity with %fieldName = %fieldValue',
    ],
    [
      'with a word for a number',
      { custom_attributes: [{ attribute_code: 'color', value: 'rood' }] },
      'Error occurred during "color" processing. The "rood" value\'s type is invalid. The "int" type was expected. Verify and try again.',
    ],
    [
      'with a field of no product',
      { colour: 1 },
      '"%fieldName" is not supported. Correct the field name and try again.',
    ],
    [
      'of a website that is not there',
      { extension_attributes: { website_ids: [7] } },
      "The website with id %1 that was requested wasn't found. Verify the website and try again.",
    ],
  ])('is refused %s', async (_, more, message) => {
    const shop = new TestShop();
    const { status, body } = await shop.call('POST', `${all}/products`, simple('X', more));
    expect(body.message).toBe(message);
    expect(status).toBeGreaterThanOrEqual(400);
    expect((await shop.get('/V1/products/X')).status).toBe(404);
  });

  it('is deleted with its goods', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 3);
    expect((await shop.call('DELETE', `${all}/products/A`)).json).toBe(true);
    expect((await shop.get('/V1/products/A')).body.message).toContain("doesn't exist");
    expect(await shop.items('/V1/inventory/source-items?searchCriteria')).toEqual([]);
  });

  it('is found by attributes, categories and time, and later where searches lag', async () => {
    const shop = new TestShop({ settings: { searchLagMs: 5000 } });
    await sell(shop, 'A', 1, { extension_attributes: { category_links: [{ category_id: '2' }] } });
    shop.world.pass(6000);
    await sell(shop, 'B', 1, { price: 30 });
    const skus = async (query: string) => (await shop.items(`/V1/products${query}`)).map(({ sku }) => sku);
    expect(await skus(named('A,B'))).toEqual(['A']);
    shop.world.pass(6000);
    expect(await skus(criteria([['category_id', 'eq', '2']]))).toEqual(['A']);
    expect(await skus(criteria([['category_id', 'nin', '2']]))).toEqual(['B']);
    expect(await skus(criteria([['price', 'gteq', '20']]))).toEqual(['B']);
    expect(await skus(criteria([['updated_at', 'gt', '2026-03-10 12:00:05']]))).toEqual(['B']);
    expect(
      await skus(
        criteria([
          ['special_price', 'null', '1'],
          ['name', 'like', '%artikel%'],
        ]),
      ),
    ).toEqual(['A', 'B']);
    expect((await shop.get(`/V1/products${criteria([['qty', 'gt', '1']])}`)).status).toBe(400);
  });
});

describe('a SKU with a slash', () => {
  it('is stopped by some web servers, and breaks signatures of some versions', async () => {
    const shop = new TestShop();
    await sell(shop, 'A/1', 1);
    const path = '/V1/products/A%2F1';
    const statuses = async () => [(await shop.get(path)).status, (await shop.signed('GET', path)).status];
    expect(await statuses()).toEqual([200, 200]);
    shop.standIn.change({ encodedPathsBreakSignatures: true });
    expect(await statuses()).toEqual([200, 401]);
    shop.standIn.change({ encodedSlashes: false });
    expect(await statuses()).toEqual([404, 404]);
    expect((await shop.get(path)).headers.get('Content-Type')).toContain('text/html');
    expect(await shop.items(`/V1/products${named('A/1')}`)).toHaveLength(1);
  });
});

describe('values per store view', () => {
  it('fall back to those of all, until the view has its own', async () => {
    const shop = new TestShop({ settings: { viewSave: 'given' } });
    await sell(shop, 'A', 1);
    const name = async (view: string) => (await shop.get(`/rest/${view}/V1/products/A`)).body.name;
    const put = (view: string, product: unknown) =>
      shop.call('PUT', `/rest/${view}/V1/products/A`, { product });
    await put('deutsch', { name: 'Becher' });
    await put('all', { name: 'Mok' });
    expect([await name('default'), await name('deutsch'), await name('all')]).toEqual([
      'Mok',
      'Becher',
      'Mok',
    ]);
    await shop.call('PUT', '/rest/deutsch/V1/products/A', {
      product: { custom_attributes: [{ attribute_code: 'name', value: null }] },
    });
    expect(await name('deutsch')).toBe('Mok');
  });

  it('a save for one view keeps all that it inherits, which hides later changes', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 1);
    await shop.call('PUT', '/rest/V1/products/A', { product: { price: 5 } });
    await shop.call('PUT', `${all}/products/A`, { product: { name: 'Later' } });
    expect((await shop.get('/V1/products/A')).body).toMatchObject({ name: 'Artikel A', price: 5 });
    expect((await shop.get('/rest/vlaams/V1/products/A')).body.name).toBe('Later');
  });

  it("of a website are those of all its views; a global price is everybody's", async () => {
    const shop = new TestShop({ settings: { viewSave: 'given' } });
    await sell(shop, 'A', 1);
    const prices = async () =>
      Promise.all(
        ['all', 'default', 'vlaams', 'zakelijk'].map(
          async (view) => (await shop.get(`/rest/${view}/V1/products/A`)).body.price,
        ),
      );
    await shop.call('PUT', '/rest/zakelijk/V1/products/A', { product: { price: 10 } });
    expect(await prices()).toEqual([10, 10, 10, 10]);
    shop.standIn.change({ priceScope: 'website' });
    await shop.call('PUT', '/rest/vlaams/V1/products/A', { product: { price: 13.5 } });
    expect(await prices()).toEqual([10, 13.5, 13.5, 10]);
  });

  it('lists of a view hold the products of its website', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 1, { extension_attributes: { website_ids: [1] } });
    await sell(shop, 'B', 1, { extension_attributes: { website_ids: [2] } });
    const skus = async (view: string) =>
      (await shop.items(`/rest/${view}/V1/products?searchCriteria`)).map(({ sku }) => sku);
    expect([await skus('all'), await skus('default'), await skus('zakelijk')]).toEqual([
      ['A', 'B'],
      ['A'],
      ['B'],
    ]);
  });
});

describe('websites of a product', () => {
  const websites = async (shop: TestShop) => (await shop.get('/V1/products/A')).body.extension_attributes;

  it('are all where it is created for all, and stay when nothing is said of them', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 1);
    expect(await websites(shop)).toMatchObject({ website_ids: [1, 2] });
    await shop.call('DELETE', `${all}/products/A/websites/2`);
    await shop.call('PUT', `${all}/products/A`, { product: { price: 1 } });
    expect(await websites(shop)).toMatchObject({ website_ids: [1] });
    await shop.call('POST', `${all}/products/A/websites`, {
      productWebsiteLink: { sku: 'A', website_id: 2 },
    });
    expect(await websites(shop)).toMatchObject({ website_ids: [1, 2] });
  });

  it('some versions assign all at every save', async () => {
    const shop = new TestShop({ settings: { websitesOnSave: 'all' } });
    await sell(shop, 'A', 1, { extension_attributes: { website_ids: [1] } });
    await shop.call('PUT', `${all}/products/A`, { product: { price: 1 } });
    expect(await websites(shop)).toMatchObject({ website_ids: [1, 2] });
  });
});

describe('URL keys', () => {
  it('are unique per store view, also those of children, and do not follow the name', async () => {
    const shop = new TestShop();
    await sell(shop, 'TB-1', 1, { name: 'Trui Bas' });
    const clash = await shop.call(
      'POST',
      `${all}/products`,
      simple('TB-2', { name: 'Trui Bas', visibility: 1 }),
    );
    expect([clash.status, clash.body.message]).toEqual([400, 'URL key for specified store already exists.']);
    const own = { custom_attributes: [{ attribute_code: 'url_key', value: 'trui-bas-tb-2' }] };
    await sell(shop, 'TB-2', 1, { name: 'Trui Bas', ...own });
    await shop.call('PUT', `${all}/products/TB-1`, { product: { name: 'Sweater' } });
    expect(custom((await shop.get('/V1/products/TB-1')).body, 'url_key')).toBe('trui-bas');
    const elsewhere = { extension_attributes: { website_ids: [2] } };
    await sell(shop, 'C', 1, { name: 'Kaars', extension_attributes: { website_ids: [1] } });
    await sell(shop, 'C-2', 1, { name: 'Kaars', ...elsewhere });
    const both = { product: { extension_attributes: { website_ids: [1, 2] } } };
    expect((await shop.call('PUT', `${all}/products/C-2`, both)).status).toBe(400);
  });

  it('hidden products may share one by setting', async () => {
    const shop = new TestShop({ settings: { hiddenKeysClash: false } });
    await sell(shop, 'TB', 1, { name: 'Trui Bas' });
    await sell(shop, 'TB-M', 1, { name: 'Trui Bas', visibility: 1 });
    const shown = await shop.call('PUT', `${all}/products/TB-M`, { product: { visibility: 4 } });
    expect(shown.status).toBe(400);
  });
});

describe('category links', () => {
  const links = async (shop: TestShop) => {
    const { extension_attributes: extension } = (await shop.get('/V1/products/A')).body;
    return objectsIn((extension as { category_links?: [] }).category_links).map(
      ({ category_id }) => category_id,
    );
  };
  const save = (shop: TestShop, ids: readonly string[] | undefined) =>
    shop.call('PUT', `${all}/products/A`, {
      product: {
        price: 1,
        ...(ids === undefined
          ? {}
          : {
              extension_attributes: {
                category_links: ids.map((category_id) => ({ category_id, position: 0 })),
              },
            }),
      },
    });

  it('replace the list, stay when left out, and end with an empty one', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 1);
    await save(shop, ['1', '2']);
    await save(shop, ['2']);
    await save(shop, undefined);
    expect(await links(shop)).toEqual(['2']);
    await save(shop, []);
    expect(await links(shop)).toEqual([]);
  });

  it('only add in older versions', async () => {
    const shop = new TestShop({ settings: { categoryLinks: 'add' } });
    await sell(shop, 'A', 1);
    await save(shop, ['1']);
    await save(shop, ['2']);
    expect(await links(shop)).toEqual(['1', '2']);
    expect((await shop.call('DELETE', `${all}/categories/1/products/A`)).json).toBe(true);
    expect(await links(shop)).toEqual(['2']);
    expect((await shop.call('DELETE', `${all}/categories/1/products/A`)).status).toBe(400);
  });
});
