import { EcwidShop } from './ecwid-shop.ts';
import { fullToEmpty } from './full-to-empty.ts';
import { pricesOfMagento, skusInMagento, withoutVat } from './magento-ways.ts';

fullToEmpty('the seeded catalogue from a Magento without VAT in its prices to an empty Ecwid', {
  from: 'magento',
  to: 'ecwid',
  target: (sandbox) => new EcwidShop(sandbox),
  settings: {
    products: {
      price: pricesOfMagento,
      vat: { map: { 2: '9310', 4: '9190', 5: '9100' } },
      attributes: { map: { Herkomst: 'Herkomst' } },
    },
    // What Ecwid is not told a number of it does not count.
    stock: { manage: 'on' },
  },
  way: {
    left: {},
    skus: skusInMagento,
    variantSkus: { 'variant-zonder-sku': 'LINT-rood' },
    groupsHavePrices: true,
    // Ecwid cannot switch off a variation, so that one which is off is not made.
    variantsLeave: true,
    levelWithoutSku: 80,
  },
  uploads: /\/(image|gallery)$/,
  problems: {},
  day: {
    priceOf: withoutVat,
    // Nothing puts a picture into the place of another in Ecwid's gallery: it goes to the end.
    ways: { replacedGoesLast: true },
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
