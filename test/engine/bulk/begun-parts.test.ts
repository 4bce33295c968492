import { expect, test } from 'vitest';
import { ListedDesk } from '../../../src/engine/bulk/listed-desk.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import type { ListedReport } from '../../../src/flows/bulk.ts';
import type { ProductLink } from '../../../src/flows/links.ts';
import { products } from '../../../src/flows/products/index.ts';
import { noFacts } from '../../../src/flows/products/units.ts';
import { problem } from '../../../src/records/problem.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flow = 'products:shop:other';
const unknown = problem('outcome-unknown', 'outcome_unknown', {}).toData();

function linkTo(targetId: string, more: Partial<ProductLink['facts']> = {}): ProductLink {
  return { targetId, fingerprint: '', facts: { ...noFacts, ...more } };
}

/** A product that is made as two, of which the first was not answered, and the second was. */
function settled(staysBegun: boolean) {
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const log = { info: () => undefined, error: () => undefined } as never;
  const clock = { now: () => 1_000, random: () => 0 } as never;
  const desk = new ListedDesk(flow, { stores, clock, log, definition: products as never });
  stores.tasks.add(flow, '7', null, 1, null);
  const batch = { id: 1, flow, keys: ['7'], madeAt: 1, sentAt: 1, lease: null, noticed: [] };
  const [key] = desk.begin(batch);
  const pictures = { m: { at: 1_000, sent: ['A'], stood: [] } };
  desk.intend(new Map([['7', { sku: 'TS-S', pictures }]]));
  const report: ListedReport = {
    ...{ key: '7', revision: key?.revision ?? 0, notes: {}, staysBegun },
    outcome: { kind: 'problem', problem: unknown },
    link: linkTo('', { apart: { s: linkTo(''), m: linkTo('12', { made: true }) } }),
  };
  const records = new Map([['7', { calls: 2, wrote: true }]]);
  desk.settle(batch, { reports: [report], records, calls: 0 } as never, null, new Map());
  return desk.look('7').begun;
}

test('pictures of one part that may still come to be are looked for, though another part was not answered', () => {
  expect(settled(true)).toMatchObject({ sku: 'TS-S', pictures: { m: { sent: ['A'] } } });
});

test('of what was not answered itself none were sent', () => {
  expect(settled(false)).toMatchObject({ sku: 'TS-S', pictures: {} });
});
