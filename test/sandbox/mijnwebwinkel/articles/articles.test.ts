import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../../sandbox/kit/catalogue/pictures.ts';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

const stocks = (article: JsonObject) => objectsIn(article.variants).map(({ stock }) => stock);
const variantNames = (article: JsonObject) =>
  objectsIn(article.variants).map(({ id, options }) => [id, ...objectsIn(options).map(({ name }) => name)]);

describe('the list of articles', () => {
  it('has a hundred in the seed, ten to a page, with no search for a SKU', async () => {
    const shop = new TestShop({ seeded: true });
    expect(await shop.rows('/articles')).toHaveLength(10);
    expect((await shop.get('/articles/count')).json).toEqual({ count: 100 });
    const all = await shop.all('/articles');
    expect(await shop.all('/articles?sku=MOK-EM')).toEqual(all);
    expect(all.filter(({ sku }) => sku === 'DUBBEL-1')).toHaveLength(2);
    expect(all.filter(({ sku }) => sku === '').length).toBeGreaterThan(1);
  });

  it('takes the last of a name that is repeated, as PHP does, and all of one with brackets', async () => {
    const shop = new TestShop({ seeded: true });
    const ids = async (query: string) => (await shop.rows(`/articles?${query}`)).map(({ id }) => id);
    expect(await ids('ids=500101')).toEqual([500101]);
    expect(await ids('ids=500101&ids=500103')).toEqual([500103]);
    expect(await ids('ids[]=500101&ids[]=500103')).toEqual([500101, 500103]);
    const { uuid } = await shop.article('ZEEF');
    expect(await ids(`uuids=${uuid}`)).toEqual([500103]);
  });

  it('is filtered by the moment of change, which a sale need not move', async () => {
    const shop = new TestShop({ seeded: true });
    const since = '/articles?changed_start_date=2026-03-10%2013%3A00%3A00';
    expect(await shop.rows(since)).toEqual([]);
    await shop.control('POST', '/sales', sale(500103));
    expect(await shop.rows(since)).toEqual([]);
    expect((await shop.article('ZEEF')).stock).toBe(219);
    shop.standIn.change({ salesMoveUpdated: true });
    await shop.control('POST', '/sales', sale(500103));
    await shop.call('PATCH', '/articles/500101', { badge_text: 'Nieuw' });
    expect((await shop.rows(since)).map(({ id }) => id)).toEqual([500101, 500103]);
  });

  it('has prices as text, the offer beside the price it replaces, and empty maps as lists', async () => {
    const shop = new TestShop({ seeded: true });
    expect(await shop.article('ACTIE-1')).toMatchObject({ price: { default: '40.00', action: '29.95' } });
    expect(await shop.article('OB-1')).toMatchObject({ stock: null, extra: { visible: [] } });
    expect(await shop.article('GIFT-25')).toMatchObject({ taxable: false, stock: null });
    const barcodes = (await shop.all('/articles')).map(({ extra }) => {
      const { visible, invisible } = extra as Record<string, JsonObject>;
      return [visible?.barcode !== undefined, invisible?.barcode !== undefined].join();
    });
    expect(new Set(barcodes)).toEqual(new Set(['false,true', 'true,false', 'false,false']));
  });

  it('forgets what was deleted, and tells of it nowhere', async () => {
    const shop = new TestShop({ seeded: true });
    const { status, json } = await shop.call('DELETE', '/articles/500103');
    expect([status, typeof json]).toEqual([200, 'string']);
    expect((await shop.get('/articles/500103')).status).toBe(404);
    expect((await shop.get('/articles/count')).json).toEqual({ count: 99 });
  });

  it('is reached by the number of the shop’s own addresses as well', async () => {
    const shop = new TestShop({ seeded: true });
    const mug = await shop.article('MOK-EM');
    const [page] = objectsIn(mug.categories);
    expect(page?.article_url_id).not.toBe(mug.id);
    expect((await shop.get(`/articles/${page?.article_url_id}?use_url_id=true`)).body.id).toBe(mug.id);
    expect((await shop.get(`/articles/${page?.article_url_id}`)).status).toBe(404);
  });
});

