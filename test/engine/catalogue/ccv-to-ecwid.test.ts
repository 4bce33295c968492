import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { EcwidShop } from './ecwid-shop.ts';
import { dayInEcwid, uploadsToEcwid, waysOfEcwid } from './ecwid-ways.ts';
import { forAPerson } from './expected.ts';
import { fullToEmpty } from './full-to-empty.ts';

/** It knows no gift cards: one is a product as any other. */
const { 'gift-25': _, ...left } = forAPerson;

/** How long its fields may be (sheet 6.6). */
const [longestNumber, longestName, longestText] = [50, 200, 255];

const skus = Object.fromEntries(
  seedCatalogue.products.flatMap(({ key, sku }) =>
    sku !== null && sku.length > longestNumber ? [[key, sku.slice(0, longestNumber)]] : [],
  ),
);

/** A variant weighs what its product does: it has no weight of its own there. */
function asInCcv({ categories, products }: Catalogue): Catalogue {
  return {
    categories,
    products: products.map((each) => ({
      ...each,
      name: each.name.slice(0, longestName).trim(),
      ...(each.shortDescription === undefined
        ? {}
        : { shortDescription: each.shortDescription.slice(0, longestText).trim() }),
      variants: each.variants.map(({ weightKg: _, ...variant }) => variant),
    })),
  };
}

fullToEmpty('the seeded catalogue from CCV to an empty Ecwid', {
  from: 'ccv',
  to: 'ecwid',
  target: (sandbox) => new EcwidShop(sandbox),
  settings: {
    products: {
      vat: { map: { normal: '9310', 'low a': '9190', zero: '9100' } },
      attributes: { map: { Herkomst: 'Herkomst' } },
    },
  },
  way: {
    left,
    skus,
    variantSkus: {},
    groupsHavePrices: true,
    variantsLeave: true,
    levelWithoutSku: 'uncounted',
  },
  carried: asInCcv,
  uploads: uploadsToEcwid,
  problems: { sku_twice: 4, sku_shared: 2 },
  day: { ways: waysOfEcwid, writes: dayInEcwid },
});
