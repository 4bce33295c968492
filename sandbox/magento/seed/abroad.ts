/** Orders from abroad: other rates, no tax, another currency. */
import { antwerp, cologne, hanover, london, munster } from '../../kit/people/cast-abroad.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import { atlas, chair, lineOf, notebook, novel, pen, readingSet, shirt } from '../sales/catalogue.ts';
import type { SaleInput } from '../sales/sale.ts';
import { paid } from './terms.ts';

const abroad = { method: 'tablerate_bestway', description: 'PostNL - Europa', price: '9.95' };

export const foreignSales: readonly SeedSale<SaleInput>[] = [
  {
    about: 'Belgium at 21 % and 6 %, from a store of its own',
    buyer: antwerp,
    basket: {
      store: 'vlaams',
      lines: [lineOf(novel, { country: 'BE', quantity: '2' }), lineOf(shirt, { country: 'BE' })],
      shipping: { ...abroad, rate: '21' },
    },
    deeds: [paid],
  },
  {
    about: 'Germany at 19 % and 7 %, tax on the total',
    buyer: cologne,
    basket: {
      store: 'deutsch',
      lines: [
        lineOf(atlas, { country: 'DE' }),
        lineOf(pen, { country: 'DE', quantity: '3' }),
        lineOf(notebook, { country: 'DE', quantity: '7' }),
      ],
      shipping: { ...abroad, rate: '19' },
      discount: { label: 'SOMMER12', coupon: 'SOMMER12', type: 'percent', value: '12' },
    },
    deeds: [paid],
  },
  {
    about: 'Germany, a dynamic bundle at the rates of the country',
    buyer: hanover,
    basket: {
      store: 'deutsch',
      lines: [lineOf(readingSet, { country: 'DE' })],
      shipping: { ...abroad, rate: '19' },
    },
    deeds: [paid],
  },
  {
    about: 'tax shifted to a company in Germany, from the store whose prices hold tax',
    buyer: munster,
    basket: { store: 'deutsch', tax: 'shifted', lines: [lineOf(chair, { quantity: '2' })], shipping: abroad },
    deeds: [paid],
  },
  {
    about: 'paid in pounds, books in euros',
    buyer: london,
    basket: {
      store: 'english',
      tax: 'exported',
      lines: [lineOf(novel, { quantity: '2' }), lineOf(pen, { quantity: '3' })],
      shipping: { ...abroad, price: '12.50' },
    },
    deeds: [paid],
  },
];
