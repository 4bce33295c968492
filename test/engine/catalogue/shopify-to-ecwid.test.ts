import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { EcwidShop } from './ecwid-shop.ts';
import { dayInEcwid, uploadsToEcwid, waysOfEcwid } from './ecwid-ways.ts';
import { forAPerson } from './expected.ts';
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
    left: forAPerson,
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
  uploads: uploadsToEcwid,
  // By product, and of levels by SKU.
  problems: { sku_twice: 4, sku_shared: 2 },
  day: {
    ways: { ...waysOfEcwid, flatCategories: true, groupsWithoutSku: true },
    writes: dayInEcwid,
  },
});