describe('an article that is written', () => {
  it('is made with what was sent, numbers as text or text as numbers, and answers 200', async () => {
    const shop = new TestShop({ seeded: true, validated: false });
    const { status, body } = await shop.call('POST', '/articles', {
      name: 'Thee 100 g',
      sku: 'THEE100',
      price: { default: 5.45, purchase: '2.1' },
      stock: '120',
      extra: { invisible: { weight: '0.10' }, visible: [] },
      categories: [{ category_id: 503 }, { category_id: 504, is_main: true }],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: expect.any(Number),
      sku: 'THEE100',
      price: { default: '5.45', action: null, purchase: '2.10' },
      stock: 120,
      extra: { visible: [], invisible: { weight: '0.10' } },
      categories: [
        { category_id: 503, is_active: true, is_main: false },
        { category_id: 504, is_main: true },
      ],
    });
  });

  it.each<readonly [string, JsonObject]>([
    ['no name', { sku: 'X' }],
    ['a rate of VAT, which it does not have', { name: 'X', tax: 21 }],
    ['a page that there is not', { name: 'X', categories: [{ category_id: 9 }] }],
    ['a list without options', { name: 'X', lists: [{ id: 41, options: [] }] }],
    ['an option of another list', { name: 'X', lists: [{ id: 41, options: [{ id: 999, image_ids: [] }] }] }],
    ['a price that is no decimal', { name: 'X', price: { default: '5,45' } }],
    [
      'sixteen pictures',
      { name: 'X', images: Array.from({ length: 16 }, () => ({ url: 'https://x.example.com/a.png' })) },
    ],
    ['the sixteenth place', { name: 'X', images: [{ url: 'https://x.example.com/a.png', position: 16 }] }],
  ])('is refused with %s', async (_, body) => {
    const shop = new TestShop({ seeded: true, settings: { fetchesPictures: false } });
    const { status, text } = await shop.call('POST', '/articles', body);
    expect([404, 422], text).toContain(status);
    expect((await shop.get('/articles/count')).json).toEqual({ count: 100 });
  });

  it('is on the pages that a change names, or on those as well', async () => {
    const shop = new TestShop({ seeded: true });
    const pages = async () =>
      objectsIn((await shop.article('MOK-EM')).categories).map((each) => each.category_id);
    expect(await pages()).toHaveLength(2);
    await shop.call('PATCH', '/articles/500101', { categories: [{ category_id: 503 }] });
    expect(await pages()).toEqual([503]);
    shop.standIn.change({ categoriesOnPatch: 'add' });
    await shop.call('PATCH', '/articles/500101', { categories: [{ category_id: 504 }] });
    expect(await pages()).toEqual([503, 504]);
  });

  it('has fields of the merchant’s own, seen or not; some are taken away by a DELETE with a body', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.call('POST', '/articlefields/500101', { Materiaal: 'klei' });
    await shop.call('POST', '/articlefields/500101?visible=false', { hs: '6912' });
    expect((await shop.article('MOK-EM')).extra).toMatchObject({
      visible: { Materiaal: 'klei' },
      invisible: { hs: '6912' },
    });
    await shop.call('DELETE', '/articlefields/500101', ['Materiaal', 'Merk']);
    expect((await shop.article('MOK-EM')).extra).toMatchObject({ visible: [] });
  });
});

describe('stock', () => {
  it('is set one article at a time, all of its variants together, and is a plain number', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.call('PATCH', '/articles/500103', { stock: 7 });
    await shop.call('PATCH', '/articles/500101', {
      variants: [
        { id: 901, stock: 5 },
        { id: 903, stock: null },
      ],
    });
    expect((await shop.article('ZEEF')).stock).toBe(7);
    expect(stocks(await shop.article('MOK-EM'))).toEqual([5, 201, null]);
    expect((await shop.call('PATCH', '/articles', [{ id: 500103, stock: 8 }])).status).toBe(405);
    expect((await shop.call('PATCH', '/articles/500101', { variants: [{ id: 1, stock: 5 }] })).status).toBe(
      422,
    );
    expect((await shop.call('PATCH', '/articles/500103', { stock: 1.5 })).status).toBe(422);
  });

  it('of an article with variants is their sum, and what is written there is lost; or a number of its own', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.call('PATCH', '/articles/500101', { stock: 9 });
    expect((await shop.article('MOK-EM')).stock).toBe(603);
    shop.standIn.change({ stockWithVariants: 'own' });
    expect((await shop.article('MOK-EM')).stock).toBe(200);
    await shop.call('PATCH', '/articles/500101', { stock: 9 });
    expect((await shop.article('MOK-EM')).stock).toBe(9);
  });

  it('falls by a sale at once, of the variant that was chosen; nothing falls that is not counted', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.control('POST', '/sales', sale(500101, 4, [{ list: 'Kleur', name: 'Mosgroen' }]));
    await shop.control('POST', '/sales', sale(500131));
    expect(stocks(await shop.article('MOK-EM'))).toEqual([200, 201, 198]);
    expect((await shop.article('GIFT-25')).stock).toBeNull();
    await shop.control('PUT', '/stock/MOK-EM-MOSGROEN', { pieces: 2 });
    expect(stocks(await shop.article('MOK-EM'))).toEqual([200, 201, 2]);
    await shop.control('PUT', '/stock/ZEEF', { pieces: 'unlimited' });
    expect((await shop.article('ZEEF')).stock).toBeNull();
  });
});

