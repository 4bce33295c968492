import Big from 'big.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { expectToHold } from './compare.ts';
import { afterTheDay, MerchantDay } from './merchant-day.ts';
import { MijnwebwinkelShop } from './mijnwebwinkel-shop.ts';
import { takenApart } from './taken-apart.ts';
import { TwoCatalogues } from './two-catalogues.ts';

const timeoutMs = 600_000;

const way = {
  left: new Set<string>(),
  // As Magento has them, which knows no two products of one SKU, and none without.
  skus: {
    'ab-1-klein': 'ab-1-2',
    'ab-1-spatie': 'AB-1-3',
    'dubbel-twee': 'DUBBEL-1-2',
    'dubbel-van-variant': 'DUBBEL-2-2',
    'zonder-sku': 'zonder-sku',
    'zonder-sku-ook': 'zonder-sku-ook',
    'lang-sku': `SKU-${'X'.repeat(56)}`,
  },
  variantSkus: {},
  groupsHavePrices: true,
  variantsLeave: false,
  levelWithoutSku: 0,
};

/** What an article has no place for is not there: a brand, a short text, words of a picture, a rate of its own, and a switch outside of categories. */
function asArticles(catalogue: Catalogue): Catalogue {
  const { categories, products } = takenApart(catalogue, { 'variant-zonder-sku': 'LINT-rood' });
  return {
    categories,
    products: products.map(({ brand: _brand, shortDescription: _text, ...each }) => ({
      ...each,
      vat: each.vat === 'none' ? 'none' : 'standard',
      active: each.active || each.categories.length === 0,
      pictures: each.pictures.map(({ fileName }) => ({ fileName, alt: '' })),
    })),
  };
}

/** The tests are the rounds of one life, in their order. */
describe('the seeded catalogue from a Magento without VAT in its prices to an empty MijnWebwinkel', () => {
  const shops = new TwoCatalogues('magento', 'mijnwebwinkel');
  const target = new MijnwebwinkelShop(shops.played.sandbox);

  beforeAll(async () => {
    await shops.fill();
    await shops.configure({
      products: {
        price: { pricesIncludeVat: { source: false }, vatRate: { map: { 2: '21', 4: '9', 5: '0' } } },
        vat: { map: { 2: 'taxed', 4: 'taxed', 5: 'untaxed' } },
        attributes: { map: { Herkomst: 'Herkomst' } },
      },
    });
    await shops.syncAll();
  }, timeoutMs);

  test('is there once, field by field', async () => {
    await expectToHold(target, asArticles(seedCatalogue), way);
  });

  test('and each picture was sent once, whatever batches ended in between', () => {
    const sent = asArticles(seedCatalogue).products.flatMap(({ pictures }) => pictures).length;
    expect(shops.writes()).toMatchObject({ 'POST mijnwebwinkel /v1/articles/uploadImage/{id}': sent });
  });

  test('and all of it can come', async () => {
    expect(await shops.left()).toEqual({});
    expect(shops.problems()).toEqual({});
  });

  test(
    'makes no write when all of it is looked at once more',
    async () => {
      shops.writes();
      await shops.syncAll();
      expect(shops.writes()).toEqual({});
    },
    timeoutMs,
  );

  test(
    'takes as many writes as twenty changes of the merchant need, and is as it should be again',
    async () => {
      const net = (shown: string, vatRate: number) =>
        Big(shown).div(Big(vatRate).div(100).plus(1)).toFixed(2);
      await new MerchantDay(shops.played, 'magento', net).pass();
      await shops.pass();
      expect(shops.writes()).toEqual({
        'PATCH mijnwebwinkel /v1/categories/{id}': 2,
        // A variant that is new.
        'POST mijnwebwinkel /v1/articles': 1,
        // Eleven products, and four levels. What stands in no category is not hidden by any call.
        'PATCH mijnwebwinkel /v1/articles/{id}': 15,
        // Those of the new one, and two of others.
        'POST mijnwebwinkel /v1/articles/uploadImage/{id}': 5,
        'DELETE mijnwebwinkel /v1/deleteImage/{id}': 1,
      });
      expect(shops.problems()).toEqual({ product_shown: 1 });
      await expectToHold(target, asArticles(afterTheDay(seedCatalogue)), way);
    },
    timeoutMs,
  );
});
