import { embassy } from '../../kit/people/cast.ts';
import { brussel, gent, hamburg, koeln, leeds, lyon, sevilla, zurich } from '../../kit/people/cast-abroad.ts';
/** Orders to other countries: reverse charge, one-stop shop, export. */
import {
  assam,
  book,
  honey,
  mug,
  rooibos,
  scales,
  sencha,
  stroopwafels,
  teapot,
  tin,
} from '../sales/catalogue.ts';
import { lineOf } from '../sales/lines.ts';
import type { SeedSale } from './seed-sale.ts';

const parcel = { method: 'Pakket binnen Europa', rate: '13.95' };
const world = { method: 'Pakket buiten Europa', rate: '24.50' };

export const foreignSales: readonly SeedSale[] = [
  {
    about: 'reverse charge to a Belgian company, prices without tax',
    buyer: brussel,
    basket: {
      pricesIncludeTax: false,
      tax: 'shifted',
      lines: [
        lineOf(teapot, { quantity: '4', net: true, country: 'BE' }),
        lineOf(assam, { quantity: '30', net: true, country: 'BE' }),
      ],
      shipping: parcel,
    },
    payment: { method: 'Overboeking', module: 'CUSTOM' },
  },
  {
    about: 'reverse charge to a German company, the tax already deducted from the prices',
    buyer: hamburg,
    basket: {
      tax: 'shifted',
      lines: [
        lineOf(sencha, { quantity: '15', net: true, country: 'DE' }),
        lineOf(mug, { quantity: '8', net: true, country: 'DE', choice: 1 }),
      ],
      shipping: { ...parcel, rate: '11.53' },
      coupon: { code: 'MESSE5', name: 'Messeaktion', type: 'PERCENT', value: '5' },
    },
  },
  {
    about: 'a Belgian company that is charged: no valid number was given',
    buyer: { ...brussel, email: 'info@theehuis.example.com', vatNumber: '', hasAccount: false },
    basket: {
      lines: [lineOf(tin, { quantity: '2', country: 'BE' }), lineOf(rooibos, { country: 'BE' })],
      shipping: parcel,
    },
  },
  {
    about: 'private to Germany, German rates',
    buyer: koeln,
    basket: {
      lines: [lineOf(scales, { country: 'DE' }), lineOf(honey, { quantity: '2', country: 'DE' })],
      shipping: parcel,
    },
    payment: { method: 'PayPal', module: 'PAYPAL_CHECKOUT' },
  },
  {
    about: 'private to France, French rates with a fraction',
    buyer: lyon,
    basket: { lines: [lineOf(book, { country: 'FR' }), lineOf(teapot, { country: 'FR' })], shipping: parcel },
  },
  {
    about: 'private to Belgium, Belgian rates',
    buyer: gent,
    basket: {
      lines: [
        lineOf(stroopwafels, { quantity: '4', country: 'BE' }),
        lineOf(mug, { quantity: '2', country: 'BE' }),
      ],
      shipping: { ...parcel, rate: '8.95' },
    },
    payment: { method: 'Bancontact', module: 'CUSTOM_PAYMENT_APP-mollie-pg' },
  },
  {
    about: 'private to Spain, Spanish rates',
    buyer: sevilla,
    basket: {
      lines: [lineOf(assam, { quantity: '6', country: 'ES' }), lineOf(tin, { country: 'ES' })],
      shipping: parcel,
    },
  },
  {
    about: 'export to Switzerland',
    buyer: zurich,
    basket: {
      tax: 'exported',
      lines: [lineOf(teapot, { country: 'CH' }), lineOf(book, { country: 'CH' })],
      shipping: world,
    },
  },
  {
    about: 'export to the United Kingdom, prices without tax',
    buyer: leeds,
    basket: {
      pricesIncludeTax: false,
      tax: 'exported',
      lines: [lineOf(sencha, { quantity: '2', net: true, country: 'GB' })],
      shipping: world,
    },
  },
  {
    about: 'a customer that is exempt from tax',
    buyer: embassy,
    basket: {
      tax: 'exempt',
      lines: [
        lineOf(mug, { quantity: '20', net: true }),
        lineOf(stroopwafels, { quantity: '20', net: true }),
      ],
      shipping: { method: 'Koerier', rate: '15.00' },
    },
  },
];
