import type { Scenario } from '../../kit/shop/scenarios.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import { rateOf } from '../../kit/shop/vat-kind.ts';
import type { BasketInput } from '../sales/basket.ts';
import { addressOf } from '../sales/buyer.ts';
import { lineOf } from '../sales/catalogue.ts';
import type { SaleInput } from '../sales/sale.ts';

const storesAbroad: Readonly<Record<string, BasketInput['store']>> = { BE: 'vlaams', DE: 'deutsch' };

/** A scenario in the shop's words: paid at once, from the store whose prices are as the scenario's. */
export function saleOf(scenario: Scenario): SeedSale<SaleInput> {
  const { about, buyer, deliverTo, lines, tax, pricesIncludeTax, shipping, isSent, note } = scenario;
  const country = tax === 'charged' ? buyer.country : 'NL';
  return {
    about,
    buyer,
    ...(deliverTo === undefined ? {} : { deliverTo: addressOf(deliverTo) }),
    basket: {
      store: pricesIncludeTax ? (storesAbroad[buyer.country] ?? 'default') : 'zakelijk',
      tax,
      lines: lines.map(({ article, quantity }) => {
        const type = article.vat === 'none' ? 'giftcard' : 'simple';
        return lineOf({ ...article, type }, { quantity, country, net: !pricesIncludeTax });
      }),
      shipping: {
        method: 'flatrate_flatrate',
        description: buyer.country === 'NL' ? 'PostNL - Standaard' : 'PostNL - Europa',
        price: shipping,
        rate: rateOf('standard', country),
      },
    },
    deeds: isSent ? [{ invoice: true }, { ship: true }] : [{ invoice: true }],
    ...(note === '' ? {} : { note }),
  };
}
