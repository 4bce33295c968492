/** Records of shops count from the same numbers: what is known of one shop's order 1 says nothing of another's. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { plainBasket, sahin } from '../../support/shop-deeds.ts';
import { TwoShops } from '../../support/two-shops.ts';

async function begun(settings: Record<string, unknown> = {}): Promise<TwoShops> {
  const shops = new TwoShops();
  await shops.first.configured(shops.fromShop('first', settings));
  await shops.first.live(minuteMs);
  return shops;
}

test('a PUT that leads to another shop says so at once and nothing runs, whatever is sold there', async () => {
  const shops = await begun();
  await shops.sell('first', 3);
  await shops.first.live(10 * minuteMs);
  expect(shops.invoices).toHaveLength(3);
  const answer = await shops.integration.configure(shops.fromShop('second'));
  expect(answer.problems).toMatchObject([{ code: 'account_changed', connection: 'shop' }]);
  shops.first.sent.length = 0;
  const asked: string[] = [];
  shops.first.interfere = (call) => void asked.push(call);
  await shops.sell('second', 3);
  await shops.first.live(hourMs);
  expect(shops.invoices).toHaveLength(3);
  // The account is read to know it, and nothing else.
  expect(new Set(asked)).toEqual(
    new Set(['GET magento /rest/V1/store/storeConfigs', 'GET magento /rest/V1/orders']),
  );
  expect(asked).toHaveLength(2);
  expect(shops.codes()).toEqual(['account_changed']);
});

test('once it is said to be another account, its orders are booked, those of the same numbers too', async () => {
  const shops = await begun();
  const before = await shops.sell('first', 3);
  await shops.first.live(10 * minuteMs);
  await shops.integration.configure(shops.fromShop('second'));
  const old = await shops.sell('second', 2);
  await shops.first.live(minuteMs);
  const view = await shops.integration.acceptAccount('shop', 'another');
  expect(view.problems).toEqual([]);
  await shops.first.live(minuteMs);
  const after = await shops.sell('second', 3);
  await shops.first.live(20 * minuteMs);
  expect([...old, ...after].slice(0, 3)).toEqual(before);
  // It began when it was accepted: what was sold there before stays out.
  expect(shops.invoices).toHaveLength(6);
});

test('the register has the orders of both shops, each once, though their numbers are the same', async () => {
  const shops = await begun();
  const before = await shops.sell('first', 2);
  await shops.first.live(10 * minuteMs);
  await shops.integration.configure(shops.fromShop('second'));
  await shops.integration.acceptAccount('shop', 'another');
  await shops.first.live(minuteMs);
  const after = await shops.sell('second', 2);
  await shops.first.live(20 * minuteMs);
  const { items } = shops.integration.reports.orders.list({ state: 'booked' }, 99);
  expect(items.map(({ key, from }) => `${from} ${key}`).sort()).toEqual(
    [...before, ...after].map((key) => `shop ${key}`).sort(),
  );
  expect(new Set(items.map(({ document }) => document?.id)).size).toBe(4);
});

test('an order that is given back in the other shop gives nothing back to a buyer of the first', async () => {
  const shops = await begun({ refunds: 'credit' });
  await shops.sell('first', 1);
  await shops.first.live(10 * minuteMs);
  await shops.integration.configure(shops.fromShop('second', { refunds: 'credit' }));
  await shops.first.live(minuteMs);
  await shops.integration.acceptAccount('shop', 'another');
  await shops.first.live(minuteMs);
  const [id] = await shops.sell('second', 1);
  await shops.lever('second', 'PATCH', `/orders/${id}`, { refund: {} });
  await shops.first.live(20 * minuteMs);
  expect(shops.ends(1)).toEqual([`${id} skipped refunded before it was booked`]);
  expect(shops.invoices).toHaveLength(1);
});

test('back at the first shop everything is as it was: what was booked is known, and what was missed is taken', async () => {
  const shops = await begun({ refunds: 'credit' });
  const [id] = await shops.sell('first', 1);
  await shops.first.live(10 * minuteMs);
  await shops.integration.configure(shops.fromShop('second', { refunds: 'credit' }));
  await shops.first.live(minuteMs);
  await shops.integration.acceptAccount('shop', 'another');
  await shops.first.live(hourMs);
  await shops.sell('second', 1);
  await shops.sell('first', 1);
  await shops.lever('first', 'PATCH', `/orders/${id}`, { refund: {} });
  await shops.first.live(10 * minuteMs);
  expect(shops.invoices).toHaveLength(2);
  const view = await shops.integration.configure(shops.fromShop('first', { refunds: 'credit' }));
  expect(view.problems).toEqual([]);
  await shops.first.live(10 * minuteMs);
  const made = shops.invoices.slice(2);
  expect(made).toHaveLength(2);
  // The credit is for the buyer of the first shop's order of that number.
  const buyer = shops.invoices[0]?.customer_id;
  expect(made.filter(({ customer_id }) => customer_id === buyer)).toHaveLength(1);
});

test('a shop that moved keeps what is known of it, once that is said', async () => {
  const shops = await begun();
  const [id] = await shops.sell('first', 1);
  await shops.first.live(10 * minuteMs);
  // The second stands for the first at its new address: it has the same order.
  await shops.sell('second', 1);
  await shops.integration.configure(shops.fromShop('second'));
  await shops.first.live(minuteMs);
  await shops.integration.acceptAccount('shop', 'same');
  await shops.first.live(minuteMs);
  shops.integration.sync('orders', { keys: [id ?? ''] });
  await shops.first.live(10 * minuteMs);
  expect(shops.invoices).toHaveLength(1);
  expect(shops.codes()).not.toContain('account_changed');
});

test('a target that is another shop is never given the ids of the first', async () => {
  const shops = new TwoShops();
  const { first } = shops;
  await first.configured(shops.intoShop('first'));
  await first.live(minuteMs);
  await first.control('ecwid', 'POST', '/sales', { buyer: sahin, basket: plainBasket });
  await first.live(10 * minuteMs);
  await shops.sell('second', 12);
  await shops.integration.configure(shops.intoShop('second'));
  await first.live(minuteMs);
  await shops.integration.acceptAccount('books', 'another');
  await first.live(minuteMs);
  await first.control('ecwid', 'POST', '/sales', { buyer: sahin, basket: plainBasket });
  await first.live(10 * minuteMs);
  const state = z
    .object({
      customers: z.array(z.object({ id: z.number(), email: z.string() })),
      orders: z.array(z.object({ customer_id: z.number().nullish(), customer_email: z.string() })),
    })
    .parse(shops.secondState());
  const order = state.orders.at(-1);
  expect(order?.customer_email).toBe(sahin.email);
  const owner = state.customers.find(({ id }) => id === order?.customer_id);
  expect(owner?.email ?? sahin.email).toBe(sahin.email);
});
