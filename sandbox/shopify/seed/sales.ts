/** Orders with everything that the sheet calls a quirk (sheet 5, 11, 13). */
import {
  amira,
  hanneke,
  joost,
  lange,
  lunchroom,
  naima,
  noEmail,
  oloff,
  sahin,
  sanne,
  school,
  studio,
  teun,
  zoe,
} from '../../kit/people/cast.ts';
import { brussel, gent, hamburg, koeln, zurich } from '../../kit/people/cast-abroad.ts';
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
  strainer,
  stroopwafels,
  taxedArticles,
  teapot,
  tin,
} from '../../kit/shop/articles.ts';
import { type Scenario, scenariosAbroad, scenariosAtHome } from '../../kit/shop/scenarios.ts';
import type { Deed } from '../orders/merchant.ts';
import type { BasketInput } from '../sales/basket.ts';
import { buyerOf, lineOf } from '../sales/buyer.ts';
import type { SaleInput } from '../sales/sale.ts';

export interface SeedOrder {
  readonly sale: SaleInput;
  /** What became of it, one deed after the other. */
  readonly deeds: readonly Deed[];
}

const post = { title: 'PostNL', price: '6.95' };

function order(
  about: string,
  buyer: Person,
  basket: BasketInput,
  more: Partial<SaleInput> = {},
  ...deeds: readonly Deed[]
): SeedOrder {
  return { sale: { about, buyer: buyerOf(buyer), basket: { shipping: post, ...basket }, ...more }, deeds };
}

function fromScenario({
  about,
  buyer,
  deliverTo,
  lines,
  tax,
  pricesIncludeTax,
  shipping,
  isSent,
  note,
}: Scenario): SeedOrder {
  const { country } = deliverTo ?? buyer;
  const made = lines.map(({ article, quantity, choice }) =>
    lineOf(article, { quantity: Number(quantity), country, net: !pricesIncludeTax, choice }),
  );
  return {
    sale: {
      about,
      buyer: buyerOf(
        buyer,
        buyer.company !== undefined && buyer.vatNumber !== undefined && buyer.country !== 'NL',
      ),
      ...(deliverTo === undefined ? {} : { deliverTo: addressOf(deliverTo) }),
      basket: {
        pricesIncludeTax,
        tax,
        lines: made,
        shipping: { title: 'PostNL', price: shipping, rate: made[0]?.rate ?? '21' },
      },
      note: note || null,
    },
    deeds: isSent ? [{ send: true }] : [],
  };
}

function addressOf(person: Person): NonNullable<SaleInput['deliverTo']> {
  const { email: _, account, locale, vatNumber, isB2b, ...address } = buyerOf(person);
  return address;
}

