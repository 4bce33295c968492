import Big from 'big.js';
import { expect, test } from 'vitest';
import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { EcwidShop } from './ecwid-shop.ts';
import { expectedOf } from './expected.ts';
import { inOrder } from './held.ts';
import { afterTheDay, MerchantDay, newPictures } from './merchant-day.ts';
import { PictureNames } from './picture-names.ts';
import { TwoCatalogues } from './two-catalogues.ts';

test('x', async () => {
  const shops = new TwoCatalogues('magento', 'ecwid');
  const target = new EcwidShop(shops.played.sandbox);
  await shops.fill();
  await shops.configure({
    products: {
      price: { pricesIncludeVat: { source: false }, vatRate: { map: { 2: '21', 4: '9', 5: '0' } } },
      vat: { map: { 2: '9310', 4: '9190', 5: '9100' } },
      attributes: { map: { Herkomst: 'Herkomst' } },
    },
    stock: { manage: 'on' },
  });
  await shops.syncAll();
  const way = {
    left: new Set<string>(),
    skus: {
      'ab-1-klein': 'ab-1-2',
      'ab-1-spatie': 'AB-1-3',
      'dubbel-twee': 'DUBBEL-1-2',
      'dubbel-van-variant': 'DUBBEL-2-2',
      'zonder-sku': 'zonder-sku',
      'zonder-sku-ook': 'zonder-sku-ook',
      'lang-sku': `SKU-${'X'.repeat(56)}`,
    },
    variantSkus: { 'variant-zonder-sku': 'LINT-rood' },
    groupsHavePrices: true,
    variantsLeave: true,
    levelWithoutSku: 80,
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
  await new MerchantDay(shops.played, 'magento', (shown, vatRate) =>
    Big(shown).div(Big(vatRate).div(100).plus(1)).toFixed(2),
  ).pass();
  await shops.pass();
  console.log(shops.writes());
  for (const each of shops.sentSince()) console.log(each);
  await compare(afterTheDay(seedCatalogue));
}, 60_000);
