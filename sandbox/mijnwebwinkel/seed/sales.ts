/** Orders that only this shop has: each is here for the reason that it names. */
import {
  amira,
  francois,
  joost,
  lange,
  lunchroom,
  noEmail,
  oloff,
  sahin,
  sanne,
  stichting,
  teun,
  zoe,
} from '../../kit/people/cast.ts';
import { hamburg } from '../../kit/people/cast-abroad.ts';
import {
  assam,
  book,
  candle,
  giftCard,
  honey,
  mug,
  rooibos,
  scales,
  sencha,
  strainer,
  stroopwafels,
  teapot,
  tin,
} from '../../kit/shop/articles.ts';
import type { Scenario } from '../../kit/shop/scenarios.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import { cancelled, collected, pending, sent } from '../orders/statuses.ts';
import { addressOf } from '../sales/buyer.ts';
import { lineOf } from '../sales/lines.ts';
import type { SaleInput } from '../sales/sale.ts';

export type ShopSale = SeedSale<SaleInput> & {
  /** What is credited later: lines by their place and how many of each; and whether the costs are. */
  readonly credit?: {
    readonly lines: readonly (readonly [line: number, quantity: number])[];
    readonly costs: boolean;
  };
};

const post = { amount: '6.95' };
const transfer = { gateway: 'basic', method: 'advance' };

/** A scenario of every shop in the words of this one. Which tax it carries follows from buyer and country. */
export function saleOf({ about, buyer, deliverTo, lines, shipping, isSent, note }: Scenario): ShopSale {
  return {
    about,
    buyer,
    ...(deliverTo === undefined ? {} : { deliverTo: addressOf(deliverTo) }),
    lines: lines.map(({ article, quantity, choice }) =>
      lineOf(article, { quantity: Number(quantity), choice }),
    ),
    shipping: { amount: shipping },
    comment: note,
    ...(isSent ? { status: sent } : {}),
  };
}

export const newYearsEve: ShopSale = {
  about: 'placed at 23:30 on the 31st of December, local time',
  buyer: sahin,
  lines: [lineOf(candle, { quantity: 3 }), lineOf(assam)],
  shipping: post,
};

export const shopSales: readonly ShopSale[] = [
  {
    about: 'shipping at 21 % beside goods at 9 %, payment costs split over two rates',
    buyer: francois,
    lines: [lineOf(sencha, { quantity: 3 }), lineOf(mug)],
    shipping: { ...post, rate: '21' },
    paymentCosts: { amount: '1.00' },
  },
  {
    about: 'a discount code over two rates: its line has two prices',
    buyer: zoe,
    lines: [lineOf(teapot), lineOf(assam, { quantity: 2 })],
    shipping: post,
    discount: { code: 'WELKOM10', amount: '10.00' },
  },
  {
    about: 'an offer price as an option below zero, and an option that costs more',
    buyer: oloff,
    lines: [lineOf(scales, { action: '29.99' }), lineOf(mug, { quantity: 2, choice: 1, surcharge: '1.50' })],
    shipping: post,
  },
  {
    about: 'a line that the merchant typed in',
    buyer: amira,
    lines: [lineOf(book), { name: 'Graveren van een mok', price: '18.00', rate: '21' }],
    shipping: post,
  },
  {
    about: 'comes to zero: no payment at all',
    buyer: sanne,
    lines: [{ ...lineOf(strainer), name: 'Theezeefje, cadeau', price: '0.00' }],
  },
  {
    about: 'bought at the counter, fetched there: no shipping country',
    buyer: teun,
    lines: [lineOf(stroopwafels, { quantity: 4 }), lineOf(tin)],
    payment: { gateway: 'basic', method: 'card' },
    status: collected,
    atCounter: true,
  },
  { about: 'a test order', buyer: sanne, lines: [lineOf(mug)], shipping: post, test: true },
  {
    about: 'paid, sent and archived at once',
    buyer: joost,
    lines: [lineOf(honey, { quantity: 2 })],
    shipping: post,
    status: sent,
    archived: true,
  },
  {
    about: 'not paid yet',
    buyer: hamburg,
    lines: [lineOf(scales)],
    shipping: { amount: '13.95' },
    payment: transfer,
    became: 'pending',
    status: pending,
  },
  {
    about: 'the payment failed',
    buyer: zoe,
    lines: [lineOf(candle, { quantity: 2 })],
    shipping: post,
    became: 'failed',
    status: pending,
  },
  {
    about: 'cancelled',
    buyer: oloff,
    lines: [lineOf(mug)],
    shipping: post,
    payment: transfer,
    became: 'pending',
    status: cancelled,
  },
  {
    about: 'a status of the merchant’s own, a company with a reference',
    buyer: stichting,
    lines: [lineOf(teapot, { quantity: 2 }), lineOf(book, { quantity: 3 })],
    shipping: { amount: '9.00' },
    reference: 'INK-2026/118',
    status: 1204,
  },
  {
    about: 'credited as a whole',
    buyer: sahin,
    lines: [lineOf(honey), lineOf(tin)],
    shipping: post,
    discount: { code: 'WELKOM2', amount: '2.00' },
    status: sent,
    credit: {
      lines: [
        [0, 1],
        [1, 1],
      ],
      costs: true,
    },
  },
  {
    about: 'one of three credited, without costs',
    buyer: sanne,
    lines: [lineOf(sencha, { quantity: 3 }), lineOf(candle)],
    shipping: post,
    status: sent,
    credit: { lines: [[0, 1]], costs: false },
  },
  {
    about: 'its payment is no transaction, as of an order that came over the API',
    buyer: lunchroom,
    lines: [lineOf(assam, { quantity: 24 })],
    shipping: post,
    linked: true,
  },
  {
    about: 'a basket that was not finished',
    buyer: francois,
    lines: [lineOf(mug)],
    unfinished: true,
    status: pending,
    became: 'pending',
  },
  {
    about: 'many small lines: the VAT of the order is some cents from that of its lines',
    buyer: lange,
    lines: Array.from({ length: 24 }, (_, index) => ({
      ...lineOf(rooibos),
      name: `Proefzakje ${index + 1}`,
      price: '0.95',
    })),
    shipping: post,
  },
  {
    about: 'a gift card, which carries no tax, and large quantities',
    buyer: lunchroom,
    lines: [lineOf(giftCard, { quantity: 2 }), lineOf(tin, { quantity: 1250 })],
    shipping: { amount: '185.00' },
  },
  {
    about: 'no e-mail address: taken down by telephone',
    buyer: noEmail,
    lines: [lineOf(assam, { quantity: 2 })],
    shipping: post,
  },
];
