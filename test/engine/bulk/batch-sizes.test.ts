import { expect, test } from 'vitest';
import { BatchSizes } from '../../../src/engine/bulk/batch-sizes.ts';
import type { ListedReport } from '../../../src/flows/bulk.ts';

const most = 100;

test('a flow whose calls suffice has batches of all that its target takes', () => {
  const sizes = new BatchSizes();
  sizes.wentWell('stock', most);
  expect(sizes.of('stock', most)).toBe(most);
});

test('those of a flow are shorter where its calls do not suffice, others are not', () => {
  const sizes = new BatchSizes();
  sizes.shorten('stock', 50);
  expect(sizes.of('stock', most)).toBe(50);
  expect(sizes.of('products', 10)).toBe(10);
  sizes.shorten('stock', 0);
  expect(sizes.of('stock', most)).toBe(1);
});

test('when it goes well they grow again, step by step, and never beyond what the target takes', () => {
  const sizes = new BatchSizes();
  sizes.shorten('stock', 60);
  const seen = new Set<number>();
  for (let batch = 0; batch < 12; batch++) {
    const size = sizes.of('stock', most);
    seen.add(size);
    sizes.wentWell('stock', size);
  }
  expect([...seen]).toEqual([60, most]);
});

test('a batch that was short because nothing more was due tells nothing of longer ones', () => {
  const sizes = new BatchSizes();
  sizes.shorten('stock', 50);
  for (let batch = 0; batch < 20; batch++) sizes.wentWell('stock', 3);
  expect(sizes.of('stock', most)).toBe(50);
});

const spent: ListedReport = {
  ...{ key: 'last', revision: 1, notes: {} },
  outcome: { kind: 'problem', problem: { kind: 'wait', code: 'run_spent', params: {} } },
};

function done(count: number): ListedReport[] {
  const outcome = { kind: 'done', targetId: '1', reason: { code: 'created', params: {} } } as const;
  return Array.from({ length: count }, (_, at) => ({ key: `${at}`, revision: 1, notes: {}, outcome }));
}

test.each([
  [14, 14],
  [0, 1],
])('one that was broken off after %i were done is followed by batches of %i', (before, after) => {
  const sizes = new BatchSizes();
  const none = { claimed: new Map(), records: new Map(), calls: 45, answered: [], ended: new Map() };
  sizes.learn('products', { ...none, reports: [...done(before), spent], failure: null }, most);
  expect(sizes.of('products', most)).toBe(after);
});
