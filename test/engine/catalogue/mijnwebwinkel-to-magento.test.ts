import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { withBareVariants } from './bare-variants.ts';
import { expectToHold } from './compare.ts';
import { MagentoShop } from './magento-shop.ts';
import { afterTheDay, MerchantDay } from './merchant-day.ts';
import { TwoCatalogues } from './two-catalogues.ts';

const timeoutMs = 600_000;

/** Products that cannot come, by their keys and names, and what is said of each. */
const left = [
  // One to Magento, which compares without case and outer blanks.
  ['ab-1-hoofdletters', 'Bordje AB', 'sku_twice'],
  ['ab-1-klein', 'Bordje ab klein', 'sku_twice'],
  ['ab-1-spatie', 'Bordje AB met spatie', 'sku_twice'],
  ['dubbel-een', 'Onderzetter kurk', 'sku_twice'],
  ['dubbel-twee', 'Onderzetter vilt', 'sku_twice'],
  ['zonder-sku', 'Theelicht los', 'has no SKU'],
  ['zonder-sku-ook', 'Proefzakje', 'has no SKU'],
] as const;

const way = {
  left: new Set<string>(left.map(([key]) => key)),
  skus: {},
  variantSkus: {},
  groupsHavePrices: false,
  variantsLeave: false,
  levelWithoutSku: 0,
};

/** What an article has no place for does not come from there: a brand, words of a picture, a rate of its own, a switch outside of categories. */
function asFromArticles(catalogue: Catalogue): Catalogue {
  const { categories, products } = withBareVariants(catalogue);
  return {
    categories,
    products: products.map(({ brand: _brand, ...each }) => ({
      ...each,
      vat: each.vat === 'none' ? 'none' : 'standard',
      active: each.active || each.categories.length === 0,
      pictures: each.pictures.map(({ fileName }) => ({ fileName, alt: '' })),
    })),
  };
}

/** The tests are the rounds of one life, in their order. */
describe('the seeded catalogue from MijnWebwinkel to an empty Magento without VAT in its prices', () => {
  const shops = new TwoCatalogues('mijnwebwinkel', 'magento');
  const target = new MagentoShop(shops.played.sandbox);

  beforeAll(async () => {
    await shops.fill();
    for (const [code, label] of [
      ['maat', 'Maat'],
      ['verpakking', 'Verpakking'],
      ['inhoud', 'Inhoud'],
    ] as const) {
      await target.addAttribute(code, label, 'select');
    }
    for (const [code, label] of [
      ['ean', 'EAN'],
      ['herkomst', 'Herkomst'],
    ] as const) {
      await target.addAttribute(code, label, 'text');
    }
    await shops.configure({
      products: {
        // The shop has goods of two rates, and does not say which has which.
        price: { pricesIncludeVat: { target: false }, vatRate: { map: { taxed: '21' } } },
        vat: { map: { taxed: '2', 0: '5' } },
        attributes: { map: { Herkomst: 'herkomst' } },
      },
      stock: { manage: 'off' },
    });
    await shops.syncAll();
  }, timeoutMs);

  test('is there once, field by field', async () => {
    await expectToHold(target, asFromArticles(seedCatalogue), way);
  });

  test('but for what cannot come, each named with its reason', async () => {
    expect(await shops.left()).toEqual(Object.fromEntries(left.map(([, name, why]) => [name, why])));
    // By product, and of levels by SKU.
    expect(shops.problems()).toEqual({ sku_twice: 5, sku_shared: 4 });
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
    'takes as many writes as the changes of the merchant need, and is as it should be again',
    async () => {
      const ways = { bareVariants: true };
      await new MerchantDay(shops.played, 'mijnwebwinkel', (shown) => shown, ways).pass();
      await shops.pass();
      const { 'POST magento /rest/V1/inventory/source-items': levels = 0, ...others } = shops.writes();
      // Of four levels, and of two whose SKU was corrected: under the old one nothing is left until the product has the new one.
      expect(levels).toBeGreaterThan(0);
      expect(levels).toBeLessThanOrEqual(4);
      expect(others).toEqual({
        'PUT magento /rest/all/V1/categories/{id}': 1,
        'PUT magento /rest/all/V1/categories/{id}/move': 1,
        // Two names, two descriptions, a new child and its parent. What stands in no category cannot be switched off.
        'POST magento /rest/all/V1/products': 6,
        'POST magento /rest/all/V1/products/attributes/maat/options': 1,
        // Two SKUs.
        'PUT magento /rest/all/V1/products/{sku}': 2,
        // Two prices; a list price that comes is the price, and the price goes below it; one that goes.
        'POST magento /rest/all/V1/products/base-prices': 4,
        'POST magento /rest/all/V1/products/special-price': 1,
        'POST magento /rest/all/V1/products/special-price-delete': 1,
        'PUT magento /rest/all/V1/products/{sku}/media/{id}': 1,
        'POST magento /rest/all/V1/products/{sku}/media': 1,
      });
      await expectToHold(target, asFromArticles(afterTheDay(seedCatalogue, ways)), way);
    },
    timeoutMs,
  );
});
