import { createMessageBatch, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { countStorage } from '../../bench/cost/counting-storage.ts';
import { Tally } from '../../bench/cost/tally.ts';
import type { BatchMessage } from '../../src/env.ts';
import worker from '../../src/index.ts';
import { Levels, many } from './support/levels.ts';
import { logged, outside } from './support/outside.ts';
import { clock, minuteMs } from './support/virtual-clock.ts';

/** Both shops are in step, and nothing is noted of how they came to be. */
async function settled(count: number): Promise<Levels> {
  const levels = await Levels.of(many(count));
  await levels.atRest();
  outside.clear();
  return levels;
}

/** As the queue hands it to its consumer. */
function deliver(levels: Levels, ...batches: number[]): Promise<void> {
  const messages = batches.map((batch, index) => ({
    id: `${index}`,
    timestamp: 0,
    attempts: 1,
    body: { integration: levels.id, batch },
  }));
  return worker.queue(createMessageBatch<BatchMessage>('koppel-batches', messages), env);
}

/** The batch of a change that the queue was not given: its message is the test's. */
async function cut(levels: Levels): Promise<number> {
  const keys = await levels.sql('SELECT key FROM dirty');
  const [row] = await levels.sql(
    'INSERT INTO batches (flow, keys, made_at, sent_at) SELECT flow, ?, ?, ? FROM levels LIMIT 1 RETURNING id',
    JSON.stringify(keys.map(({ key }) => key)),
    clock.now(),
    clock.now() + minuteMs,
  );
  return Number(row?.id);
}

describe('levels over the queue', () => {
  it('are brought across by its consumer', async () => {
    const levels = await Levels.of(many(120));
    await levels.atRest();
    for (const [sku, pieces] of many(120)) expect(await levels.pieces(sku), sku).toBe(pieces);
    outside.clear();
    await levels.set('P003', 50);
    await levels.notify('P003');
    await levels.atRest();
    expect(levels.written).toEqual(['P003 50']);
  });

  it('that come ten times within a second are written once', async () => {
    const levels = await settled(3);
    for (let pieces = 20; pieces < 30; pieces++) {
      await levels.set('P002', pieces);
      await levels.notify('P002');
    }
    await levels.atRest();
    expect(levels.written).toEqual(['P002 29']);
  });

  it('of a message that is delivered three times are written once', async () => {
    const levels = await settled(3);
    await levels.set('P002', 50);
    await levels.notify('P002');
    const batch = await cut(levels);
    await levels.evict();
    await Promise.all([deliver(levels, batch, batch), deliver(levels, batch)]);
    await deliver(levels, batch);
    expect(levels.written).toEqual(['P002 50']);
    expect(await levels.sql('SELECT * FROM dirty')).toEqual([]);
    expect(logged.filter((line) => line.includes('batch_failed'))).toEqual([]);
  });

  it('of a message for a batch or an integration that is no more are nobody’s', async () => {
    const levels = await settled(3);
    await deliver(levels, 4_711);
    await levels.api('DELETE');
    await deliver(levels, 1);
    expect(levels.written).toEqual([]);
    expect(logged.filter((line) => line.includes('batch_failed'))).toEqual([]);
  });

  it('survive that the object is put out of memory, or dies, while a consumer works', async () => {
    const levels = await settled(3);
    await levels.set('P002', 50);
    await levels.notify('P002');
    const batch = await cut(levels);
    await levels.evict();
    let deaths = 0;
    outside.intercept = async (_call, answer) => {
      const answered = await answer();
      if (deaths++ % 3 === 0) await levels.die();
      return answered;
    };
    await deliver(levels, batch);
    expect(deaths).toBeGreaterThan(3);
    outside.passOn();
    clock.pass(5 * minuteMs);
    await levels.atRest();
    expect(await levels.pieces('P002')).toBe(50);
    expect(new Set(levels.written)).toEqual(new Set(['P002 50']));
  });

  it('cost less than four rows for each that changes, and none for the others', async () => {
    const levels = await settled(300);
    const tally = new Tally();
    await runInDurableObject(levels.stub, (_, { storage }) => countStorage(storage, 'integration', tally));
    const changed = many(60);
    for (const [sku] of changed) await levels.set(sku, 500);
    for (const [sku] of changed) await levels.notify(sku);
    await levels.atRest();
    expect(levels.written).toHaveLength(changed.length);
    const { statements } = tally.take();
    const written = statements
      .filter(({ sql }) => /\b(dirty|levels|batches|level_counts)\b/.test(sql))
      .reduce((sum, { rowsWritten }) => sum + rowsWritten, 0);
    // Noticed, written, dealt with; and four for the batch.
    expect(written).toBe(3 * changed.length + 4);
  });
});
