import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

let shop: TestShop;

const mug: JsonObject = {
  sku: 'MUG',
  name: 'Emaille mok',
  price: 11.9,
  quantity: 60,
  description: '<p>350 ml</p>',
  attributes: [
    { alias: 'UPC', value: '0006381333931' },
    { alias: 'BRAND', value: 'Nordwind' },
  ],
};

async function create(body: JsonObject, query = ''): Promise<number> {
  const { status, body: answer, text } = await shop.call('POST', `/products${query}`, body);
  expect(status, text).toBe(200);
  return Number(answer.id);
}

beforeEach(() => {
  shop = new TestShop();
});

describe('a product', () => {
  it('is shown with what the store adds to it', async () => {
    const id = await create(mug);
    expect((await shop.get(`/products/${id}`)).body).toMatchObject({
      id,
      sku: 'MUG',
      name: 'Emaille mok',
      nameTranslated: { nl: 'Emaille mok' },
      price: 11.9,
      defaultDisplayedPriceFormatted: '€11,90',
      unlimited: false,
      quantity: 60,
      inStock: true,
      enabled: true,
      created: '2026-03-10 12:00:00 +0000',
      updateTimestamp: Date.parse('2026-03-10T12:00:00Z') / 1000,
      tax: {
        taxable: true,
        enabledManualTaxes: [9310],
        defaultLocationIncludedTaxRate: 21,
        taxClassCode: 'default',
      },
      attributes: [
        { name: 'UPC', type: 'UPC', value: '0006381333931', show: 'DESCR' },
        { name: 'Brand', type: 'BRAND', value: 'Nordwind', show: 'DESCR' },
      ],
      media: { images: [], videos: [] },
      combinations: [],
      categoryIds: [],
    });
  });

  it.each(['sku', 'name', 'price'])('is refused without %s', async (name) => {
    const { [name]: _, ...rest } = mug;
    const { status, body } = await shop.call('POST', '/products', rest);
    expect([status, body.errorMessage]).toEqual([400, `Field Product.${name} is absent`]);
  });

  it('is refused with a field of a wrong kind, and nothing is made', async () => {
    for (const wrong of [
      { price: '12' },
      { price: -1 },
      { enabled: 1 },
      { quantity: 1.5 },
      { categoryIds: ['1'] },
    ]) {
      expect((await shop.call('POST', '/products', { ...mug, ...wrong })).status).toBe(400);
    }
    expect((await shop.call('POST', '/products', { ...mug, categoryIds: [77] })).body.errorCode).toBe(
      'CATEGORIES_NOT_FOUND',
    );
    expect((await shop.call('POST', '/products', { ...mug, costPrice: -1 })).body.errorCode).toBe(
      'COST_PRICE_CANT_BE_NEGATIVE',
    );
    expect((await shop.get('/products')).body.total).toBe(0);
  });

  it.each([
    [{ quantity: 2 }, 'CANT_BE_NULL'],
    [{ quantity: 2, price: -1 }, 'CANT_BE_NEGATIVE'],
    [{ quantity: 2, price: 12 }, 'TOO_BIG'],
    [{ quantity: 1, price: 10 }, 'QUANTITY_TOO_SMALL'],
  ])('is refused with the wholesale price %j', async (price, code) => {
    const { status, body } = await shop.call('POST', '/products', { ...mug, wholesalePrices: [price] });
    expect([status, body.errorCode]).toEqual([400, `WHOLESALE_PRICES_${code}`]);
    await create({ ...mug, wholesalePrices: [{ quantity: 10, price: 9.5 }] });
  });

  it('is changed in part; null takes a value away; the time of change moves', async () => {
    const id = await create({ ...mug, compareToPrice: 14.9 });
    shop.world.pass(60_000);
    const { body } = await shop.call('PUT', `/products/${id}?returnItem=true&responseFields=item(price)`, {
      price: 12.9,
    });
    expect(body).toEqual({ updateCount: 1, item: { price: 12.9 } });
    expect((await shop.call('PUT', `/products/${id}`, { compareToPrice: null })).body).toEqual({
      updateCount: 1,
    });
    const after = (await shop.get(`/products/${id}`)).body;
    expect(after).toMatchObject({
      price: 12.9,
      name: 'Emaille mok',
      quantity: 60,
      updated: '2026-03-10 12:01:00 +0000',
    });
    expect(after).not.toHaveProperty('compareToPrice');
  });

  it('has its attributes replaced as a whole; those that its type lacks are ignored, or refused', async () => {
    const id = await create(mug);
    const attributes = [
      { name: 'Brand', value: 'Zuidwind', show: 'NOTSHOW' },
      { name: 'Herkomst', value: 'Polen' },
    ];
    await shop.call('PUT', `/products/${id}`, { attributes });
    expect(
      (await shop.get(`/products/${id}?responseFields=attributes(name,value,show)`)).body.attributes,
    ).toEqual([{ name: 'Brand', value: 'Zuidwind', show: 'NOTSHOW' }]);
    shop.standIn.change({ unknownAttributes: 'refused' });
    expect((await shop.call('PUT', `/products/${id}`, { attributes })).status).toBe(400);
  });

  it('has translations; a language that is not enabled is refused', async () => {
    const id = await create({ ...mug, nameTranslated: { en: 'Enamel mug' } });
    await shop.call('PUT', `/products/${id}`, { name: 'Mok' });
    expect((await shop.get(`/products/${id}?responseFields=name,nameTranslated`)).body).toEqual({
      name: 'Mok',
      nameTranslated: { nl: 'Mok', en: 'Enamel mug' },
    });
    expect((await shop.get(`/products/${id}?lang=en`)).body.name).toBe('Enamel mug');
    const refused = await shop.call('PUT', `/products/${id}`, { nameTranslated: { pl: 'Kubek' } });
    expect(refused.body.errorCode).toBe('LANGUAGES_NOT_ALLOWED');
  });

  it('may share its SKU with another, unless the store forbids it; an external id is one product’s', async () => {
    await create({ ...mug, externalReferenceId: 'ERP-1' });
    await create(mug);
    const taken = await shop.call('POST', '/products', { ...mug, externalReferenceId: 'ERP-1' });
    expect([taken.status, taken.body.errorCode]).toEqual([409, 'EXTERNAL_ID_ALREADY_USED']);
    expect(await shop.items('/products?externalReferenceId=ERP-1')).toHaveLength(1);
    shop.standIn.change({ duplicateSkus: false });
    const refused = await shop.call('POST', '/products', mug);
    expect([refused.status, refused.body.errorCode]).toEqual([409, 'SKU_ALREADY_EXISTS']);
  });

  it('that was deleted is gone and stands in the history; all of them need a scope of their own', async () => {
    const id = await create(mug);
    expect((await shop.call('DELETE', `/products/${id}`)).body).toEqual({ deleteCount: 1 });
    expect((await shop.get(`/products/${id}`)).body).toEqual({
      errorMessage: `Product #${id} not found`,
      errorCode: 'PRODUCT_NOT_FOUND',
    });
    expect(await shop.items('/products/deleted')).toEqual([{ id, date: '2026-03-10 12:00:00 +0000' }]);
    await create(mug);
    expect((await shop.call('DELETE', '/products')).status).toBe(403);
    shop.standIn.change({ scopes: ['read_catalog', 'update_catalog_batch_delete'] });
    const gone = await shop.call('DELETE', '/products');
    expect([gone.status, gone.text]).toEqual([202, '']);
    expect(await shop.ids('/products')).toEqual([]);
  });

  it('tells of every change, also of one that came over the API', async () => {
    shop.standIn.change({ webhookUrl: 'https://koppel.example.com/hook' });
    const id = await create(mug);
    await shop.call('PUT', `/products/${id}/inventory`, { quantityDelta: 1 });
    await shop.call('POST', `/products/${id}/combinations`, { options: [{ name: 'Kleur', value: 'Rood' }] });
    await shop.call('DELETE', `/products/${id}`);
    await shop.run(1000);
    expect(shop.received.map(({ body }) => [body.eventType, body.entityId])).toEqual([
      ['product.created', id],
      ['product.updated', id],
      ['product.updated', id],
      ['product.deleted', id],
    ]);
    expect(shop.received[0]?.body).not.toHaveProperty('data');
  });
});