export const seedOrders: readonly SeedOrder[] = [
  ...[...scenariosAtHome, ...scenariosAbroad].map(fromScenario),
  order('a code in percent over all lines, the rest of the rounding on a line', sahin, {
    lines: [lineOf(teapot), lineOf(mug, { quantity: 3 }), lineOf(assam, { quantity: 2 })],
    discounts: [{ name: 'WELKOM', type: 'percentage', value: '20' }],
  }),
  order('a fixed order discount over lines of two rates', zoe, {
    lines: [lineOf(candle, { quantity: 2 }), lineOf(honey), lineOf(sencha), lineOf(stroopwafels)],
    discounts: [{ name: 'TIENTJE', type: 'fixed', value: '10' }],
  }),
  order('an automatic discount on one line and a manual one on the order', hanneke, {
    lines: [lineOf(mug, { quantity: 4 }), lineOf(tin)],
    discounts: [
      { kind: 'automatic', name: 'Vier halen, drie betalen', type: 'percentage', value: '25', lines: [0] },
      { kind: 'manual', name: 'Goed gesprek', type: 'fixed', value: '2.50' },
    ],
  }),
  order('free shipping by code', joost, {
    lines: [lineOf(book)],
    discounts: [{ name: 'GRATISPOST', type: 'shipping' }],
  }),
  order('a script discount, and a line that costs nothing', oloff, {
    lines: [lineOf(scales), { name: 'Theezeefje, cadeau', price: '0', sku: 'ZEEF' }],
    discounts: [{ kind: 'script', name: 'Staffel', type: 'percentage', value: '5', lines: [0] }],
  }),
  order('a gift card is sold', sanne, { lines: [lineOf(giftCard)], shipping: null }, { deliverTo: null }),
  order('paid with a gift card and the rest by bank', naima, { lines: [lineOf(teapot)] }, { giftCard: '25' }),
  order('a tip', amira, { lines: [lineOf(assam)], tip: '1.50' }),
  order('import duties and an additional fee', zurich, {
    tax: 'exported',
    lines: [{ ...lineOf(mug), duty: '3.20' }],
    fee: { name: 'Inklaring', price: '7.50' },
  }),
  order(
    'paid in coins, rounded to five cents',
    teun,
    { lines: [lineOf(rooibos)], shipping: null, rounding: '0.01' },
    { sourceName: 'pos', gateway: 'cash', deliverTo: null },
  ),
  order(
    'paid in another currency',
    zurich,
    { tax: 'exported', lines: [lineOf(book)] },
    { presentment: { currency: 'CHF', rate: '0.9312' } },
  ),
  order('a test order', sanne, { lines: [lineOf(mug)] }, { test: true, gateway: 'bogus' }),
  order(
    'a company of the shop (B2B), prices without tax, on account',
    studio,
    {
      pricesIncludeTax: false,
      lines: [lineOf(teapot, { quantity: 6, net: true }), lineOf(assam, { quantity: 12, net: true })],
    },
    { buyer: buyerOf(studio, true), state: 'pending', poNumber: 'PO-2026-118' },
  ),
  order(
    'a company abroad, tax shifted',
    hamburg,
    { pricesIncludeTax: false, tax: 'shifted', lines: [lineOf(scales, { quantity: 10, net: true })] },
    { buyer: buyerOf(hamburg, true) },
  ),
  order(
    'a company that is only a word in the address',
    school,
    { lines: [lineOf(tin, { quantity: 8 })] },
    { attributes: { btw_nummer: '', Kostenplaats: '4100' } },
  ),
  order(
    'refunded in part: pieces and their tax',
    koeln,
    {
      lines: [lineOf(honey, { quantity: 3, country: 'DE' }), lineOf(candle, { country: 'DE' })],
      shipping: { ...post, rate: '19' },
      taxTitle: 'MwSt',
    },
    {},
    { send: true },
    { refund: { pieces: { '0': 1 }, note: 'Pot gebroken' } },
  ),
  order(
    'refunded twice, the second time with the shipping',
    gent,
    { lines: [lineOf(mug, { quantity: 3, country: 'BE' })] },
    {},
    { refund: { pieces: { '0': 1 } } },
    { refund: { pieces: { '0': 2 }, shipping: true } },
  ),
  order(
    'a refund without lines: a gesture',
    zoe,
    { lines: [lineOf(teapot)] },
    {},
    { refund: { amount: '5.00', note: 'Kras op het deksel' } },
  ),
  order('refunded as a whole', oloff, { lines: [lineOf(tin)] }, {}, { refund: {} }),
  order('cancelled and given back', joost, { lines: [lineOf(mug)] }, {}, { cancel: {} }),
  order(
    'cancelled before it was paid',
    amira,
    { lines: [lineOf(sencha)] },
    { state: 'pending' },
    { cancel: { refund: false } },
  ),
  order(
    'edited: one line less, another one more',
    lange,
    { lines: [lineOf(assam, { quantity: 2 }), lineOf(strainer)] },
    {},
    { edit: { remove: { position: 1, pieces: 1 }, add: [lineOf(candle)] } },
  ),
  order(
    'exchanged: one piece back, another one for it',
    hanneke,
    { lines: [lineOf(mug, { choice: 0 })] },
    {},
    { send: true },
    { return: { pieces: { '0': 1 }, exchange: [lineOf(mug, { choice: 1 })], note: 'Verkeerde kleur' } },
  ),
  order('authorised only', sahin, { lines: [lineOf(scales)] }, { state: 'authorized' }),
  order('paid for half', lunchroom, { lines: [lineOf(stroopwafels, { quantity: 20 })] }, { state: 'partly' }),
  order('on hold', sanne, { lines: [lineOf(book)] }, {}, { hold: true }),
  order(
    'no e-mail address: taken down by telephone',
    noEmail,
    { lines: [lineOf(assam)] },
    { sourceName: 'shopify_draft_order', state: 'pending' },
  ),
  order('250 lines', lange, {
    lines: Array.from({ length: 250 }, (_, index) => ({
      ...lineOf(taxedArticles[index % taxedArticles.length] ?? mug, {
        quantity: 1 + (index % 3),
        choice: index,
      }),
    })),
  }),
  order('a title with markup and odd characters', zoe, {
    lines: [{ name: '<b>Mok</b> & "thee" – 日本 🍵', price: '12.10', sku: 'MOK-<1>' }],
  }),
  order(
    'ids above 2^53',
    brussel,
    { tax: 'charged', lines: [lineOf(book, { country: 'BE' })] },
    { id: '820982911946154508' },
  ),
];
