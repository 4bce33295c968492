/** Orders with discounts, and with gift cards and store credit, which are means of payment. */
import { francois, joost, lunchroom, oloff, sahin, sanne, sanneAsGuest, zoe } from '../../kit/people/cast.ts';
import {
  assam,
  book,
  candle,
  giftCard,
  honey,
  mug,
  scales,
  sencha,
  stroopwafels,
  teapot,
  tin,
} from '../../kit/shop/articles.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import { lineOf } from '../sales/lines.ts';
import type { SaleInput } from '../sales/sale.ts';
import { post } from './terms.ts';

const sample = { ...candle, sku: 'PROEF', name: 'Proefpakket thee en kaars' };

export const discountSales: readonly SeedSale<SaleInput>[] = [
  {
    about: 'coupon: a fixed amount over two rates',
    buyer: sanneAsGuest,
    basket: {
      lines: [lineOf(teapot), lineOf(sencha, { quantity: '2' })],
      shipping: post,
      coupon: { code: 'WELKOM10', name: 'Welkomstkorting', type: 'ABS', value: '10' },
    },
  },
  {
    about: 'coupon: a percentage',
    buyer: sahin,
    basket: {
      lines: [lineOf(mug, { quantity: '3' }), lineOf(book), lineOf(honey)],
      shipping: post,
      coupon: { code: 'ZOMER15', name: 'Zomeractie', type: 'PERCENT', value: '15' },
    },
  },
  {
    about: 'coupon: free shipping, taken off beside the shipping rate',
    buyer: zoe,
    basket: {
      lines: [lineOf(candle, { quantity: '5' }), lineOf(assam)],
      shipping: post,
      coupon: { code: 'GRATISPOST', name: 'Gratis verzending', type: 'SHIPPING' },
    },
  },
  {
    about: 'coupon: free shipping, with a shipping rate of nothing',
    buyer: oloff,
    basket: {
      lines: [lineOf(scales)],
      shipping: { ...post, rate: '0' },
      coupon: { code: 'GRATISPOST', name: 'Gratis verzending', type: 'SHIPPING' },
    },
  },
  {
    about: 'coupon: a fixed amount and free shipping',
    buyer: joost,
    basket: {
      lines: [lineOf(tin, { quantity: '3' }), lineOf(stroopwafels)],
      shipping: post,
      coupon: { code: 'VRIEND', name: 'Vriendenactie', type: 'ABS_AND_SHIPPING', value: '5' },
    },
  },
  {
    about: 'order discount by subtotal and coupon together',
    buyer: francois,
    basket: {
      lines: [
        lineOf(teapot, { choice: 2 }),
        lineOf(mug, { quantity: '6' }),
        lineOf(assam, { quantity: '4' }),
      ],
      shipping: post,
      promotions: [{ base: 'ON_TOTAL', type: 'PERCENT', value: '10' }],
      coupon: { code: 'WELKOM10', name: 'Welkomstkorting', type: 'ABS', value: '10' },
    },
  },
  {
    about: 'discount of a customer group, prices without tax',
    buyer: lunchroom,
    basket: {
      pricesIncludeTax: false,
      lines: [lineOf(sencha, { quantity: '10', net: true }), lineOf(tin, { quantity: '10', net: true })],
      shipping: { method: 'Pakketdienst zakelijk', rate: '12.50' },
      promotions: [{ base: 'ON_MEMBERSHIP', type: 'PERCENT', value: '7.5' }],
    },
  },
  {
    about: 'discount on one line, and a flat one made by an app',
    buyer: sanne,
    basket: {
      lines: [lineOf(mug, { quantity: '2' }), lineOf(book), lineOf(honey, { quantity: '2' })],
      shipping: post,
      promotions: [
        { base: 'ITEM', type: 'PERCENT', value: '50', lines: [0], description: 'Tweede halve prijs' },
        { base: 'CUSTOM', type: 'ABS', value: '3.33', description: 'Spaarpunten' },
      ],
    },
  },
  {
    about: 'paid in part with a gift card',
    buyer: zoe,
    basket: { lines: [lineOf(teapot), lineOf(assam)], shipping: post, giftCard: '25' },
  },
  {
    about: 'paid whole with a gift card',
    buyer: sahin,
    basket: { lines: [lineOf(honey, { quantity: '2' })], shipping: post, giftCard: '50' },
    payment: { method: 'Cadeaubon', module: 'GIFT_CARD' },
  },
  {
    about: 'store credit, already taken off the total',
    buyer: francois,
    basket: { lines: [lineOf(scales), lineOf(sencha)], storeCredit: { amount: '15', takenOffTotal: true } },
  },
  {
    about: 'store credit, the total still whole',
    buyer: oloff,
    basket: {
      lines: [lineOf(candle, { quantity: '6' })],
      shipping: post,
      storeCredit: { amount: '12.5', takenOffTotal: false },
    },
  },
  {
    about: 'nothing but a gift card bought',
    buyer: joost,
    basket: { lines: [lineOf(giftCard, { quantity: '2' })] },
    deliverTo: null,
  },
  {
    about: 'comes to zero',
    buyer: sanne,
    basket: {
      lines: [lineOf(sample)],
      coupon: { code: 'PROEF', name: 'Proefpakket', type: 'PERCENT', value: '100' },
    },
    deliverTo: null,
  },
];
