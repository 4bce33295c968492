import { beforeAll, describe, expect, test } from 'vitest';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { expectToHold } from './compare.ts';
import { MagentoShop } from './magento-shop.ts';
import { afterTheDay, MerchantDay } from './merchant-day.ts';
import { TwoCatalogues } from './two-catalogues.ts';

const timeoutMs = 60_000;

/** Products that cannot come, by their keys and names, and what is said of each. */
const left = [
  ['gift-25', 'Cadeaubon 25 euro', 'a gift card, which cannot be carried'],
  // One to Magento, which compares without case and outer blanks.
  ['ab-1-hoofdletters', 'Bordje AB', 'sku_twice'],
  ['ab-1-klein', 'Bordje ab klein', 'sku_twice'],
  ['ab-1-spatie', 'Bordje AB met spatie', 'sku_twice'],
  // Shared by two products, and by a product and a variant of another.
  ['dubbel-een', 'Onderzetter kurk', 'sku_twice'],
  ['dubbel-twee', 'Onderzetter vilt', 'sku_twice'],
  ['dubbel-variant', 'Servet', 'sku_twice'],
  ['dubbel-van-variant', 'Servetring', 'sku_twice'],
  ['zonder-sku', 'Theelicht los', 'has no SKU'],
  ['zonder-sku-ook', 'Proefzakje', 'has no SKU'],
] as const;

const way = {
  left: new Set<string>(left.map(([key]) => key)),
  skus: {},
  // Magento has no product without a SKU: the child is called after its parent and its choice.
  variantSkus: { 'variant-zonder-sku': 'LINT-rood' },
  groupsHavePrices: false,
  // Ecwid cannot switch off a variation: it says so by having none of it left.
  variantsLeave: false,
  levelWithoutSku: 0,
};

/** The tests are the rounds of one life, in their order. */
describe('the seeded catalogue from Ecwid to an empty Magento without VAT in its prices', () => {
  const shops = new TwoCatalogues('ecwid', 'magento');
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
        price: { pricesIncludeVat: { target: false } },
        vat: { map: { 21: '2', 9: '4', 0: '5' } },
        attributes: { map: { Herkomst: 'herkomst' } },
      },
      stock: { manage: 'off' },
    });
    await shops.syncAll();
  }, timeoutMs);

  test('is there once, field by field', async () => {
    await expectToHold(target, seedCatalogue, way);
  });

  test('but for what cannot come, each named with its reason', async () => {
    expect(await shops.left()).toEqual(Object.fromEntries(left.map(([, name, why]) => [name, why])));
    // By product, and of levels by SKU.
    expect(shops.problems()).toEqual({ sku_twice: 7, sku_shared: 5 });
  });

  test('makes no write when all of it is looked at once more', async () => {
    shops.writes();
    await shops.syncAll();
    expect(shops.writes()).toEqual({});
  });

  test(
    'takes as many writes as twenty changes of the merchant need, and is as it should be again',
    async () => {
      await new MerchantDay(shops.played, 'ecwid', (shown) => shown).pass();
      await shops.pass();
      expect(shops.writes()).toEqual({
        'PUT magento /rest/all/V1/categories/{id}': 1,
        'PUT magento /rest/all/V1/categories/{id}/move': 1,
        // Two names, two descriptions, one that is switched off, a new child and its parent.
        'POST magento /rest/all/V1/products': 7,
        'POST magento /rest/all/V1/products/attributes/maat/options': 1,
        // Two SKUs.
        'PUT magento /rest/all/V1/products/{sku}': 2,
        // Two prices and one of a variant; a list price that comes is the price, and the price goes below it; one that goes.
        'POST magento /rest/all/V1/products/base-prices': 5,
        'POST magento /rest/all/V1/products/special-price': 1,
        'POST magento /rest/all/V1/products/special-price-delete': 1,
        'PUT magento /rest/all/V1/products/{sku}/media/{id}': 1,
        'POST magento /rest/all/V1/products/{sku}/media': 1,
        'POST magento /rest/V1/inventory/source-items': 1,
      });
      await expectToHold(target, afterTheDay(seedCatalogue), way);
    },
    timeoutMs,
  );
});
