import { EcwidShop } from './ecwid-shop.ts';
import { dayInEcwid, uploadsToEcwid, waysOfEcwid } from './ecwid-ways.ts';
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
  uploads: uploadsToEcwid,
  problems: {},
  day: {
    priceOf: withoutVat,
    ways: waysOfEcwid,
    writes: dayInEcwid,
  },
});
