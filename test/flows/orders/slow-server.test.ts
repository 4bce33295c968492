/** The other side goes on working after Koppel hung up: whatever it makes within ten minutes is found, and not made again. */
import { describe, expect, test } from 'vitest';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { problem } from '../../../src/records/problem.ts';
import { unanswered, World } from './harness.ts';
import { noor, order } from './samples.ts';

type Lost = 'invoice' | 'credit in part' | 'credit' | 'customer';

const paths: Record<Lost, RegExp> = {
  invoice: /^\/v3\/invoices$/,
  'credit in part': /^\/v3\/invoices$/,
  credit: /^\/v3\/invoices\/[^/]+\/credit$/,
  customer: /^\/v3\/customers$/,
};

const settings = { state: 'sent', refunds: 'credit' } as const;

/** The order as it is when the create is lost. */
function present(what: Lost) {
  if (what === 'credit') return order({ refunded: '30.25' });
  return what === 'credit in part' ? order({ refunded: '10.00' }) : order();
}

describe.each(['invoice', 'credit in part', 'credit', 'customer'] as const)('the making of a %s', (what) => {
  test.each([20, 45, 60, 130, 299, 595])(
    'that is done %i s after its call is done once, however often it is tried',
    async (seconds) => {
      const world = new World({ settings });
      if (what.startsWith('credit')) await world.run(order());
      const begun = world.now;
      const late = hangUp(world, what);
      for (let at = 0; at <= 615; at += 5) {
        world.now = begun + at * 1000;
        if (at >= seconds) late();
        await world.run(present(what)).catch(() => undefined);
      }
      const { customers, invoices } = world.books;
      expect([customers.length, invoices.length]).toEqual([1, what.startsWith('credit') ? 2 : 1]);
      expect([...world.steps]).toEqual([]);
    },
  );
});

test('what is never done is made again after ten minutes, and then booked', async () => {
  const world = new World({ settings });
  const begun = world.now;
  hangUp(world, 'invoice');
  await world.problem(order());
  world.now = begun + 599_999;
  expect(await world.problem(order())).toMatchObject({
    kind: 'wait',
    retryAt: begun + 600_000 + jortt.searchDelayMs,
  });
  world.now = begun + 600_000 + jortt.searchDelayMs;
  expect(await world.run(order())).toMatchObject({ kind: 'done' });
  expect(world.books.invoices).toHaveLength(1);
});

test('a refusal by the system is no reason to wait', async () => {
  const world = new World({ settings });
  let isFirst = true;
  world.books.trouble = ({ method, path }, when) => {
    if (method !== 'POST' || path !== '/v3/invoices' || when !== 'before' || !isFirst) return;
    isFirst = false;
    throw problem('rejected', 'refused', { system: 'Jortt', status: 422, said: 'no' });
  };
  expect(await world.problem(order())).toMatchObject({ kind: 'rejected' });
  expect(await world.run(order())).toMatchObject({ kind: 'done' });
});

test('two orders of one customer whose making was lost wait for it, and share it', async () => {
  const world = new World({ settings });
  const late = hangUp(world, 'customer');
  const other = order({ id: 'SO-2', number: '1002', customer: { ...noor, email: 'NOOR@example.com' } });
  await world.problem(order());
  expect(await world.problem(other)).toMatchObject({ kind: 'wait' });
  late();
  await world.run(other);
  await world.run(order());
  expect([world.books.customers.length, world.books.invoices.length]).toEqual([1, 2]);
});

/** The first such call is taken in and not answered. Returns what does its work. */
function hangUp(world: World, what: Lost): () => void {
  let work: (() => void) | null = null;
  let isFirst = true;
  world.books.trouble = (call, when) => {
    if (call.method !== 'POST' || !paths[what].test(call.path) || when !== 'before' || !isFirst) return;
    isFirst = false;
    work = () => void world.books.answer(call);
    throw unanswered();
  };
  return () => {
    work?.();
    work = null;
  };
}
