import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

const tea = {
  name: 'Thee 100 g',
  productnumber: 'THEE100',
  eannumber: '8710000000024',
  price: 5.45,
  discount: 0,
  taxtariff: 'low a',
  package_id: 31,
  active: true,
  stockenabled: true,
  stock: 120,
  weight: 0.1,
  description: '<p>Losse thee</p>',
};

async function made(fields = {}, settings = {}) {
  const shop = new TestShop({ settings });
  const { body, text } = await shop.call('POST', '/products/', { ...tea, ...fields });
  if (body.id === undefined) throw new Error(text);
  return { shop, product: body, path: `/products/${body.id}` };
}

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

describe('variants', () => {
  async function withColours(settings = {}) {
    const { shop, path, product } = await made(
      { productnumber: 'MOK', taxtariff: 'normal', price: 11.1 },
      settings,
    );
    const attribute = (await shop.call('POST', '/attributes/', { name: 'Kleur', type: 'menu' })).body;
    const value = async (name: string) =>
      (await shop.call('POST', `/attributes/${attribute.id}/attributevalues/`, { name, default_price: 0 }))
        .body.id;
    const offer = (optionvalue: unknown, more = {}) =>
      shop.call('POST', `${path}/productattributevalues/`, { optionvalue, price: 0, ...more });
    const combinations = () => shop.items(`${path}/attributecombinations/`);
    return { shop, path, product, attribute, value, offer, combinations };
  }

  const wordsOf = (combination: JsonObject | undefined) =>
    objectsIn(combination?.combination).map((each) => (each.attribute_value as { name: string }).name);

  it('are made of the values by the shop: nobody posts or deletes one', async () => {
    const { shop, path, value, offer, combinations } = await withColours();
    await offer(await value('Blauw'), { price: 1, stock: 7 });
    await offer(await value('Rood'), { stock: 3 });
    const found = await combinations();
    expect(found).toMatchObject([
      { stock: 7, netto_extra_price: 1, sku_number: '', active: true },
      { stock: 3, netto_extra_price: 0 },
    ]);
    expect((await shop.call('POST', `${path}/attributecombinations/`, {})).body.code).toBe('405.10');
    expect((await shop.call('DELETE', `/attributecombinations/${found[0]?.id}/`)).body.code).toBe('405.10');
    const changes = { sku_number: 'MOK-B', product_number: 'MOK-B', ean_number: '8710000000017', stock: 5 };
    expect((await shop.call('PATCH', `/attributecombinations/${found[0]?.id}/`, changes)).status).toBe(204);
    expect(await shop.items('/productqueries/?skunumber=MOK-B')).toMatchObject([{ productnumber: 'MOK' }]);
    expect(await shop.items('/productqueries/?mpnnumber=MOK-B')).toEqual([]);
    expect(
      (await shop.call('PATCH', `/attributecombinations/${found[0]?.id}/`, { netto_extra_price: 2 })).status,
    ).toBe(400);
  });

  it('have new ids after a change of options; their numbers and stock stay', async () => {
    const { shop, value, offer, combinations } = await withColours();
    await offer(await value('Blauw'));
    const [before] = await combinations();
    await shop.call('PATCH', `/attributecombinations/${before?.id}/`, { sku_number: 'MOK-B', stock: 4 });
    await offer(await value('Rood'));
    const [after] = await combinations();
    expect(after?.id).not.toBe(before?.id);
    expect(after).toMatchObject({ sku_number: 'MOK-B', stock: 4 });
    expect((await shop.get(`/attributecombinations/${before?.id}/`)).status).toBe(404);
    shop.standIn.change({ combinationIds: 'kept' });
    await offer(await value('Geel'));
    expect((await combinations())[0]?.id).toBe(after?.id);
  });

  it('a further attribute multiplies them; an additional menu does not', async () => {
    const { shop, value, offer, combinations } = await withColours();
    await offer(await value('Blauw'));
    await offer(await value('Rood'));
    const add = async (name: string, type: string, word: string) => {
      const { id } = (await shop.call('POST', '/attributes/', { name, type })).body;
      const own = await shop.call('POST', `/attributes/${id}/attributevalues/`, {
        name: word,
        default_price: 0,
      });
      await offer(own.body.id);
    };
    await add('Maat', 'menu', 'L');
    expect((await combinations()).map(wordsOf)).toEqual([
      ['Blauw', 'L'],
      ['Rood', 'L'],
    ]);
    await add('Inpakken', 'additional_menu', 'Ja');
    expect(await combinations()).toHaveLength(2);
  });

  it('a value that is taken away takes its combinations along', async () => {
    const { shop, path, value, offer, combinations } = await withColours();
    await offer(await value('Blauw'));
    const { body } = await offer(await value('Rood'));
    expect(await shop.items(`${path}/productattributesets/`)).toMatchObject([
      { attributename: 'Kleur', items: [{ optionsname: 'Blauw' }, { optionsname: 'Rood' }] },
    ]);
    await shop.call('PATCH', `/productattributevalues/${body.id}/`, { price: 2 });
    expect((await combinations())[1]).toMatchObject({ netto_extra_price: 2 });
    await shop.call('DELETE', `/productattributevalues/${body.id}/`);
    expect((await combinations()).map(wordsOf)).toEqual([['Blauw']]);
  });

  it('stand once, and have a type that the shop knows', async () => {
    const { shop, attribute, value, offer } = await withColours();
    const blue = await value('Blauw');
    await offer(blue);
    expect((await offer(blue)).body.code).toBe('500.40');
    const again = { name: 'Blauw', default_price: 0 };
    expect((await shop.call('POST', `/attributes/${attribute.id}/attributevalues/`, again)).body.code).toBe(
      '500.40',
    );
    expect((await shop.call('POST', '/attributes/', { name: 'Maat', type: 'dropdown' })).status).toBe(400);
    expect(await shop.items('/attributes/')).toMatchObject([{ type: 'menu', attribute_type: 1 }]);
  });

  it('count by combination only when the stock type says so', async () => {
    const { shop, path, value, offer, product, combinations } = await withColours();
    await offer(await value('Blauw'), { stock: 9 });
    const buy = async () => {
      const [own] = await combinations();
      const row = { product_id: product.id, attribute_combination_id: own?.id, count: 2 };
      const order = { customer: { email: 'a@example.test' }, orderrows: [row], total_shipping: 0 };
      await shop.call('POST', '/orders/', order);
    };
    await buy();
    expect((await combinations())[0]?.stock).toBe(9);
    expect((await shop.get(`${path}/`)).body).toMatchObject({ stock: 118, stocktype: 'Product' });
    await shop.call('PATCH', `${path}/`, { stocktype: 'Attribute' });
    await buy();
    expect((await combinations())[0]?.stock).toBe(7);
    expect((await shop.get(`${path}/`)).body).toMatchObject({ stock: null, stocktype: 'Attribute' });
    const {
      shop: other,
      offer: offerThere,
      value: valueThere,
      path: there,
    } = await withColours({
      stocktypeOfVariants: 'switches',
      stocktypeWords: 'product attribute',
    });
    await offerThere(await valueThere('Blauw'));
    expect((await other.get(`${there}/`)).body.stocktype).toBe('attribute');
  });

  it('a change of one does not move the product, unless the shop is set so', async () => {
    const { shop, path, value, offer, combinations } = await withColours();
    await offer(await value('Blauw'));
    const [own] = await combinations();
    await shop.listen('products.updated');
    const date = async () => (await shop.get(`${path}/`)).body.modifydate;
    const before = await date();
    shop.world.pass(60_000);
    await shop.call('PATCH', `/attributecombinations/${own?.id}/`, { stock: 5 });
    expect(await date()).toBe(before);
    expect(await shop.told()).toEqual([]);
    shop.standIn.change({ movesProducts: ['combinations'] });
    await shop.call('PATCH', `/attributecombinations/${own?.id}/`, { stock: 6 });
    expect(await date()).not.toBe(before);
    expect(await shop.told()).toEqual(['products.updated']);
  });
});

