/** What the suite of all connectors does not look at, on the stand-in: pictures, attributes, many variants, channels. */
import { expect, test } from 'vitest';
import type { PictureDraft, ProductDraft } from '../../../../src/connectors/contract/products.ts';
import { shopify } from '../../../../src/connectors/shopify/index.ts';
import { productTarget } from '../../../../src/connectors/shopify/products/target.ts';
import { Merchant } from '../../../conformance/catalogue/merchant.ts';
import { draft, group, make, nothing, variant } from '../../../conformance/catalogue/product-drafts.ts';
import type { Candidate } from '../../../conformance/played.ts';

const candidate: Candidate = {
  connector: shopify,
  credentials: { shop: 'demo-winkel', token: 'shpat_sandbox' },
  wrong: { shop: 'demo-winkel', token: 'shpat_wrong' },
  settings: { limits: false },
};

const picture = (version: string, position: number): PictureDraft => ({
  url: `https://pictures.example/${version}.png`,
  version,
  position,
  alt: `Foto ${version}`,
  fileName: `koppel-${version}.png`,
});

const begin = (made: ProductDraft) => make(candidate, productTarget, made);

test('pictures are made with the product, replaced in their place and taken away; the merchant’s own stays', async () => {
  const { written, stand, update, merchant, seen } = await begin({
    ...draft,
    pictures: [picture('b', 1), picture('a', 0)],
  });
  const [a = '', b = ''] = ['a', 'b'].map((version) => written.pictures.get(version) ?? '');
  const ids = async () => ((await stand()).product.images ?? []).map(({ version }) => version);
  expect(await ids()).toEqual([a, b]);
  await merchant.addPicture(seen, 'eigen.png');
  const [, , own = ''] = await ids();
  const { pictures } = await update({
    pictures: { add: [picture('d', 3)], replace: new Map([[a, picture('c', 0)]]), remove: [b] },
  });
  expect(await ids()).toEqual([pictures.get('c'), own, pictures.get('d')]);
  const { product, fileNames } = await stand();
  expect(product.images?.map(({ alt }) => alt).filter(Boolean)).toEqual(['Foto c', 'Foto d']);
  await expect.poll(async () => (await stand()).fileNames.get(pictures.get('c') ?? '')).toBe('koppel-c.png');
  expect(fileNames.has(b)).toBe(false);
});

test('a variant is made with its picture', async () => {
  const { stand, written } = await begin({
    ...group,
    variants: [variant('S'), variant('M', { image: 'b' })],
    pictures: [picture('a', 0), picture('b', 1)],
  });
  const { variants = [], images = [] } = (await stand()).product;
  expect(images).toHaveLength(2);
  expect(variants.map(({ sku, image }) => [sku, image])).toEqual([
    ['CONF-V-S', undefined],
    ['CONF-V-M', written.pictures.get('b')],
  ]);
});

test('attributes are written, changed and taken away', async () => {
  const attributes = [
    { name: 'custom.materiaal', values: ['glas'] },
    { name: 'custom.kleuren', values: ['rood', 'blauw'] },
  ];
  const { stand, update } = await begin({ ...draft, attributes });
  expect((await stand()).product.attributes).toEqual(attributes);
  await update({
    attributes: [
      { name: 'custom.materiaal', values: [] },
      { name: 'custom.kleuren', values: ['groen'] },
    ],
  });
  expect((await stand()).product.attributes).toEqual([{ name: 'custom.kleuren', values: ['groen'] }]);
});

test('230 variants of two options come to be, each once', async () => {
  const variants = Array.from({ length: 230 }, (_, index) => {
    const options = { Maat: `M${index % 23}`, Kleur: `K${Math.floor(index / 23)}` };
    return { sourceId: `s${index}`, sku: `VEEL-${index}`, options, price: `${index + 1}.00` };
  });
  const { stand, written } = await begin({ ...group, options: [], variants });
  const { product } = await stand();
  expect(product.variants).toHaveLength(230);
  for (const { sourceId, sku, options, price } of variants) {
    const made = product.variants?.find(({ id }) => id === written.variants.get(sourceId));
    expect(made).toMatchObject({ sku, options });
    expect(Number(made?.price)).toBe(Number(price));
  }
});

