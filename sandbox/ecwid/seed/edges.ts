/** Orders at the edges: of the calendar, of sizes, of their life. */
import { amira, lange, lunchroom, noEmail, oloff, sahin, sanne, zoe } from '../../kit/people/cast.ts';
import { gent, koeln } from '../../kit/people/cast-abroad.ts';
import {
  assam,
  book,
  candle,
  honey,
  mug,
  rooibos,
  scales,
  sencha,
  strainer,
  taxedArticles,
  teapot,
  tin,
} from '../../kit/shop/articles.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import { lineOf } from '../sales/lines.ts';
import type { SaleInput } from '../sales/sale.ts';
import { parcel, post } from './terms.ts';

export const newYearsEve: SeedSale<SaleInput> = {
  about: 'placed at 23:30 on the 31st of December, local time',
  buyer: sahin,
  basket: { lines: [lineOf(candle, { quantity: '3' }), lineOf(assam)], shipping: post },
};

export const edgeSales: readonly SeedSale<SaleInput>[] = [
  {
    about: 'quantities that are fractions',
    buyer: zoe,
    basket: {
      lines: [
        lineOf(
          { ...rooibos, sku: 'TH-ROO-KG', name: 'Rooibos naturel, per kilo', price: '31.90' },
          { quantity: '2.5' },
        ),
        lineOf(
          { ...honey, sku: 'HON-KG', name: 'Lindehoning, uit de pot getapt', price: '8.49' },
          { quantity: '1.333' },
        ),
      ],
      shipping: post,
    },
  },
  {
    about: 'large quantities and amounts',
    buyer: lunchroom,
    basket: {
      pricesIncludeTax: false,
      lines: [lineOf(assam, { quantity: '2500', net: true }), lineOf(tin, { quantity: '1250', net: true })],
      shipping: { method: 'Pallet', rate: '185.00' },
    },
  },
  {
    about: 'twenty-six lines',
    buyer: lange,
    basket: {
      lines: [0, 1]
        .flatMap((round) =>
          taxedArticles.map((article, index) =>
            lineOf(article, { quantity: String(1 + ((index + round) % 3)), choice: index + round }),
          ),
        )
        .concat([lineOf(mug, { choice: 2 }), lineOf(sencha)]),
      shipping: { ...post, rate: '0' },
    },
  },
  {
    about: 'so many small lines that the rounding by line drifts away',
    buyer: oloff,
    basket: {
      lines: Array.from({ length: 24 }, (_, index) =>
        lineOf({
          ...strainer,
          sku: `PROEF-${index + 1}`,
          name: `Proefzakje nummer ${index + 1}`,
          price: '0.95',
        }),
      ),
      shipping: { ...post, rate: '0' },
    },
  },
  {
    about: 'a free gift among the lines',
    buyer: sanne,
    basket: {
      lines: [
        lineOf(teapot),
        lineOf({ ...strainer, name: 'Theezeefje, cadeau bij een theepot', price: '0' }),
      ],
      shipping: post,
    },
  },
  {
    about: 'a line that the merchant typed in',
    buyer: amira,
    basket: {
      lines: [
        lineOf(book),
        { name: 'Graveren van een mok volgens afspraak', price: '18.00', rate: '21', shipped: false },
      ],
      shipping: post,
    },
  },
  {
    about: 'not paid yet',
    buyer: koeln,
    basket: {
      lines: [lineOf(scales, { country: 'DE' })],
      shipping: parcel,
    },
    payment: { method: 'Overboeking', module: 'CUSTOM' },
    paymentStatus: 'AWAITING_PAYMENT',
  },
  {
    about: 'cancelled',
    buyer: zoe,
    basket: { lines: [lineOf(mug)], shipping: post },
    paymentStatus: 'CANCELLED',
    fulfillmentStatus: 'WILL_NOT_DELIVER',
  },
  {
    about: 'refunded as a whole',
    buyer: gent,
    basket: { lines: [lineOf(honey, { country: 'BE' })] },
    paymentStatus: 'REFUNDED',
    fulfillmentStatus: 'RETURNED',
    refunds: [{ amount: '9.35', reason: 'Pot was gebroken' }],
  },
  {
    about: 'refunded by its status alone, the amounts empty',
    buyer: oloff,
    basket: { lines: [lineOf(tin)] },
    paymentStatus: 'REFUNDED',
    fulfillmentStatus: 'RETURNED',
  },
  {
    about: 'refunded in part',
    buyer: sanne,
    basket: { lines: [lineOf(sencha, { quantity: '2' }), lineOf(candle)], shipping: post },
    paymentStatus: 'PARTIALLY_REFUNDED',
    fulfillmentStatus: 'DELIVERED',
    refunds: [{ amount: '6.99', reason: 'Kaars niet leverbaar' }],
  },
  {
    about: 'no e-mail address: taken down by telephone',
    buyer: noEmail,
    basket: { lines: [lineOf(assam, { quantity: '2' })], shipping: post },
    payment: { method: 'Telefonische bestelling', module: 'CUSTOM' },
  },
];