describe('photos', () => {
  const source =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  it('are uploaded, one of them the main one, and lie below the shop', async () => {
    const { shop, path } = await made();
    const photos = `${path}/productphotos/`;
    const first = await shop.call('POST', photos, { file_type: 'png', source, alttext: 'Thee' });
    // The first is not the main one by itself.
    expect(first.body).toMatchObject({ is_mainphoto: false, alttext: 'Thee', filename: '3301.png' });
    expect((await shop.get(`${path}/`)).body.productmainphoto).toBeNull();
    const second = await shop.call('POST', photos, { file_type: 'png', source, is_mainphoto: true });
    await shop.call('PATCH', `/productphotos/${first.body.id}/`, { is_mainphoto: true });
    expect((await shop.items(photos)).map((each) => each.is_mainphoto)).toEqual([true, false]);
    expect((await shop.get(`${path}/`)).body.productmainphoto).toBe(first.body.deeplink);
    const picture = await shop.standIn.handle(
      new Request('https://theemeester.ccvshop.example/img/3301.png'),
    );
    expect(picture.headers.get('Content-Type')).toBe('image/png');
    expect(Buffer.from(await picture.arrayBuffer()).toString('base64')).toBe(source);
    await shop.call('DELETE', `/productphotos/${second.body.id}/`);
    expect(await shop.items(photos)).toHaveLength(1);
    await shop.call('PUT', photos, {
      productphotos: [
        { file_type: 'png', source },
        { file_type: 'png', source },
      ],
    });
    expect((await shop.items(photos)).map(({ filename }) => filename)).toEqual(['3303.png', '3304.png']);
  });

  it('are refused with the codes of the sheet', async () => {
    const { shop, path } = await made({}, { maxPictureBytes: 60 });
    const post = async (body: object) => (await shop.call('POST', `${path}/productphotos/`, body)).body.code;
    expect(await post({ file_type: 'png', source })).toBe('500.21');
    expect(await post({ file_type: 'tiff', source })).toBe('500.22');
    expect(await post({ file_type: 'png', source: `data:image/png;base64,${source}` })).toBe('500.23');
    shop.standIn.change({ maxBodyBytes: 20 });
    expect(await post({ file_type: 'png', source })).toBe('500.80');
  });
});

