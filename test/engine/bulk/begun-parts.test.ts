/** What the object keeps of what a batch was about to make, part by part. */
import { expect, test } from 'vitest';
import { ListedDesk } from '../../../src/engine/bulk/listed-desk.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import type { Begun, ListedReport, SentUpdate } from '../../../src/flows/bulk.ts';
import { products } from '../../../src/flows/products/index.ts';
import { type Problem, problem } from '../../../src/records/problem.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flow = 'products:shop:other';
const madeAt = 2_000;
const leaseEndsAt = madeAt + 240_000;

/**
 * Of a product that is made as two: the first was begun by an earlier batch, which was ended in its lease as the flow was switched off, the other
 * by this one.
 */
const begun: Begun = {
  products: { s: { at: leaseEndsAt - 1, sku: 'TS-S' }, m: { at: leaseEndsAt, sku: 'TS-M' } },
  pictures: { m: { at: leaseEndsAt, sent: ['A'], stood: [] } },
  updates: { s: [sentUntil(leaseEndsAt - 1), sentUntil(leaseEndsAt)], m: [sentUntil(leaseEndsAt)] },
  lists: [
    { at: leaseEndsAt - 1, list: 'earlier' },
    { at: leaseEndsAt, list: 'own' },
  ],
};

function sentUntil(at: number): SentUpdate {
  return { at, sent: { name: 'x' }, attributes: {}, variants: {} };
}

/** What stays begun once the batch has ended so. `wrote`: a call of it may have made something. */
function settled(told: Begun | null | undefined, failure: Problem | null, wrote: boolean) {
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const log = { info: () => undefined, error: () => undefined } as never;
  const clock = { now: () => madeAt, random: () => 0 } as never;
  const desk = new ListedDesk(flow, { stores, clock, log, definition: products as never });
  stores.tasks.add(flow, '7', null, 1, null);
  const batch = {
    id: 1,
    flow,
    keys: ['7'],
    madeAt,
    sentAt: madeAt,
    lease: { id: 'own', until: leaseEndsAt },
    noticed: [],
  };
  const [key] = desk.begin(batch);
  desk.intend(new Map([['7', begun]]));
  const problemOf = problem('outcome-unknown', 'outcome_unknown', {}).toData();
  const report: ListedReport = {
    ...{ key: '7', revision: key?.revision ?? 0, notes: {} },
    ...{ outcome: { kind: 'problem', problem: problemOf }, ...(told === undefined ? {} : { begun: told }) },
  };
  const reports = failure === null ? [report] : [];
  const records = new Map([['7', { calls: 2, wrote }]]);
  desk.settle(batch, { reports, records, calls: 0 } as never, failure, new Map());
  return desk.look('7').begun;
}

const broken = problem('retry', 'server_error', { system: 'Other' });

test('what the batch says of it', () => {
  const left = { products: { m: { at: leaseEndsAt, sku: 'TS-M' } }, pictures: {} };
  expect(settled(left, null, true)).toEqual(left);
  expect(settled(null, null, true)).toBeNull();
});

test('all of it where nobody can tell', () => {
  expect(settled(undefined, null, true)).toEqual(begun);
  expect(settled(undefined, broken, true)).toEqual(begun);
});

test('only what an earlier batch began, where this one made no call that makes something', () => {
  expect(settled(undefined, broken, false)).toEqual({
    products: { s: begun.products.s },
    pictures: {},
    updates: { s: [sentUntil(leaseEndsAt - 1)] },
    lists: [{ at: leaseEndsAt - 1, list: 'earlier' }],
  });
});