describe('choices and variants', () => {
  it('case W1: a renamed option keeps its variant, an added one gets a variant of its own', async () => {
    const shop = new TestShop({ seeded: true });
    const mug = await shop.article('MOK-EM');
    const before = variantNames(mug);
    await shop.control('PATCH', '/products/500101/variants/902', { options: { Kleur: 'Crème' } });
    const { body } = await shop.control('POST', '/products/500101/variants', {
      options: { Kleur: 'Roze' },
      pieces: 6,
    });
    const after = await shop.article('MOK-EM');
    expect(variantNames(after)).toEqual([
      [901, 'Blauw'],
      [902, 'Crème'],
      [903, 'Mosgroen'],
      [Number(body.id), 'Roze'],
    ]);
    expect(stocks(after)).toEqual([200, 201, 202, 6]);
    expect(before).toHaveLength(3);
  });

  it('may get other ids when the options change', async () => {
    const shop = new TestShop({ seeded: true, settings: { variantIds: 'new' } });
    await shop.control('POST', '/products/500101/variants', { options: { Kleur: 'Roze' } });
    const after = await shop.article('MOK-EM');
    expect(variantNames(after).map(([id]) => id)).not.toContain(901);
    expect(stocks(after).slice(0, 3)).toEqual([200, 201, 202]);
  });

  it('a variant has no SKU and no price, whoever asks', async () => {
    const shop = new TestShop({ seeded: true });
    const [variant] = objectsIn((await shop.article('MOK-EM')).variants);
    expect(Object.keys(variant ?? {})).toEqual(['id', 'options', 'stock', 'can_backorder']);
    expect(
      (await shop.control('POST', '/products/500101/variants', { sku: 'X', options: { Kleur: 'Y' } })).status,
    ).toBe(409);
    expect((await shop.control('PATCH', '/products/500101/variants/901', { price: '3.00' })).status).toBe(
      409,
    );
    expect((await shop.call('PATCH', '/articles/500101', { variants: [{ id: 901, sku: 'X' }] })).status).toBe(
      422,
    );
  });

  it('a list that is sent is the whole list: what it leaves out is detached with its variants', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.call('PATCH', '/articles/500101', {
      lists: [{ id: 41, options: [{ id: 72, image_ids: [] }] }],
    });
    expect(variantNames(await shop.article('MOK-EM'))).toEqual([[902, 'Gebroken wit']]);
    await shop.call('PATCH', '/articles/500101', { name: 'Mok' });
    expect(variantNames(await shop.article('MOK-EM'))).toHaveLength(1);
    await shop.call('PATCH', '/articles/500101', { lists: [] });
    expect(await shop.article('MOK-EM')).toMatchObject({ lists: [], variants: [] });
  });

  it('options are added to a list of the store, and offered by an article once it says so', async () => {
    const shop = new TestShop({ seeded: true });
    const { body } = await shop.call('POST', '/articlelistoptions/41', [{ name: 'Roze', price: '1.5' }]);
    const rose = objectsIn(body.options).at(-1);
    expect(rose).toMatchObject({ name: 'Roze', price: '1.50' });
    expect(variantNames(await shop.article('MOK-EM'))).toHaveLength(3);
    const options = [71, Number(rose?.id)].map((id) => ({ id, image_ids: [] }));
    await shop.call('PATCH', '/articles/500101', { lists: [{ id: 41, options }] });
    expect(variantNames(await shop.article('MOK-EM'))).toHaveLength(2);
    await shop.call('DELETE', '/articlelistoptions/41', ['Roze']);
    expect(variantNames(await shop.article('MOK-EM'))).toEqual([[901, 'Blauw']]);
    expect((await shop.call('POST', '/articlelistoptions/41', [{ name: 'Blauw' }])).status).toBe(422);
    expect((await shop.call('POST', '/articlelists', { name: 'Maat' })).status).toBe(404);
  });

  it('whole lists are hung on an article and taken off: there the id is the article’s', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.call('POST', '/articlelists/500103', [41]);
    const strainer = await shop.article('ZEEF');
    expect(objectsIn(strainer.variants).length).toBeGreaterThan(2);
    expect(new Set(stocks(strainer))).toEqual(new Set([220]));
    await shop.call('DELETE', '/articlelists/500103', [41]);
    expect(await shop.article('ZEEF')).toMatchObject({ lists: [], variants: [] });
  });

  it('an option adds to the price of what is ordered', async () => {
    const shop = new TestShop({ seeded: true });
    const matcha = await shop.article('PPV');
    const [list] = objectsIn(matcha.lists);
    expect(objectsIn(list?.options).map(({ name, price }) => [name, price])).toEqual([
      ['30 g', '0.00'],
      ['100 g', '30.50'],
      ['250 g', '91.45'],
    ]);
    expect((await shop.control('GET', `/products/${matcha.id}`)).body).toMatchObject({
      variants: [{ price: '18.50' }, { price: '49.00' }, { price: '109.95' }],
    });
  });
});