test('a new option is added to a product with variants, and all of them take a value of it', async () => {
  const { stand, update, written } = await begin(group);
  const [s = '', m = ''] = ['S', 'M'].map((size) => written.variants.get(`source-${size}`) ?? '');
  const change = new Map(
    [s, m].map((id, at) => [id, { options: { Maat: at === 0 ? 'S' : 'M', Kleur: 'Rood' } }] as const),
  );
  await update({
    options: [{ name: 'Kleur', values: ['Rood', 'Blauw'] }],
    variants: { add: [variant('L', { options: { Maat: 'L', Kleur: 'Blauw' } })], change, retire: [] },
  });
  const { variants = [] } = (await stand()).product;
  expect(variants.map(({ id, options }) => [id === s || id === m, options])).toEqual([
    [true, { Maat: 'S', Kleur: 'Rood' }],
    [true, { Maat: 'M', Kleur: 'Rood' }],
    [false, { Maat: 'L', Kleur: 'Blauw' }],
  ]);
});

test('variants change without the one of them that is refused', async () => {
  const { api, stand, written } = await begin(group);
  const [s = '', m = ''] = ['S', 'M'].map((size) => written.variants.get(`source-${size}`) ?? '');
  const change = new Map([
    [m, { options: { Maat: 'S' } }],
    [s, { price: '15.5' }],
  ]);
  const { undone, problems } = await productTarget.update(api, await stand(), {
    ...nothing,
    options: [{ name: 'Maat', values: ['S', 'M'] }],
    variants: { add: [], change, retire: [] },
  });
  expect([[...(undone?.variants ?? [])], problems.map(({ kind }) => kind)]).toEqual([[m], ['rejected']]);
  const { variants = [] } = (await stand()).product;
  expect(variants.map(({ id, options, price }) => [id, options.Maat, Number(price)])).toEqual([
    [s, 'S', 15.5],
    [m, 'M', 12.1],
  ]);
});

test('what had no options gets variants, and its article is one of them', async () => {
  const { api, stand, update } = await begin(draft);
  const [place] = (await productTarget.find(api, ['CONF-1'])).get('CONF-1') ?? [];
  const done = await update({
    options: [{ name: 'Maat', values: ['S', 'M'] }],
    variants: { add: [variant('S'), variant('M')], change: new Map(), retire: [] },
  });
  const { variants = [], kind } = (await stand()).product;
  expect(kind).toBe('variants');
  expect(variants.map(({ id, sku, options }) => [id, sku, options])).toEqual([
    [done.variants.get('source-S'), 'CONF-V-S', { Maat: 'S' }],
    [done.variants.get('source-M'), 'CONF-V-M', { Maat: 'M' }],
  ]);
  expect(place?.id.split(':')[1]).toBe(done.variants.get('source-S'));
});

test('a SKU of several products is of each of them, and one without options is its product itself', async () => {
  const { api, played, written } = await begin(draft);
  const second = await productTarget.create(api, draft);
  await expect
    .poll(async () =>
      (await productTarget.find(api, ['CONF-1']))
        .get('CONF-1')
        ?.map((each) => each.productId)
        .toSorted(),
    )
    .toEqual([written.id, second.id].toSorted());
  expect(await new Merchant(played).ids('CONF-1')).toHaveLength(2);
});

test('what is refused is told, and nothing was made of it', async () => {
  const { api, played, update, stand } = await begin(draft);
  const four = ['A', 'B', 'C', 'D'];
  const variants = [variant('X', { options: Object.fromEntries(four.map((name) => [name, '1'])) })];
  await expect(
    productTarget.create(api, { ...group, sku: 'VIER', options: [], variants }),
  ).rejects.toMatchObject({ kind: 'rejected' });
  expect(await new Merchant(played).ids('CONF-V-X')).toHaveLength(0);
  const done = await productTarget.update(api, await stand(), {
    ...nothing,
    attributes: [
      { name: 'custom.stof', values: ['wol'] },
      { name: 'los', values: ['x'] },
    ],
  });
  expect(done.problems.map(({ code }) => code)).toEqual(['attribute_unknown']);
  await update({});
  expect((await stand()).product.attributes).toEqual([{ name: 'custom.stof', values: ['wol'] }]);
});
