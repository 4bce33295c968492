import { counted, number } from '../figures.ts';

/** Orders and amounts of a period. */
export const insights = {
  title: 'Insights',
  period: 'Period',
  show: 'Show',
  lastDays: (count: number) => `Last ${counted(count, 'day', 'days')}`,
  quarter: (quarter: number, year: string) => `Quarter ${quarter} of ${year}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  /** Whose days they are. */
  zone: (zone: string) => `Days as in ${zone}.`,
  nothing: 'No order of this period is known.',
  orders: 'Orders',
  amount: 'Amount',
  vat: 'VAT',
  refunded: 'Given back',
  booked: 'In the books',
  open: 'Not in the books yet',
  leftOut: 'Left out',
  perDay: 'Per day',
  asTable: 'As a table',
  day: 'Day',
  vatByRate: 'VAT per rate',
  rate: 'Rate',
  needYou: 'What needs you',
  cause: 'Cause',
  times: 'From order to invoice',
  half: 'Half of the orders within',
  most: '95 of 100 orders within',
  timesOf: (count: number) =>
    `Measured over ${counted(count, 'order', 'orders')}, from the sale in the shop until its document stood in the books. What was brought in more than a day after the sale, and what stood in the books already, is not counted here, nor are the days of tills.`,
  calls: 'Share of the rate limit',
  callsOf: (system: string, used: number, allowed: number, share: number) =>
    `${system}: ${number(used)} of ${number(allowed)} calls of a day (${share}%).`,
  notRead: (count: number) =>
    `${counted(count, 'order was', 'orders were')} heard of and not read yet: no amount is known, and no sum has it.`,
  ofBefore: (count: number) =>
    `${counted(count, 'order', 'orders')} of these days, booked by an earlier version, have no known currency and day: no sum has them until they are read again.`,
  months: 'Shop against books',
};

/** How today and the last days stand. */
export const glance = {
  /** `amounts`: what the books have of them. */
  everything: (orders: number, amounts: string) =>
    `Everything of today is in the books: ${counted(orders, 'order', 'orders')}, ${amounts}.`,
  some: (orders: number, amounts: string, open: number) =>
    `${counted(orders, 'order', 'orders')} of today in the books, ${amounts}; ${number(open)} not yet.`,
  notYet: (open: number) => `${counted(open, 'order', 'orders')} of today on the way to the books.`,
  nothing: 'No order was placed today.',
  days: 'The last 30 days',
  sumOf: (orders: number, amount: string) => `30 days: ${counted(orders, 'order', 'orders')}, ${amount}`,
  none: 'No order in these days.',
  last: 'Last orders',
  all: 'All insights',
};

/** The orders of a month against their documents. */
export const reconciliation = {
  title: (month: string) => `Shop against books, ${month}`,
  what: 'An order counts in the month in which it was placed, with all that was given back and credited of it since. Drafts count as booked.',
  back: 'Orders and amounts of this month',
  file: 'Download as CSV',
  line: 'From the shop to the books',
  sold: 'Sold in the shop',
  refunded: 'Given back in the shop',
  left_out: 'Left out by the settings, or given back before it was booked',
  due: 'Should be in the books',
  needs_you: 'Needs you',
  waiting: 'Tried again',
  on_its_way: 'On its way',
  by_person: 'Left out by a person',
  changed: 'Document of another amount than the order now',
  givenBack: 'Given back, and not credited',
  differs: 'In the books with another amount or VAT',
  documents: 'Documents',
  credited: 'Credited',
  books: 'In the books',
  difference: 'Difference',
  equal: 'The books equal the shop, to the cent.',
  holds: (amount: string) => `The difference of ${amount} is explained to the cent by the lines below.`,
  sumsAlone: (orders: number) =>
    `The sums are equal, and ${counted(orders, 'order is', 'orders are')} not: see below.`,
  broken: 'These sums do not meet. That is a fault of Koppel: please report it.',
  orders: 'Orders that are not in the books as the shop says them',
  none: 'Every order of this month is in the books as the shop says it.',
  inShop: 'Shop',
  inBooks: 'Books',
  otherAmount: (books: string, shop: string) => `Its document comes to ${books}, the order now to ${shop}.`,
  otherGivenBack: (shop: string, books: string) => `${shop} given back in the shop, ${books} credited.`,
  otherVat: (difference: string) => `Its VAT in the books differs from that of the order by ${difference}.`,
};