describe('pictures', () => {
  const urls = (article: JsonObject) =>
    objectsIn(article.images).map(({ urls: each }) => (each as { full: string }).full);

  it('are fetched from an address, served, kept by id, and gone when a set leaves them out', async () => {
    const shop = new TestShop({ seeded: true });
    const bytes = pictureOf('elsewhere.png');
    shop.respond = async ({ url }) =>
      url.endsWith('/mok.png') ? new Response(bytes) : new Response(null, { status: 404 });
    const [before] = objectsIn((await shop.article('ZEEF')).images);
    const images = [
      { url: 'https://x.example.com/mok.png', position: 1 },
      { id: before?.id ?? null, position: 2 },
    ];
    await shop.call('PATCH', '/articles/500103', { images });
    const both = await shop.article('ZEEF');
    expect(objectsIn(both.images)).toMatchObject([
      { position: '1', original_name: 'mok.png' },
      { id: before?.id, position: '2' },
    ]);
    const served = await shop.standIn.handle(new Request(urls(both)[0]?.replace('/mijnwebwinkel', '') ?? ''));
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(new Uint8Array(bytes));
    await shop.call('PATCH', '/articles/500103', { images: [{ id: objectsIn(both.images)[0]?.id ?? null }] });
    expect(urls(await shop.article('ZEEF'))).toEqual([urls(both)[0]]);
  });

  it('are refused where nothing can be fetched, or where it is no picture', async () => {
    const shop = new TestShop({ seeded: true });
    const images = [{ url: 'https://x.example.com/none.png' }];
    expect((await shop.call('PATCH', '/articles/500103', { images })).status).toBe(422);
    shop.respond = async () => new Response('<html></html>');
    expect((await shop.call('PATCH', '/articles/500103', { images })).status).toBe(422);
    expect((await shop.call('PATCH', '/articles/500103', { images: [{ url: 'mok.png' }] })).status).toBe(422);
  });

  it('are sent as base64, and deleted by their own id', async () => {
    const shop = new TestShop({ seeded: true });
    const content = Buffer.from(pictureOf('sent.png')).toString('base64');
    const sent = { filename: 'sent.png', position: 1, content };
    expect((await shop.call('POST', '/articles/uploadImage/500103', sent)).status).toBe(200);
    const images = objectsIn((await shop.article('ZEEF')).images);
    expect(images[0]).toMatchObject({ original_name: 'sent.png', position: '1' });
    expect((await shop.call('DELETE', `/deleteImage/${images[0]?.id}`)).status).toBe(204);
    expect(objectsIn((await shop.article('ZEEF')).images)).toHaveLength(images.length - 1);
    for (const wrong of ['no base64!', btoa('no picture')]) {
      expect(
        (await shop.call('POST', '/articles/uploadImage/500103', { ...sent, content: wrong })).status,
      ).toBe(422);
    }
  });
});

function sale(articleId: number, quantity = 1, options: JsonObject[] = []): JsonObject {
  return {
    buyer: { name: 'Ada Vis', zipcode: '9711AA', city: 'Groningen', email: 'ada@example.com' },
    lines: [{ articleId, name: 'X', price: '10.00', quantity, options }],
  };
}
