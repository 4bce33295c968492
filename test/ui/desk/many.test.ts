import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { countStorage } from '../../../bench/cost/counting-storage.ts';
import { Tally } from '../../../bench/cost/tally.ts';
import { type Subject, startIntegration } from '../../durable-objects/support/harness.ts';
import { clock } from '../../durable-objects/support/virtual-clock.ts';
import { loggedIn, readable } from '../browser.ts';
import { fieldOf } from './parked-orders.ts';

const flow = 'orders:shop:books';

interface Instance {
  desk(from: number, limit: number): Promise<unknown>;
  solved(): Promise<unknown>;
}

/** So many orders that wait for one choice, each read before: € 10.01. */
async function park(subject: Subject, count: number): Promise<void> {
  const params = { setting: 'paymentMethods', value: 'Riverty' };
  await subject.sql(
    `WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ?1)
     INSERT INTO tasks (flow, key, state, due_at, created_at, updated_at, problem)
     SELECT ?2, 'MANY-' || n, 'parked', ?3, ?3, ?3, ?4 FROM each`,
    ...[count, flow, clock.now() - 1, JSON.stringify({ kind: 'rejected', code: 'choice_missing', params })],
  );
  await subject.sql(
    `UPDATE register SET currency = 'EUR', gross = '10.01', vat = '1.74', rates = '[]', refunded = '0'`,
  );
}

/** Rows that are read and written by this work, in an object that has just come back into memory. */
async function rowsOf(subject: Subject, work: (instance: Instance) => Promise<unknown>) {
  return runInDurableObject(subject.stub, async (instance, state) => {
    const tally = new Tally();
    const { sql } = state.storage;
    const own = { exec: sql.exec, setAlarm: state.storage.setAlarm, getAlarm: state.storage.getAlarm };
    countStorage(state.storage, 'integration', tally);
    const Class = instance.constructor as new (
      context: DurableObjectState,
      variables: Cloudflare.Env,
    ) => Instance;
    const started = new Class(state, env);
    await state.blockConcurrencyWhile(async () => undefined);
    await work(started);
    Object.assign(sql, { exec: own.exec });
    Object.assign(state.storage, { setAlarm: own.setAlarm, getAlarm: own.getAlarm });
    const { statements } = tally.take();
    const sum = (of: 'rowsRead' | 'rowsWritten') => statements.reduce((all, each) => all + each[of], 0);
    return { read: sum('rowsRead'), written: sum('rowsWritten') };
  });
}

it('the desk of 5,000 orders is exact and reads few rows, also after one more came', async () => {
  const subject = await startIntegration();
  await park(subject, 5_000);
  const look = (instance: Instance) => instance.desk(0, 10);
  // Added up once.
  await rowsOf(subject, look);
  const kept = await rowsOf(subject, look);
  expect(kept.read).toBeLessThan(250);
  expect(kept.written).toBe(0);
  await subject.sql("UPDATE tasks SET state = 'queued' WHERE key = 'MANY-2500'");
  const anew = await rowsOf(subject, look);
  expect(anew.read).toBeLessThan(kept.read + 3 * 256);
  expect(anew.written).toBeLessThan(3);
  expect(await rowsOf(subject, (instance) => instance.solved())).toMatchObject({ written: 0 });
  const { html } = await (await loggedIn()).get(`/integrations/${subject.id}/problems`);
  expect(readable(html)).toContain('4,999 orders · €50,039.99');
  expect((await subject.api('GET', '/problems')).body.causes).toMatchObject([
    { count: 4_999, amounts: [{ currency: 'EUR', gross: '50039.99', count: 4_999 }] },
  ]);
});

it('5,000 orders are left out in parts, run by run, and the desk tells how far it is', async () => {
  const subject = await startIntegration();
  await subject.api('POST', '/pause');
  await park(subject, 5_000);
  const browser = await loggedIn();
  const desk = `/integrations/${subject.id}/problems`;
  const { html } = await browser.get(desk);
  const parked = async () => (await subject.view()).counts.parked;
  const skipped = await browser.post(`${desk}/skip`, {
    problem: fieldOf(html, 'problem'),
    why: 'not_for_target',
  });
  expect(skipped.status).toBe(303);
  expect(await parked()).toBe(4_900);
  expect(readable((await browser.get(desk)).html)).toContain('Skipping, 100 of 5,000');
  // Wherever it dies, it goes on.
  await subject.run();
  await subject.evict();
  expect(await parked()).toBe(4_800);
  await subject.settle();
  expect(await parked()).toBe(0);
  const { body } = await subject.api('GET', '/problems/solved');
  expect(body).toMatchObject({
    causes: [{ count: 5_000, remedy: { what: 'leave_out', why: 'not_for_target' } }],
    leftOut: [{ total: 5_000, done: 5_000, canBeTakenBack: true }],
  });
  const [{ id }] = body.leftOut as [{ id: string }];
  expect((await subject.api('POST', '/problems/unskip', { remedy: id })).body).toEqual({
    ...{ total: 5_000, done: 100 },
  });
  await subject.settle();
  expect((await subject.view()).counts).toMatchObject({ queued: 5_000, parked: 0 });
  expect((await subject.api('GET', '/problems/solved')).body.leftOut).toEqual([]);
});
