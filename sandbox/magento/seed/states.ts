/** Orders in every state, and with every kind of refund. */
import {
  daniel,
  fenna,
  hanneke,
  joke,
  marit,
  pieter,
  quirijn,
  ruud,
  sjoerd,
  willem,
} from '../../kit/people/cast.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import {
  atlas,
  chair,
  clip,
  coffee,
  gift,
  lineOf,
  notebook,
  novel,
  pen,
  readingSet,
  shirt,
} from '../sales/catalogue.ts';
import type { SaleInput } from '../sales/sale.ts';
import { free, paid, post, shipped } from './terms.ts';

const mixed = { lines: [lineOf(notebook, { quantity: '4' }), lineOf(novel)], shipping: post };

export const stateSales: readonly SeedSale<SaleInput>[] = [
  {
    about: 'placed, nothing done yet',
    buyer: hanneke,
    basket: mixed,
    payment: { method: 'checkmo', title: 'Overboeking' },
  },
  { about: 'left at the payment service', buyer: ruud, basket: mixed, state: 'pending_payment' },
  { about: 'payment under review', buyer: marit, basket: mixed, state: 'payment_review' },
  { about: 'on hold', buyer: pieter, basket: mixed, deeds: [{ hold: true, comment: 'Adres navragen' }] },
  { about: 'cancelled', buyer: joke, basket: mixed, deeds: [{ cancel: true }] },
  {
    about: 'a status of the merchant’s own',
    buyer: quirijn,
    basket: mixed,
    deeds: [paid, { status: 'verpakt', comment: 'Staat klaar' }],
  },
  {
    about: 'invoiced and sent in two parts',
    buyer: fenna,
    basket: { lines: [lineOf(coffee, { quantity: '5' }), lineOf(shirt, { quantity: '3' })], shipping: post },
    deeds: [
      {
        invoice: { rows: [{ position: 0, quantity: '2' }] },
        ship: { rows: [{ position: 0, quantity: '2' }] },
      },
      { invoice: true, ship: true },
    ],
  },
  {
    about: 'one of several given back, shipping kept, with a coupon',
    buyer: sjoerd,
    basket: {
      lines: [lineOf(notebook, { quantity: '3' }), lineOf(atlas)],
      shipping: post,
      discount: { label: 'HERFST10', coupon: 'HERFST10', type: 'percent', value: '10' },
    },
    deeds: [paid, shipped, { refund: { rows: [{ position: 0, quantity: '1' }], shipping: '0' } }],
  },
  {
    about: 'only the shipping given back',
    buyer: willem,
    basket: { lines: [lineOf(chair)], shipping: post },
    deeds: [paid, shipped, { refund: { rows: [] } }],
  },
  {
    about: 'part of a dynamic bundle order given back, a fee kept',
    buyer: hanneke,
    basket: { lines: [lineOf(readingSet, { quantity: '2' }), lineOf(pen)], shipping: post },
    deeds: [
      paid,
      shipped,
      { refund: { rows: [{ position: 0, quantity: '1' }], shipping: '0', adjustmentNegative: '2.50' } },
    ],
  },
  {
    about: 'given back as a whole, in two goes',
    buyer: daniel,
    basket: { lines: [lineOf(shirt, { quantity: '2' }), lineOf(novel)], shipping: post },
    deeds: [
      paid,
      shipped,
      { refund: { rows: [{ position: 0, quantity: '1' }], shipping: '0' } },
      { refund: {} },
    ],
  },
  {
    about: 'given back before it was sent',
    buyer: pieter,
    basket: { lines: [lineOf(novel, { quantity: '3' })], shipping: post },
    deeds: [paid, { refund: {} }],
  },
  {
    about: 'an order that costs nothing',
    buyer: joke,
    basket: {
      lines: [lineOf(notebook)],
      shipping: free,
      discount: { label: 'Proefexemplaar', coupon: 'GRATIS', type: 'percent', value: '100' },
    },
    payment: { method: 'free', title: 'Geen betaling nodig' },
    deeds: [paid, shipped],
  },
  {
    about: 'edited by the merchant: a new order in its place',
    buyer: ruud,
    basket: mixed,
    deeds: [{ edit: { rows: [{ position: 0, quantity: '6' }] } }],
  },
  {
    about: 'goods at 21 %, 9 % and a listed tax of 0 %, and an untaxed gift card',
    buyer: fenna,
    basket: {
      lines: [
        lineOf(notebook),
        lineOf(novel),
        { ...lineOf(pen), sku: 'ZEGELS', name: 'Postzegels voor antwoord', price: '11.40', rate: '0' },
        lineOf(gift),
      ],
      shipping: post,
    },
    deeds: [paid],
  },
  {
    about: 'many rows of next to nothing: tax rounded by row drifts away',
    buyer: quirijn,
    basket: { lines: Array.from({ length: 16 }, () => lineOf(clip, { quantity: '2' })), shipping: post },
    deeds: [paid],
  },
];