describe('the search for products', () => {
  let first: number;
  let second: number;

  beforeEach(async () => {
    first = await create(mug);
    shop.world.pass(3_600_000);
    second = await create({
      sku: 'AB-1 ',
      name: 'Zeefje',
      price: 8.25,
      compareToPrice: 9,
      unlimited: true,
      enabled: false,
    });
    await shop.call('POST', `/products/${second}/combinations`, {
      options: [{ name: 'Kleur', value: 'Rood' }],
      sku: 'ZEEF-ROOD',
      quantity: 0,
    });
  });

  it.each([
    ['sku=MUG', ['mug']],
    ['sku=mug', []],
    ['sku=ZEEF-ROOD', ['sieve']],
    ['sku=AB-1', []],
    ['sku=AB-1%20', ['sieve']],
    ['sku=MUG&enabled=false', ['mug']],
    ['keyword=mok', ['mug']],
    ['keyword=mo', []],
    ['keyword=mo*', ['mug']],
    ['keyword=nordwind', ['mug']],
    ['keyword=rood', ['sieve']],
    ['enabled=false', ['sieve']],
    ['priceFrom=8.25&priceTo=9', ['sieve']],
    ['onsale=onsale', ['sieve']],
    ['inStock=true', ['mug', 'sieve']],
    ['inventory=outofstock', []],
    ['createdTo=2026-03-10%2012:30:00', ['mug']],
    ['updatedFrom=2026-03-10%2013:00:00', ['sieve']],
    ['attribute_Brand=Zuidwind,Nordwind', ['mug']],
    ['option_Kleur=Rood', ['sieve']],
    ['enabledManualTaxes=none', []],
    ['category=0', []],
    ['sortBy=PRICE_ASC', ['sieve', 'mug']],
    ['sortBy=NAME_DESC', ['sieve', 'mug']],
    ['sortBy=UPDATED_TIME_ASC', ['mug', 'sieve']],
  ])('%s', async (query, names) => {
    const found = (await shop.ids(`/products?${query}`)).map((id) => (id === first ? 'mug' : 'sieve'));
    expect(found).toEqual(names);
  });

  it('is by id before all else, in pages, and refuses an order that there is not', async () => {
    expect(await shop.ids(`/products?productId=${second},9&sku=MUG`)).toEqual([second]);
    expect((await shop.get('/products?limit=1&offset=1&responseFields=total,count,items(id)')).body).toEqual({
      total: 2,
      count: 1,
      items: [{ id: second }],
    });
    expect((await shop.get('/products?sortBy=COLOUR_ASC')).status).toBe(400);
  });

  it('runs behind by the lag; reading by id does not', async () => {
    shop.standIn.change({ searchLagMs: 5000 });
    await shop.call('PUT', `/products/${first}`, { price: 1 });
    expect((await shop.items('/products?sku=MUG'))[0]?.price).toBe(11.9);
    expect((await shop.get(`/products/${first}`)).body.price).toBe(1);
    shop.world.pass(5000);
    expect((await shop.items('/products?sku=MUG'))[0]?.price).toBe(1);
  });

  it('knows the brands in use, and when something last changed', async () => {
    expect((await shop.items('/brands')).map(({ name }) => name)).toEqual(['Nordwind']);
    expect((await shop.get('/latest-stats')).body.productsUpdated).toBe('2026-03-10 13:00:00 +0000');
  });
});
