/** Receipts of a day at the till: each is here for the reason that it names. */
import { sanne } from '../../kit/people/cast.ts';
import { assam, giftCard, mug, rooibos, sencha, strainer, tin } from '../../kit/shop/articles.ts';
import { completed } from '../orders/statuses.ts';
import { lineOf } from '../sales/lines.ts';
import { cash, pin } from '../shop-info/paymethods.ts';
import type { ShopSale } from './sales.ts';

export const tillSales: readonly ShopSale[] = [
  receipt('anonymous, by card, two rates', { lines: [lineOf(mug), lineOf(assam, { quantity: '2' })] }),
  receipt('in cash, rounded to five cents', {
    lines: [{ ...lineOf(strainer), price: '4.98' }],
    paymethod: cash.id,
    rounding: '0.02',
  }),
  receipt('goods that come back: below zero', {
    lines: [lineOf(tin, { quantity: '-1' })],
    paymethod: cash.id,
  }),
  receipt('one piece comes back, another is bought', {
    lines: [lineOf(mug, { quantity: '-1' }), lineOf(sencha, { quantity: '2' })],
  }),
  receipt('a tip with the card payment', { lines: [{ ...lineOf(mug), price: '12.10' }], tip: '2.00' }),
  receipt('a voucher sold for cash', {
    lines: [{ ...lineOf(giftCard), price: '50.00' }],
    paymethod: cash.id,
  }),
  receipt('goods paid with a voucher, the rest in cash', {
    lines: [{ ...lineOf(mug), price: '30.25' }],
    voucher: '25.00',
    paymethod: cash.id,
  }),
  receipt('a receipt without lines', { lines: [] }),
  receipt('somebody who is named', { lines: [lineOf(rooibos, { quantity: '3' })], buyer: sanne }),
  receipt('goods by weight', {
    lines: [{ ...lineOf(assam, { quantity: '0.35' }), unit: 'kg', price: '28.00' }],
  }),
  receipt('a price that was typed in, with a deposit', {
    lines: [
      { name: 'Glas ijsthee', price: '3.75', vat: 'reduced' },
      { name: 'Statiegeld', price: '0.25', type: 'container_deposit' },
    ],
  }),
];

function receipt(about: string, { buyer = null, ...more }: Partial<ShopSale>): ShopSale {
  return { about, buyer, till: true, lines: [], paymethod: pin.id, status: completed, ...more };
}
