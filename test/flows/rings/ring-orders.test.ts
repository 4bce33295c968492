/** One integration whose two systems both make orders: what Koppel made itself must not be carried back. */
import { expect, test } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { StandIns } from '../customers/stand-ins.ts';

const sale = {
  email: 'noor@example.com',
  paymentStatus: 'PAID',
  fulfillmentStatus: 'AWAITING_PROCESSING',
  pricesIncludeTax: true,
  subtotal: 24.2,
  tax: 4.2,
  total: 24.2,
  items: [
    {
      sku: 'MUG',
      name: 'Mug',
      price: 12.1,
      productPrice: 12.1,
      quantity: 2,
      tax: 4.2,
      taxes: [{ name: 'BTW 21%', value: 21, total: 4.2, taxOnDiscountedSubtotal: 4.2, includeInPrice: true }],
    },
  ],
  billingPerson: {
    name: 'Noor de Wit',
    street: 'Kade 12',
    city: 'Zwolle',
    postalCode: '8011 AB',
    countryCode: 'NL',
  },
};

test.each([
  ['final, sent only', { state: 'sent' }, { statuses: ['sent'] }],
  ['with no settings at all', {}, {}],
])(
  'orders shop to books and books to shop, %s: one sale stays one order and one invoice',
  async (_, there, back) => {
    const all = await StandIns.open([
      { flow: 'orders', from: 'shop', to: 'books', every: '5m', settings: there },
      { flow: 'orders', from: 'books', to: 'shop', every: '5m', settings: back },
    ]);
    await all.inShop('POST', '/orders', sale);
    const growth: string[] = [];
    for (let hour = 1; hour <= 6; hour++) {
      await all.live(hourMs);
      const orders = ((await all.inShop('GET', '/orders')).items as unknown[]).length;
      growth.push(
        `after ${hour} h: ${orders} orders, invoices made ${all.writes.filter((w) => w.endsWith('/v3/invoices')).length}`,
      );
    }
    console.log(growth.join('\n'));
    expect(growth.at(-1)).toBe('after 6 h: 1 orders, invoices made 1');
  },
  120_000,
);
