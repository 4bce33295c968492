import { forAPerson } from './expected.ts';
import { fullToEmpty } from './full-to-empty.ts';
import { MagentoShop } from './magento-shop.ts';
import { makeAttributes } from './magento-ways.ts';

fullToEmpty('the seeded catalogue from Ecwid to an empty Magento without VAT in its prices', {
  from: 'ecwid',
  to: 'magento',
  target: (sandbox) => new MagentoShop(sandbox),
  prepare: makeAttributes,
  settings: {
    products: {
      price: { pricesIncludeVat: { target: false } },
      vat: { map: { 21: '2', 9: '4', 0: '5' } },
      attributes: { map: { Herkomst: 'herkomst' } },
    },
    stock: { manage: 'off' },
  },
  way: {
    left: {
      ...forAPerson,
      // One to Magento, which compares without case and outer blanks.
      'ab-1-hoofdletters': 'sku_twice',
      'ab-1-klein': 'sku_twice',
      'ab-1-spatie': 'sku_twice',
    },
    skus: {},
    // Magento has no product without a SKU: the child is called after its parent and its choice.
    variantSkus: { 'variant-zonder-sku': 'LINT-rood' },
    groupsHavePrices: false,
    // Ecwid cannot switch off a variation: it says so by having none of it left.
    variantsLeave: false,
    levelWithoutSku: 0,
  },
  // By product, and of levels by SKU.
  problems: { sku_twice: 7, sku_shared: 5 },
  day: {
    writes: {
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
    },
  },
});
