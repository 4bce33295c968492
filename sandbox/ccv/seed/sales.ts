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
import type { Person } from '../../kit/people/person.ts';
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
  stroopwafels,
  teapot,
  tin,
} from '../../kit/shop/articles.ts';
import type { Scenario } from '../../kit/shop/scenarios.ts';
import { awaitingPayment, cancelled, completed, inProcess, reserved, sent } from '../orders/statuses.ts';
import { partyOf } from '../sales/buyer.ts';
import { lineOf } from '../sales/lines.ts';
import type { SaleInput } from '../sales/sale.ts';
import { bankTransfer, invoice } from '../shop-info/paymethods.ts';

export type ShopSale = Omit<SaleInput, 'buyer'> & {
  readonly buyer: Person | null;
  /** What is given back later: rows by their place and how many of each, or everything; and whether the costs are. */
  readonly credit?: { readonly rows?: [number, number][]; readonly costs: boolean };
};

const transfer = { paymethod: bankTransfer.id, paid: false, status: awaitingPayment };

/** A scenario of every shop in the words of this one. Which tax it carries follows from buyer and country. */
export function saleOf(scenario: Scenario): ShopSale {
  const { about, buyer, deliverTo, lines, pricesIncludeTax, shipping, isSent, note } = scenario;
  return {
    about,
    buyer,
    ...(deliverTo === undefined ? {} : { deliverTo: partyOf(deliverTo) }),
    lines: lines.map(({ article, quantity, choice }) =>
      lineOf(article, { quantity, choice, net: !pricesIncludeTax }),
    ),
    pricesIncludeTax,
    shipping,
    note,
    ...(isSent ? { status: sent, trackAndTrace: { code: '3SABC123456789', carrier: 'PostNL' } } : {}),
  };
}

export const newYearsEve: ShopSale = {
  about: 'placed at 23:30 on the 31st of December, local time',
  buyer: sahin,
  lines: [lineOf(candle, { quantity: '3' }), lineOf(assam)],
  shipping: '6.95',
};

export const shopSales: readonly ShopSale[] = [
  {
    about: 'costs of the payment, a discount of a row, a surcharge for an option',
    buyer: francois,
    lines: [
      lineOf(sencha, { quantity: '3', discount: '1.28' }),
      lineOf(mug, { quantity: '2', choice: 1, surcharge: '1.50' }),
    ],
    shipping: '6.95',
    paymethodCosts: '0.75',
  },
  {
    about: 'a coupon over two rates',
    buyer: zoe,
    lines: [lineOf(teapot), lineOf(assam, { quantity: '2' })],
    shipping: '6.95',
    coupon: { code: 'WELKOM10', amount: '10.00' },
  },
  {
    about: 'handling costs below zero, credit points, the discount of a group in the prices',
    buyer: oloff,
    lines: [lineOf(scales), lineOf(candle, { quantity: '2' })],
    shipping: '6.95',
    extraCosts: { amount: '-2.50', description: 'Klantenkorting' },
    creditPoints: '1.20',
    userDiscount: '10',
  },
  {
    about: 'a free row, without product and number',
    buyer: amira,
    lines: [lineOf(book), { name: 'Graveren van een mok', price: '18.00', rate: '21' }],
    shipping: '6.95',
  },
  {
    about: 'comes to zero',
    buyer: sanne,
    lines: [{ name: 'Proefzakje', price: '0.00', vat: 'reduced' }],
  },
  {
    about: 'to a pick-up point',
    buyer: sanne,
    lines: [lineOf(stroopwafels, { quantity: '4' })],
    shipping: '6.95',
    pickupPoint: true,
  },
  {
    about: 'fetched in the shop, on account, a company with a reference of its own',
    buyer: stichting,
    lines: [lineOf(teapot, { quantity: '2' }), lineOf(book, { quantity: '3' })],
    deliverMethod: 'pickup',
    paymethod: invoice.id,
    paid: false,
    status: inProcess,
  },
  {
    about: 'something that is chosen with the payment',
    buyer: joost,
    lines: [lineOf(candle, { quantity: '2' })],
    shipping: '6.95',
    paymentExtra: { name: 'Aankoopverzekering', amount: '1.95' },
  },
  {
    about: 'VAT is not counted at all',
    buyer: francois,
    lines: [lineOf(book)],
    shipping: '6.95',
    taxed: false,
  },
  { about: 'not paid yet', buyer: hamburg, lines: [lineOf(scales)], shipping: '13.95', ...transfer },
  {
    about: 'cancelled',
    buyer: oloff,
    lines: [lineOf(mug)],
    shipping: '6.95',
    ...transfer,
    status: cancelled,
  },
  { about: 'reserved', buyer: teun, lines: [lineOf(tin)], ...transfer, status: reserved },
  {
    about: 'a basket that is not completed',
    buyer: francois,
    lines: [lineOf(mug)],
    basket: true,
    paid: false,
  },
  {
    about: 'sold on a marketplace: rows at 0 %',
    buyer: joost,
    lines: [lineOf(honey, { quantity: '2' })],
    platform: true,
    status: completed,
  },
  {
    about: 'given back as a whole',
    buyer: sahin,
    lines: [lineOf(honey), lineOf(tin)],
    shipping: '6.95',
    coupon: { code: 'WELKOM2', amount: '2.00' },
    status: sent,
    credit: { costs: true },
  },
  {
    about: 'one of three given back, without costs',
    buyer: sanne,
    lines: [lineOf(sencha, { quantity: '3' }), lineOf(candle)],
    shipping: '6.95',
    status: sent,
    credit: { rows: [[0, 1]], costs: false },
  },
  {
    about: 'many small rows: VAT that is rounded per row',
    buyer: lange,
    lines: Array.from({ length: 24 }, (_, index) => ({
      ...lineOf(rooibos),
      name: `Proefzakje ${index + 1}`,
      price: '0.95',
    })),
    shipping: '6.95',
  },
  {
    about: 'a gift card, which carries no tax, and large quantities',
    buyer: lunchroom,
    lines: [lineOf(giftCard, { quantity: '2' }), lineOf(tin, { quantity: '1250' })],
    shipping: '185.00',
  },
  {
    about: 'no e-mail address: taken down by telephone',
    buyer: noEmail,
    lines: [lineOf(assam, { quantity: '2' })],
    shipping: '6.95',
  },
];
