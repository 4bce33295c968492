import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { asArticles } from './as-articles.ts';
import { fullToEmpty } from './full-to-empty.ts';
import { pricesOfMagento, skusInMagento, withoutVat } from './magento-ways.ts';
import { MijnwebwinkelShop } from './mijnwebwinkel-shop.ts';
import { takenApart } from './taken-apart.ts';

/** Nor is there a place for a short text. */
function carried(catalogue: Catalogue): Catalogue {
  const { categories, products } = asArticles(takenApart(catalogue, { 'variant-zonder-sku': 'LINT-rood' }));
  return { categories, products: products.map(({ shortDescription: _, ...each }) => each) };
}

fullToEmpty('the seeded catalogue from a Magento without VAT in its prices to an empty MijnWebwinkel', {
  from: 'magento',
  to: 'mijnwebwinkel',
  target: (sandbox) => new MijnwebwinkelShop(sandbox),
  settings: {
    products: {
      price: pricesOfMagento,
      vat: { map: { 2: 'taxed', 4: 'taxed', 5: 'untaxed' } },
      attributes: { map: { Herkomst: 'Herkomst' } },
    },
  },
  way: {
    left: {},
    skus: skusInMagento,
    variantSkus: {},
    groupsHavePrices: true,
    variantsLeave: false,
    levelWithoutSku: 0,
  },
  carried,
  uploads: /\/uploadImage\/\{id\}$/,
  problems: {},
  day: {
    priceOf: withoutVat,
    writes: {
      'PATCH mijnwebwinkel /v1/categories/{id}': 2,
      // A variant that is new.
      'POST mijnwebwinkel /v1/articles': 1,
      // Eleven products, and four levels. What stands in no category is not hidden by any call.
      'PATCH mijnwebwinkel /v1/articles/{id}': 15,
      // Those of the new one, and two of others.
      'POST mijnwebwinkel /v1/articles/uploadImage/{id}': 5,
      'DELETE mijnwebwinkel /v1/deleteImage/{id}': 1,
    },
    problems: { product_shown: 1 },
  },
});
