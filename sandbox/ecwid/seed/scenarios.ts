import type { Scenario } from '../../kit/shop/scenarios.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import { addressOf } from '../sales/buyer.ts';
import { lineOf } from '../sales/lines.ts';
import type { SaleInput } from '../sales/sale.ts';

/** A scenario in the shop's words. */
export function saleOf(scenario: Scenario): SeedSale<SaleInput> {
  const { about, buyer, deliverTo, lines, tax, pricesIncludeTax, shipping, isSent, note } = scenario;
  const { country } = buyer;
  return {
    about,
    buyer,
    ...(deliverTo === undefined ? {} : { deliverTo: addressOf(deliverTo) }),
    basket: {
      pricesIncludeTax,
      tax,
      lines: lines.map(({ article, quantity, choice }) =>
        lineOf(article, { quantity, choice, country, net: !pricesIncludeTax }),
      ),
      shipping: {
        method: country === 'NL' ? 'PostNL brievenbus of pakket' : 'Pakket naar het buitenland',
        rate: shipping,
      },
    },
    comments: note,
    fulfillmentStatus: isSent ? 'SHIPPED' : 'AWAITING_PROCESSING',
  };
}
