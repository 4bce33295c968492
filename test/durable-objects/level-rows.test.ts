// What levels cost in rows, as Cloudflare counts them: those of indices are among them.
import { runInDurableObject } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { countStorage } from '../../bench/cost/counting-storage.ts';
import { type StatementCount, Tally } from '../../bench/cost/tally.ts';
import { koppel, newId, Subject } from './support/harness.ts';
import { Levels, many } from './support/levels.ts';
import { stockDocument, stockFlow } from './support/stock.ts';
import { clock, minuteMs } from './support/virtual-clock.ts';

/** What is counted of it from now on. */
async function counting(levels: Subject): Promise<Tally> {
  const tally = new Tally();
  await runInDurableObject(levels.stub, (_, { storage }) => countStorage(storage, 'integration', tally));
  return tally;
}

function sum(statements: readonly StatementCount[], of: 'rowsRead' | 'rowsWritten'): number {
  return statements.reduce((all, each) => all + each[of], 0);
}

it('50,000 levels of which some change: at most four rows written for each of those, and few read', async () => {
  const changed = 200;
  const levels = await Levels.of(many(changed));
  await levels.atRest();
  await levels.sql(
    `WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ?)
     INSERT INTO levels (flow, sku, key, target_id, quantity, state, written_at, updated_at)
     SELECT 'stock:shop:other', 'Q' || n, 'Q' || n, 'T' || n, '5', 'written', 1, 1 FROM each`,
    50_000 - changed,
  );
  clock.pass(minuteMs);
  const tally = await counting(levels);
  for (const [sku, pieces] of many(changed)) {
    await levels.set(sku, 5_000 + pieces);
    await levels.notify(sku);
  }
  await levels.atRest();
  const { statements } = tally.take();
  expect(await levels.pieces('P200')).toBe(5_200);
  const ofLevels = statements.filter(({ sql }) => /\b(dirty|levels|batches)\b/.test(sql));
  expect(sum(ofLevels, 'rowsWritten')).toBeLessThanOrEqual(4 * changed);
  expect(sum(statements, 'rowsRead')).toBeLessThan(60 * changed);
});

it('a lone change wakes the object once, when changes have gathered', async () => {
  const levels = await Levels.of(many(3));
  await levels.atRest();
  await levels.settle(2 * minuteMs);
  const tally = await counting(levels);
  await levels.set('P002', 77);
  const before = clock.now();
  await levels.notify('P002');
  expect(await levels.alarmAt()).toBeGreaterThanOrEqual(before + 1_500);
  await levels.notify('P002');
  const { events } = tally.take();
  expect(events.alarmSettings).toBe(1);
  await levels.atRest();
  const { statements } = tally.take();
  expect(await levels.pieces('P002')).toBe(77);
  expect(sum(statements, 'rowsWritten')).toBeLessThanOrEqual(7);
});

it('keys that are dirty cost nothing where those are looked at that wait for a person', async () => {
  const read: number[] = [];
  for (const count of [2_000, 20_000]) {
    const subject = new Subject(newId());
    await koppel('PUT', `/api/integrations/${subject.id}`, stockDocument());
    await subject.sql(
      `WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ?)
       INSERT INTO dirty (flow, key, revision) SELECT ?, 'Q' || n, 1 FROM each`,
      count,
      stockFlow,
    );
    const tally = await counting(subject);
    await subject.view();
    const { statements } = tally.take();
    read.push(
      sum(
        statements.filter(({ sql }) => sql.includes('due_at = ?')),
        'rowsRead',
      ),
    );
  }
  const [few = 0, many = 0] = read;
  expect(many).toBeLessThanOrEqual(few + 5);
});
