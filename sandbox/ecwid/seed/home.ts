/** Orders within the Netherlands: rates, prices and charges. */
import { francois, lange, oloff, stichting, teun, zoe } from '../../kit/people/cast.ts';
import {
  book,
  candle,
  rooibos,
  scales,
  sencha,
  strainer,
  stroopwafels,
  teapot,
  tin,
} from '../../kit/shop/articles.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import { lineOf } from '../sales/lines.ts';
import type { SaleInput } from '../sales/sale.ts';
import { post } from './terms.ts';

const pickup = { method: 'Afhalen in de winkel', rate: '0', pickup: true };

export const homeSales: readonly SeedSale<SaleInput>[] = [
  {
    about: 'goods at 9 % only, shipping taxed apart at 21 %',
    buyer: francois,
    basket: {
      lines: [lineOf(sencha), lineOf(rooibos, { quantity: '5' })],
      shipping: { ...post, taxedAt: '21' },
    },
  },
  {
    about: 'a listed tax of 0 %',
    buyer: oloff,
    basket: {
      lines: [
        lineOf(strainer),
        { ...lineOf(tin), name: 'Postzegels voor antwoordzending', sku: 'ZEGEL', rate: '0' },
      ],
      shipping: null,
    },
    deliverTo: null,
  },
  {
    about: 'fetched in the shop, no delivery address',
    buyer: zoe,
    basket: { lines: [lineOf(scales), lineOf(stroopwafels, { quantity: '2' })], shipping: pickup },
    deliverTo: null,
    payment: { method: 'Pinnen in de winkel', module: 'CUSTOM' },
    fulfillmentStatus: 'READY_FOR_PICKUP',
  },
  {
    about: 'prices without tax, handling fee and surcharge',
    buyer: stichting,
    basket: {
      pricesIncludeTax: false,
      lines: [lineOf(teapot, { net: true }), lineOf(book, { quantity: '3', net: true })],
      shipping: { method: 'Koerier', rate: '9.00' },
      handlingFee: { name: 'Verpakken als geschenk', value: '3.50' },
      surcharges: [
        {
          id: 'invoice',
          description: 'Toeslag betalen op rekening',
          type: 'ABSOLUTE',
          value: '2.00',
          rate: '21',
        },
      ],
    },
  },
  {
    about: 'prices with tax, handling fee, a surcharge in percent and an untaxed tip',
    buyer: lange,
    basket: {
      lines: [lineOf(tin, { quantity: '2' }), lineOf(candle)],
      shipping: post,
      handlingFee: { name: 'Cadeauverpakking', value: '2.95' },
      surcharges: [
        { id: 'card', description: 'Toeslag creditcard', type: 'PERCENT', value: '2', rate: '21' },
        { id: 'tips', description: 'Fooi voor het team', type: 'ABSOLUTE', value: '1.50', rate: '0' },
      ],
    },
    payment: { method: 'Creditcard', module: 'STRIPE' },
  },
  {
    about: 'a guest with one name',
    buyer: teun,
    basket: { lines: [lineOf(rooibos, { quantity: '2' }), lineOf(strainer)], shipping: post },
  },
];
