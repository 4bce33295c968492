/** Orders from within the Netherlands: kinds of articles, rates, discounts. */
import {
  aylin,
  daniel,
  fenna,
  hanneke,
  joke,
  marit,
  naima,
  pieter,
  quirijn,
  ruud,
  school,
  sjoerd,
  studio,
  willem,
} from '../../kit/people/cast.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import {
  atlas,
  chair,
  clip,
  coffee,
  course,
  deskSet,
  font,
  gift,
  ink,
  lamp,
  lineOf,
  notebook,
  novel,
  pen,
  readingSet,
  shirt,
} from '../sales/catalogue.ts';
import type { SaleInput } from '../sales/sale.ts';
import { free, paid, post } from './terms.ts';

const bank = { method: 'banktransfer', title: 'Bankoverschrijving' };
const done = { invoice: true, ship: true } as const;

export const homeSales: readonly SeedSale<SaleInput>[] = [
  {
    about: 'simple articles at 21 %, complete',
    buyer: hanneke,
    basket: { lines: [lineOf(notebook, { quantity: '3' }), lineOf(pen, { quantity: '2' })], shipping: post },
    deeds: [paid, { ship: true }],
    note: 'Graag voor het weekend.',
  },
  {
    about: 'goods at 21 % and 9 %, delivered elsewhere',
    buyer: ruud,
    deliverTo: {
      firstname: 'Buurman',
      lastname: 'de Wilde',
      street: ['Havenstraat', '9'],
      postcode: '3024 SB',
      city: 'Rotterdam',
      country: 'NL',
    },
    basket: { lines: [lineOf(novel, { quantity: '2' }), lineOf(notebook), lineOf(coffee)], shipping: post },
    deeds: [paid],
  },
  {
    about: 'a configurable article: parent and child rows',
    buyer: aylin,
    basket: { lines: [lineOf(shirt, { quantity: '2', variant: 1 }), lineOf(pen)], shipping: post },
    deeds: [done],
  },
  {
    about: 'a configurable article with a coupon of 10 % on prices with tax: hidden tax',
    buyer: pieter,
    basket: {
      lines: [lineOf(shirt, { quantity: '2' }), lineOf(novel), lineOf(pen, { quantity: '5' })],
      shipping: post,
      discount: { label: 'LENTE10', coupon: 'LENTE10', type: 'percent', value: '10' },
    },
    deeds: [paid],
  },
  {
    about: 'a bundle at a fixed price: the parent counts',
    buyer: marit,
    basket: { lines: [lineOf(deskSet, { quantity: '2' })], shipping: post },
    deeds: [paid],
  },
  {
    about: 'a bundle that costs what its parts do, at two rates: the children count',
    buyer: joke,
    basket: { lines: [lineOf(readingSet, { quantity: '2' }), lineOf(pen)], shipping: post },
    deeds: [done],
  },
  {
    about: 'a dynamic bundle with a discount',
    buyer: quirijn,
    basket: {
      lines: [lineOf(readingSet)],
      shipping: post,
      discount: { label: 'Welkom', coupon: 'WELKOM5', type: 'amount', value: '5' },
    },
    deeds: [paid],
  },
  {
    about: 'virtual and downloadable goods: nothing to send, complete with the invoice',
    buyer: fenna,
    basket: { lines: [lineOf(course), lineOf(font)] },
    deeds: [paid],
  },
  {
    about: 'grouped articles: a row each, no parent',
    buyer: sjoerd,
    basket: { lines: [lineOf(ink, { quantity: '4' }), lineOf(notebook, { quantity: '2' })], shipping: post },
    deeds: [paid],
  },
  {
    about: 'a guest, with bank transfer, not paid yet',
    buyer: daniel,
    basket: { lines: [lineOf(atlas)], shipping: post },
    payment: bank,
  },
  {
    about: 'a guest, free shipping by rule',
    buyer: naima,
    basket: { lines: [lineOf(chair)], shipping: free },
    deeds: [done],
  },
  {
    about: 'a discount of a fixed amount over both rates',
    buyer: willem,
    basket: {
      lines: [lineOf(novel), lineOf(lamp), lineOf(coffee, { quantity: '2' })],
      shipping: post,
      discount: { label: 'Vaste klant', type: 'amount', value: '7.5' },
    },
    deeds: [paid],
  },
  {
    about: 'a discount that takes the shipping along',
    buyer: hanneke,
    basket: {
      lines: [lineOf(notebook, { quantity: '10' })],
      shipping: post,
      discount: { label: 'ALLES15', coupon: 'ALLES15', type: 'percent', value: '15', onShipping: true },
    },
    deeds: [paid],
  },
  {
    about: 'fixed product tax on a lamp',
    buyer: ruud,
    basket: { lines: [lineOf(lamp, { quantity: '2' })], shipping: post },
    deeds: [done],
  },
  {
    about: 'untaxed gift card beside taxed goods',
    buyer: aylin,
    basket: { lines: [lineOf(gift), lineOf(novel)], shipping: post },
    deeds: [paid],
  },
  {
    about: 'paid in part with a gift card and store credit: the document stays whole',
    buyer: pieter,
    basket: { lines: [lineOf(chair)], shipping: free, giftCard: '50', storeCredit: '12.35' },
    deeds: [paid],
  },
  {
    about: 'prices without tax, a company, with a discount',
    buyer: studio,
    basket: {
      store: 'zakelijk',
      lines: [
        lineOf(chair, { quantity: '6', net: true }),
        lineOf(coffee, { quantity: '12', net: true }),
        lineOf(notebook, { quantity: '50', net: true }),
      ],
      shipping: { method: 'tablerate_bestway', description: 'Koerier - Pallet', price: '35.00' },
      discount: { label: 'Staffel', type: 'percent', value: '7.5' },
    },
    payment: { method: 'purchaseorder', title: 'Op rekening' },
    deeds: [paid],
  },
  {
    about: 'prices without tax, tax on the total, odd amounts',
    buyer: school,
    basket: {
      store: 'zakelijk',
      lines: [
        lineOf(pen, { quantity: '7', net: true }),
        lineOf(ink, { quantity: '3', net: true }),
        lineOf(novel, { quantity: '31', net: true }),
      ],
      shipping: { method: 'tablerate_bestway', description: 'Koerier - Doos', price: '8.26' },
    },
    deeds: [done],
  },
  {
    about: 'many of something cheap: the net unit price, rounded, does not add up to the row',
    buyer: willem,
    basket: { lines: [lineOf(clip, { quantity: '250' })], shipping: post },
    deeds: [paid],
  },
];
