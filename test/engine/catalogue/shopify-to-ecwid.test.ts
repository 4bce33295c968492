import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { EcwidShop } from './ecwid-shop.ts';
import { fullToEmpty } from './full-to-empty.ts';
import { asInShopify, flat, skusOfGroups } from './in-shopify.ts';

/** The number of the stand-in's first product: the others follow in the order of the catalogue. */
const firstProduct = 8_612_345_678_901;

/** A shop without another brand is its own. */
function branded({ categories, products }: Catalogue): Catalogue {
  return { categories, products: products.map((each) => ({ brand: 'De Theemeester', ...each })) };
}

fullToEmpty('the seeded catalogue from Shopify to an empty Ecwid', {
  from: 'shopify',
  to: 'ecwid',
  target: (sandbox) => new EcwidShop(sandbox),
  settings: {
    products: {
      vat: { map: { taxed: '9310', untaxed: '9100' } },
      attributes: { map: { 'custom.herkomst': 'Herkomst' } },
    },
  },
  way: {
    left: {
      'gift-25': 'a gift card, which cannot be carried',
      'dubbel-een': 'sku_twice',
      'dubbel-twee': 'sku_twice',
      'dubbel-variant': 'sku_twice',
      'dubbel-van-variant': 'sku_twice',
      'zonder-sku': 'has no SKU',
      'zonder-sku-ook': 'has no SKU',
    },
    // What has no SKU itself goes by its number.
    skus: skusOfGroups(seedCatalogue, (place) => String(firstProduct + place)),
    variantSkus: {},
    groupsHavePrices: true,
    variantsLeave: false,
    // Levels go by SKU: what has none is not counted, as Ecwid makes it.
    levelWithoutSku: 'uncounted',
  },
  atSource: (catalogue) => branded(flat(catalogue)),
  carried: asInShopify,
  uploads: /\/(image|gallery)$/,
  // By product, and of levels by SKU.
  problems: { sku_twice: 4, sku_shared: 2 },
  day: {
    // Nothing puts a picture into the place of another in Ecwid's gallery: it goes to the end.
    ways: { replacedGoesLast: true, flatCategories: true, groupsWithoutSku: true },
    writes: {
      'PUT ecwid /api/v3/{id}/categories/{id}': 2,
      // Eleven products, the words of the pictures of two, and two levels.
      'PUT ecwid /api/v3/{id}/products/{id}': 15,
      'POST ecwid /api/v3/{id}/products/{id}/combinations': 1,
      // The price of one variation, the level of another, and that of the new one.
      'PUT ecwid /api/v3/{id}/products/{id}/combinations/{id}': 3,
      'POST ecwid /api/v3/{id}/products/{id}/gallery': 2,
      'DELETE ecwid /api/v3/{id}/products/{id}/gallery/{id}': 1,
    },
  },
});