describe('facts about products', () => {
  it('need the group of the property first, and are read by group', async () => {
    const { shop, path, product } = await made();
    const group = (await shop.call('POST', '/productpropertygroups/', { name: 'Textiel' })).body;
    const properties = `/productpropertygroups/${group.id}/productproperties/`;
    const property = (await shop.call('POST', properties, { name: 'Materiaal', type: 'select' })).body;
    const value = { product_id: product.id, product_property_id: property.id, value: 'katoen' };
    expect((await shop.call('POST', '/productpropertyvalues/', value)).status).toBe(400);
    const link = { product_id: product.id, product_property_group_id: group.id };
    expect((await shop.call('POST', '/producttopropertygroups/', link)).status).toBe(201);
    expect((await shop.call('POST', '/producttopropertygroups/', link)).body.code).toBe('500.40');
    const { body } = await shop.call('POST', '/productpropertyvalues/', value);
    expect((await shop.call('POST', '/productpropertyvalues/', value)).body.code).toBe('500.40');
    expect((await shop.call('PATCH', `/productpropertyvalues/${body.id}/`, { value: 'linnen' })).status).toBe(
      204,
    );
    expect(await shop.items(`${path}/producttopropertygroups/`)).toMatchObject([
      { product_property_group_id: group.id, values: { collection: [{ value: 'linnen' }] } },
    ]);
    await shop.call('POST', `/productproperties/${property.id}/productpropertyoptions/`, { name: 'wol' });
    expect((await shop.call('PATCH', `/productpropertyvalues/${body.id}/`, { value: 'zijde' })).status).toBe(
      400,
    );
    expect((await shop.call('PATCH', `/productpropertyvalues/${body.id}/`, { value: 'wol' })).status).toBe(
      204,
    );
    await shop.call('DELETE', `/productpropertyvalues/${body.id}/`);
    expect((await shop.get(`/productpropertyvalues/${body.id}/`)).status).toBe(404);
  });
});
