import { expect } from 'vitest';
import { asArticles } from './as-articles.ts';
import { withBareVariants } from './bare-variants.ts';
import { fullToEmpty } from './full-to-empty.ts';
import { MagentoShop } from './magento-shop.ts';
import { makeAttributes } from './magento-ways.ts';

fullToEmpty('the seeded catalogue from MijnWebwinkel to an empty Magento without VAT in its prices', {
  from: 'mijnwebwinkel',
  to: 'magento',
  target: (sandbox) => new MagentoShop(sandbox),
  prepare: makeAttributes,
  settings: {
    products: {
      // The shop has goods of two rates, and does not say which has which.
      price: { pricesIncludeVat: { target: false }, vatRate: { map: { taxed: '21' } } },
      vat: { map: { taxed: '2', 0: '5' } },
      attributes: { map: { Herkomst: 'herkomst' } },
    },
    stock: { manage: 'off' },
  },
  way: {
    left: {
      // One to Magento, which compares without case and outer blanks.
      'ab-1-hoofdletters': 'sku_twice',
      'ab-1-klein': 'sku_twice',
      'ab-1-spatie': 'sku_twice',
      'dubbel-een': 'sku_twice',
      'dubbel-twee': 'sku_twice',
      'zonder-sku': 'has no SKU',
      'zonder-sku-ook': 'has no SKU',
    },
    skus: {},
    variantSkus: {},
    groupsHavePrices: false,
    variantsLeave: false,
    levelWithoutSku: 0,
  },
  carried: (catalogue) => asArticles(withBareVariants(catalogue)),
  // By product, and of levels by SKU.
  problems: { sku_twice: 5, sku_shared: 4 },
  day: {
    ways: { bareVariants: true },
    writes: {
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
      // Of four levels, and of two whose SKU was corrected: under the old one nothing is left until the product has the new one.
      'POST magento /rest/V1/inventory/source-items': expect.toBeOneOf([1, 2, 3, 4]),
    },
  },
});
