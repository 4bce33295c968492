import { expect, test } from 'vitest';
import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { expectedOf } from './expected.ts';
import { inOrder } from './held.ts';
import { MagentoShop } from './magento-shop.ts';
import { afterTheDay, MerchantDay, newPictures } from './merchant-day.ts';
import { PictureNames } from './picture-names.ts';
import { TwoCatalogues } from './two-catalogues.ts';

/** Products that cannot come, by the key of each, and how that is told. */
const left: Readonly<Record<string, string>> = {
  'gift-25': 'unsupported',
  'ab-1-hoofdletters': 'sku_twice',
  'ab-1-klein': 'sku_twice',
  'ab-1-spatie': 'sku_twice',
  'dubbel-een': 'sku_twice',
  'dubbel-twee': 'sku_twice',
  'dubbel-variant': 'sku_twice',
  'dubbel-van-variant': 'sku_twice',
  'zonder-sku': 'no_sku',
  'zonder-sku-ook': 'no_sku',
};

test('x', async () => {
  const shops = new TwoCatalogues('ecwid', 'magento');
  const target = new MagentoShop(shops.played.sandbox);
  await shops.fill();
  for (const [code, label] of [
    ['maat', 'Maat'],
    ['verpakking', 'Verpakking'],
    ['inhoud', 'Inhoud'],
  ] as const)
    await target.addAttribute(code, label, 'select');
  for (const [code, label] of [
    ['ean', 'EAN'],
    ['herkomst', 'Herkomst'],
  ] as const)
    await target.addAttribute(code, label, 'text');
  await shops.configure({
    products: {
      price: { pricesIncludeVat: { target: false } },
      vat: { map: { 21: '2', 9: '4', 0: '5' } },
      attributes: { map: { Herkomst: 'herkomst' } },
    },
    stock: { manage: 'off' },
  });
  await shops.syncAll();
  const way = {
    left: new Set(Object.keys(left)),
    skus: {},
    variantSkus: { 'variant-zonder-sku': 'LINT-rood' },
    groupsHavePrices: false,
    variantsLeave: false,
    levelWithoutSku: 0,
  };
  const names = new PictureNames(newPictures);
  const compare = async (catalogue: Catalogue) => {
    const held = inOrder(await target.holds(names));
    const expected = inOrder(expectedOf(catalogue, way));
    expect(held.categories).toEqual(expected.categories);
    expect(held.products.map(({ sku }) => sku)).toEqual(expected.products.map(({ sku }) => sku));
    expect(held.products).toEqual(expected.products);
  };
  await compare(seedCatalogue);
  console.log(await shops.left());
  console.log(shops.writes());
  await shops.syncAll();
  console.log(shops.writes());
  await new MerchantDay(shops.played, 'ecwid', (shown) => shown).pass();
  await shops.pass();
  console.log(shops.writes());
  for (const each of shops.sentSince()) console.log(each);
  await compare(afterTheDay(seedCatalogue));
}, 60_000);
