import Big from 'big.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { expectToHold } from './compare.ts';
import { EcwidShop } from './ecwid-shop.ts';
import { afterTheDay, MerchantDay } from './merchant-day.ts';
import { TwoCatalogues } from './two-catalogues.ts';

const timeoutMs = 60_000;

const way = {
  left: new Set<string>(),
  // Magento has no two products of one SKU, none without, and none of 64 characters in this catalogue.
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
  // Ecwid cannot switch off a variation, so that one which is off is not made.
  variantsLeave: true,
  levelWithoutSku: 80,
};

/** The tests are the rounds of one life, in their order. */
describe('the seeded catalogue from a Magento without VAT in its prices to an empty Ecwid', () => {
  const shops = new TwoCatalogues('magento', 'ecwid');
  const target = new EcwidShop(shops.played.sandbox);

  beforeAll(async () => {
    await shops.fill();
    await shops.configure({
      products: {
        price: { pricesIncludeVat: { source: false }, vatRate: { map: { 2: '21', 4: '9', 5: '0' } } },
        vat: { map: { 2: '9310', 4: '9190', 5: '9100' } },
        attributes: { map: { Herkomst: 'Herkomst' } },
      },
      // What Ecwid is not told a number of it does not count.
      stock: { manage: 'on' },
    });
    await shops.syncAll();
  }, timeoutMs);

  test('is there once, field by field', async () => {
    await expectToHold(target, seedCatalogue, way);
  });

  test('and each picture was sent once, whatever batches ended in between', () => {
    const sent = seedCatalogue.products.flatMap(({ pictures }) => pictures).length;
    const writes = Object.entries(shops.writes());
    const uploads = writes.filter(([call]) => /\/(image|gallery)$/.test(call)).map(([, times]) => times);
    expect(uploads.reduce((sum, times) => sum + times, 0)).toBe(sent);
  });

  test('and all of it can come', async () => {
    expect(await shops.left()).toEqual({});
    expect(shops.problems()).toEqual({});
  });

  test('makes no write when all of it is looked at once more', async () => {
    shops.writes();
    await shops.syncAll();
    expect(shops.writes()).toEqual({});
  });

  test(
    'takes as many writes as twenty changes of the merchant need, and is as it should be again',
    async () => {
      const net = (shown: string, vatRate: number) =>
        Big(shown).div(Big(vatRate).div(100).plus(1)).toFixed(2);
      await new MerchantDay(shops.played, 'magento', net).pass();
      await shops.pass();
      expect(shops.writes()).toEqual({
        'PUT ecwid /api/v3/{id}/categories/{id}': 2,
        // Eleven products, the words of the pictures of two, and two levels.
        'PUT ecwid /api/v3/{id}/products/{id}': 15,
        'POST ecwid /api/v3/{id}/products/{id}/combinations': 1,
        // The price of one variation, the level of another, and that of the new one.
        'PUT ecwid /api/v3/{id}/products/{id}/combinations/{id}': 3,
        'POST ecwid /api/v3/{id}/products/{id}/gallery': 2,
        'DELETE ecwid /api/v3/{id}/products/{id}/gallery/{id}': 1,
      });
      // Nothing puts a picture into the place of another in Ecwid's gallery: it goes to the end.
      await expectToHold(target, afterTheDay(seedCatalogue, { replacedGoesLast: true }), way);
    },
    timeoutMs,
  );
});
