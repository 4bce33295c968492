import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

/** How an order stands. */
export const orderStates = {
  queued: 'on its way',
  waiting: 'trying again',
  parked: 'needs you',
  booked: 'booked',
  credited: 'credited',
  in_day: 'in the day',
  skipped: 'not booked',
};

/** The orders of a link, each once. */
export const orderList = {
  title: 'Orders',
  find: 'Order number, invoice number or amount',
  state: 'State',
  flow: 'Flow',
  from: 'From',
  to: 'Up to',
  any: 'any',
  search: 'Search',
  all: 'All orders',
  file: 'Download as CSV',
  number: 'Order',
  placed: 'Placed',
  amount: 'Amount',
  document: 'Document',
  why: 'Why',
  notRead: 'not read yet',
  noMatch: 'No order matches this.',
  nothing: 'No order is known yet.',
  newest: 'Newest',
  older: 'Older',
  /** Under a state, for one that is tried again. */
  again: <Part>(at: Part) => sentence`next try ${at}`,
};

/** One order. */
export const orderPage = {
  placed: 'Placed',
  seen: 'First seen',
  amount: 'Amount',
  refunded: 'Refunded',
  document: 'Document',
  booked: 'Booked',
  credited: 'Credited',
  /** Where the order is looked at in its own system. */
  inSource: (system: string) => `In ${system}`,
  open: 'open there',
  noDocument: 'none',
  /** The document of a till's day. */
  dayOf: (date: string, till: string) => `the day ${date} of ${till}`,
  notBooked: (why: string) => `Not booked: ${why}.`,
  noTotals: 'The order was not read yet, so its amount is not known.',
  lines: 'Line by line',
  asInSource: 'In the order',
  asInTarget: 'In the document',
  compared: 'Compared',
  same: 'equal',
  differs: 'different',
  alone: 'one side only',
  kinds: {
    item: 'Article',
    shipping: 'Shipping',
    discount: 'Discount',
    fee: 'Fee',
    rounding: 'Rounding',
  },
  noLines: 'The lines are shown as long as what was read and written is kept.',
  happened: 'Every attempt',
  more: (count: number) => `The last ${number(count)} are shown.`,
  technical: 'Technical details',
};
