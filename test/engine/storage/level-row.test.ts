/** When a level was written: what stands there for a while is told from it. */
import { expect, test } from 'vitest';
import { levelAfter } from '../../../src/engine/storage/level-row.ts';
import type { LevelReport } from '../../../src/flows/bulk.ts';

const report: LevelReport = { sku: 'A', targetId: 't', quantity: '5', state: 'written' };
const at = 1_000;

function after(...reports: readonly Partial<LevelReport>[]) {
  return reports.reduce(
    (known, told, index) => levelAfter(known, 'stock', 'A', { ...report, ...told }, at + index) ?? known,
    levelAfter(null, 'stock', 'A', { ...report, wrote: true }, 0),
  );
}

test('is when Koppel last wrote it, also where the same stood there, or is none of it any more', () => {
  expect(after()?.writtenAt).toBe(0);
  expect(after({ wrote: true })?.writtenAt).toBe(at);
  expect(after({ state: 'gone', quantity: '0', wrote: true })?.writtenAt).toBe(at);
  expect(after({ state: 'uncounted', quantity: null, wrote: true })?.writtenAt).toBe(at);
});

test('is not when another number was found right', () => {
  const found = after({ quantity: '3' });
  expect(found).toMatchObject({ quantity: '3', writtenAt: 0, updatedAt: at });
  expect(after({ state: 'gone', quantity: '0' })?.writtenAt).toBe(0);
});

test('is never where all that was found was right', () => {
  expect(levelAfter(null, 'stock', 'A', report, at)?.writtenAt).toBeNull();
});
