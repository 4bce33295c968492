/** Orders to other countries: reverse charge, one-stop shop, export. */
import { embassy } from '../../kit/people/cast.ts';
import { hamburg } from '../../kit/people/cast-abroad.ts';
import { mug, sencha, stroopwafels } from '../../kit/shop/articles.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import { lineOf } from '../sales/lines.ts';
import type { SaleInput } from '../sales/sale.ts';
import { parcel } from './terms.ts';

export const foreignSales: readonly SeedSale<SaleInput>[] = [
  {
    about: 'reverse charge to a German company, the tax already deducted from the prices',
    buyer: hamburg,
    basket: {
      tax: 'shifted',
      lines: [
        lineOf(sencha, { quantity: '15', net: true, country: 'DE' }),
        lineOf(mug, { quantity: '8', net: true, country: 'DE', choice: 1 }),
      ],
      shipping: { ...parcel, rate: '11.53' },
      coupon: { code: 'MESSE5', name: 'Messeaktion', type: 'PERCENT', value: '5' },
    },
  },
  {
    about: 'a customer that is exempt from tax',
    buyer: embassy,
    basket: {
      tax: 'exempt',
      lines: [
        lineOf(mug, { quantity: '20', net: true }),
        lineOf(stroopwafels, { quantity: '20', net: true }),
      ],
      shipping: { method: 'Koerier', rate: '15.00' },
    },
  },
];
