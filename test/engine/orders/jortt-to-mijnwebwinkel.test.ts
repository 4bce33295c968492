/** Invoices of Jortt as orders of a shop of MijnWebwinkel: either stand-in works out by itself what they come to. */
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const timeoutMs = 120_000;

const cents = (decimal: string) => Math.round(Number(decimal) * 100);

/** In cents, by rate in hundredths of a percent. What carries none is left out. */
function byRate(rates: readonly (readonly [rate: number, tax: string])[]): Record<string, number> {
  const charged = rates.filter(([, tax]) => cents(tax) !== 0);
  return Object.fromEntries(charged.map(([rate, tax]) => [Math.round(rate * 100), cents(tax)]));
}

const amount = z.object({ amount: z.string() });
const books = z.object({
  invoices: z.array(
    z.object({
      id: z.string(),
      invoice_number: z.string().nullable(),
      invoice_total_incl_vat: amount,
      vatByRate: z.record(z.string(), z.string()),
      credited_invoice_id: z.string().nullable(),
    }),
  ),
});

const tax = z.object({ rate: z.string(), amount: z.string() });
const shop = z.object({
  orders: z.array(
    z.object({
      number: z.string(),
      status: z.number(),
      comments: z.object({ internal: z.string() }),
      debtor: z.object({ id: z.string().optional(), email: z.string(), link_to_account: z.boolean() }),
      price: z.object({ total: z.string(), tax: z.union([tax, z.array(tax)]) }),
      credited_order_number: z.number().nullable(),
    }),
  ),
  customers: z.array(z.object({ id: z.string(), email: z.string() })),
});

describe('fifty invoices of Jortt in a shop of MijnWebwinkel', () => {
  const played = new PlayedSystems(hosts);

  beforeAll(async () => {
    await played.configured({
      name: 'Tea',
      connections: {
        shop: {
          connector: 'mijnwebwinkel',
          credentials: { ...credentials.mijnwebwinkel, sentStatus: '2', cancelledStatus: '5' },
        },
        books: { connector: 'jortt', credentials: credentials.jortt },
      },
      flows: [{ flow: 'orders', from: 'books', to: 'shop', every: '15m', settings: { statuses: ['sent'] } }],
    });
    await played.live(minuteMs);
    for (let turn = 0; turn < 10; turn++) {
      await played.control('jortt', 'POST', '/invoices', { count: 5 });
      await played.live(7 * minuteMs);
    }
    await played.live(2 * hourMs);
  }, timeoutMs);

  const written = () => books.parse(played.sandbox.standIn('jortt')?.state()).invoices;
  const stands = () => shop.parse(played.sandbox.standIn('mijnwebwinkel')?.state());
  const ordersOf = (number: string | null) =>
    stands().orders.filter(({ comments }) => comments.internal.split('\n').includes(`Referentie: ${number}`));

  test('each is an order once, with its gross and its VAT per rate', () => {
    const wrong = written().flatMap((invoice) => {
      const found = ordersOf(invoice.invoice_number).map(({ price }) => ({
        gross: cents(price.total),
        byRate: byRate([price.tax].flat().map((each) => [Number(each.rate), each.amount])),
      }));
      const should = {
        gross: cents(invoice.invoice_total_incl_vat.amount),
        byRate: byRate(Object.entries(invoice.vatByRate).map(([rate, vat]) => [Number(rate) * 100, vat])),
      };
      const task = played.tasks().find(({ key }) => key === invoice.id);
      return JSON.stringify(found) === JSON.stringify([should]) ? [] : [{ found, should, task }];
    });
    expect(wrong).toEqual([]);
    expect(written()).toHaveLength(50);
    expect(stands().orders).toHaveLength(50);
  });

  test('each is on the account of its customer, which is there once', () => {
    const { orders, customers } = stands();
    expect(new Set(customers.map(({ email }) => email)).size).toBe(customers.length);
    const strangers = orders.filter(({ debtor }) => {
      const account = customers.find(({ id }) => id === debtor.id);
      return account?.email.toLowerCase() !== debtor.email.toLowerCase();
    });
    expect(strangers).toEqual([]);
  });

  test('and a second look at all of it writes nothing', async () => {
    const before = played.sent.length;
    played.integration.sync('orders', { since: '2000-01-01T00:00:00Z' });
    await played.live(2 * hourMs);
    const written = played.sent.slice(before).filter(({ call }) => !call.includes('oauth'));
    expect(written).toEqual([]);
  });
});
