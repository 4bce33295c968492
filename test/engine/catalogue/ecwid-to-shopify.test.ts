import { expect } from 'vitest';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { forAPerson } from './expected.ts';
import { fullToEmpty } from './full-to-empty.ts';
import { asInShopify, skusOfGroups } from './in-shopify.ts';
import { ShopifyShop } from './shopify-shop.ts';
import type { TwoCatalogues } from './two-catalogues.ts';

/** Of three products the making is done, and not told. */
function losingAnswers(shops: TwoCatalogues): () => void {
  const kinds = new Map([
    [3, 'unanswered'],
    [20, 'html-after'],
    [40, 'truncated'],
  ]);
  const { faults } = shops.played.sandbox;
  let made = 0;
  let lost = 0;
  shops.onWrite = (write) => {
    const kind = write === 'MakeProduct' ? kinds.get(++made) : undefined;
    if (kind === undefined) return;
    lost += 1;
    faults.add(faultRule.parse({ system: 'shopify', kind }));
  };
  return () => expect([lost, faults.list()]).toEqual([kinds.size, []]);
}

fullToEmpty('the seeded catalogue from Ecwid to an empty Shopify that loses three answers', {
  from: 'ecwid',
  to: 'shopify',
  target: (sandbox) => new ShopifyShop(sandbox),
  settings: {
    products: {
      vat: { map: { 21: 'taxed', 9: 'taxed', 0: 'untaxed' } },
      attributes: { map: { Herkomst: 'custom.herkomst' } },
    },
  },
  trouble: losingAnswers,
  way: {
    left: forAPerson,
    skus: skusOfGroups(seedCatalogue, () => ''),
    variantSkus: {},
    groupsHavePrices: false,
    variantsLeave: false,
    // Levels go by SKU: what has none is not counted, as Shopify makes it.
    levelWithoutSku: 'uncounted',
  },
  carried: asInShopify,
  // By product, and of levels by SKU.
  problems: { sku_twice: 4, sku_shared: 2 },
  day: {
    writes: {
      // A name, and what another one hangs under.
      UpdateCollection: 2,
      // Two names, two descriptions, one that is switched off.
      UpdateProduct: 5,
      // Two SKUs, two prices and one of a variant, a list price that comes and one that goes.
      UpdateVariants: 7,
      AddVariants: 1,
      SetPictures: 2,
      SetLevels: 1,
    },
  },
});
