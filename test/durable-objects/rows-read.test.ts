// What an object reads and writes while records wait: a free plan has five million rows read a day, and 100,000 written.
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { countStorage } from '../../bench/cost/counting-storage.ts';
import { Tally } from '../../bench/cost/tally.ts';
import { koppel, newId, Subject, startIntegration } from './support/harness.ts';
import { outside } from './support/outside.ts';
import { invoices, sell } from './support/shop.ts';
import { stockDocument, withLevels, withStuckKeys } from './support/stock.ts';
import { clock, hourMs, minuteMs, secondMs } from './support/virtual-clock.ts';

interface Instance {
  wake(): Promise<void>;
  alarm(): Promise<void>;
  view(): Promise<unknown>;
  stock(): Promise<unknown>;
  levels(flow: undefined, sku: string): Promise<unknown>;
  tasks(filter: { readonly state: 'parked' | 'waiting' }, limit: number): Promise<unknown>;
  activity(filter: { readonly task: number }, limit: number): Promise<unknown>;
  order(flow: string, key: string): Promise<unknown>;
  insights(filter: { readonly from: string; readonly to: string }): Promise<unknown>;
  glance(last: number): Promise<unknown>;
  reconciliation(filter: { readonly month: string }): Promise<unknown>;
  apart(filter: { readonly month: string }, cursor: undefined, limit: number): Promise<unknown>;
}

interface Rows {
  readonly read: number;
  readonly written: number;
}

const freePlan = { read: 5_000_000, written: 100_000 };

const orders = 'orders:shop:books';

/** So many tasks in this state, as if they had come in by themselves. */
function fill(subject: Subject, state: string, count: number): Promise<unknown> {
  const problem =
    state === 'queued' ? null : JSON.stringify({ kind: 'retry', code: 'server_error', params: {} });
  return subject.sql(
    `WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ?1)
     INSERT INTO tasks (flow, key, state, due_at, created_at, updated_at, problem, failing_since)
     SELECT ?2, 'WAITS-' || n, ?3, ?4 + n, ?4, ?4, ?5, CASE ?3 WHEN 'waiting' THEN ?4 END FROM each`,
    count,
    orders,
    state,
    clock.now(),
    problem,
  );
}

/** The rows of this work, in an object that has just come back into memory: its start is counted too. */
async function rowsOf(subject: Subject, work: (instance: Instance) => Promise<unknown>): Promise<Rows> {
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
    const { statements, events } = tally.take();
    const sum = (of: (each: (typeof statements)[number]) => number) =>
      statements.reduce((all, each) => all + of(each), 0);
    return {
      read: sum((each) => each.rowsRead),
      written: sum((each) => each.rowsWritten) + events.alarmSettings,
    };
  });
}

/** An integration whose books are away, which knows that. */
async function booksAway(): Promise<Subject> {
  const subject = await startIntegration();
  outside.fault({ system: 'jortt', kind: 'status', status: 503, times: null });
  await subject.sync((await sell()).id, (await sell()).id, (await sell()).id);
  await subject.settle(20 * minuteMs);
  return subject;
}

it.each(['queued', 'waiting', 'parked'])(
  '50,000 tasks that are %s cost no more rows than 50: by the cron, by a hook, by an alarm',
  async (state) => {
    const counted: Rows[][] = [];
    for (const count of [50, 50_000]) {
      const subject = await booksAway();
      await fill(subject, state, count);
      clock.pass(secondMs);
      const wake = await rowsOf(subject, (instance) => instance.wake());
      const hook = await rowsOf(subject, () => subject.hook('NEW'));
      const alarm = await rowsOf(subject, (instance) => instance.alarm());
      counted.push([wake, hook, alarm]);
    }
    const [few = [], many = []] = counted;
    many.forEach((rows, index) => {
      expect(rows.read).toBeLessThanOrEqual((few[index]?.read ?? 0) + 5);
      expect(rows.written).toBeLessThanOrEqual((few[index]?.written ?? 0) + 2);
    });
    expect(many[0]?.read).toBeLessThan(200);
  },
);

it.each(['waiting', 'parked', 'done'])(
  'what people look at costs no more rows beside 50,000 tasks that are %s',
  async (state) => {
    const counted: Rows[] = [];
    for (const count of [50, 50_000]) {
      const subject = await booksAway();
      await fill(subject, state, count);
      await subject.sql(
        `INSERT INTO activity (at, flow, key, task, outcome, reason, calls)
         SELECT created_at + id * ?, flow, key, id, 'parked', 'server_error', 3 FROM tasks`,
        minuteMs,
      );
      // Of another cause, parked before all others, and of the code that was parked last.
      const one = { kind: 'rejected', code: 'refused', params: { field: 'city' } };
      await subject.sql(
        `INSERT INTO tasks (flow, key, state, due_at, created_at, updated_at, problem)
         SELECT ?1, 'RARE-' || value, 'parked', ?2 + 1000000, 1, 1, ?3 FROM json_each('[1, 2]')`,
        orders,
        clock.now(),
        JSON.stringify(one),
      );
      await subject.sql("UPDATE tasks SET state = 'skipped' WHERE key = 'RARE-2'");
      clock.pass(secondMs);
      counted.push(
        await rowsOf(subject, async (instance) => {
          await instance.view();
          await instance.tasks({ state: 'parked' }, 20);
          await instance.tasks({ state: 'waiting' }, 20);
          await instance.activity({ task: 1 }, 20);
          await instance.order('orders', 'WAITS-1');
        }),
      );
    }
    const [few, many] = counted;
    // Ten more are the steps in which the log is halved.
    expect(many?.read).toBeLessThanOrEqual((few?.read ?? 0) + 60);
    expect(many?.read).toBeLessThan(1_000);
  },
);

it('what people look at of stock costs no more rows beside 50,000 levels', async () => {
  const counted: Rows[] = [];
  for (const count of [50, 50_000]) {
    const subject = new Subject(newId());
    await koppel('PUT', `/api/integrations/${subject.id}`, stockDocument());
    await withLevels(subject, count);
    counted.push(
      await rowsOf(subject, async (instance) => {
        await instance.view();
        await instance.stock();
        await instance.levels(undefined, 'SKU-12');
      }),
    );
  }
  const [few, many] = counted;
  expect(many?.read).toBeLessThanOrEqual((few?.read ?? 0) + 5);
  expect(many?.read).toBeLessThan(200);
  expect(many?.written).toBe(few?.written);
});

/** So many orders on each day of a quarter, every hundredth of them not booked, another one booked otherwise than it is now. */
function fillRegister(subject: Subject, perDay: number): Promise<unknown> {
  return subject.sql(
    `WITH RECURSIVE each(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM each WHERE n + 1 < ?1 * 90)
     INSERT INTO register (flow, key, day, at, first_seen, currency, gross, vat, rates, refunded, rest, reason,
       target_id, booked_at, booked, booked_vat, credited)
     SELECT ?2, 'R-' || n, date('2046-01-01', '+' || (n / ?1) || ' days'), n, n, 'EUR', '12.1', '2.1',
       '[{"rate":"21","vat":"2.1"}]', '0', iif(n % 100 = 0, 'skipped', 'booked'),
       iif(n % 100 = 0, '{"code":"not_paid","params":{}}', NULL), iif(n % 100 = 0, NULL, 'i' || n), n + 60000,
       iif(n % 100 = 1, '12.00', '12.10'), '2.1', '0' FROM each`,
    perDay,
    orders,
  );
}

it('a quarter of 300 orders a day is looked at in no more rows than one of 20: by its days, against the books, at a glance', async () => {
  const counted: Rows[][] = [];
  for (const perDay of [20, 300]) {
    const subject = await startIntegration();
    await fillRegister(subject, perDay);
    const period = { from: '2046-01-01', to: '2046-03-31' };
    const looks = [
      (instance: Instance) => instance.insights(period),
      (instance: Instance) => instance.reconciliation({ month: '2046-02' }),
      (instance: Instance) => instance.apart({ month: '2046-02' }, undefined, 5),
      (instance: Instance) => instance.glance(5),
    ];
    // The first look adds the days up.
    const first = await rowsOf(subject, (instance) => instance.insights(period));
    const later: Rows[] = [];
    for (const look of looks) later.push(await rowsOf(subject, look));
    counted.push([first, ...later]);
  }
  const [[, ...few] = [], [first, ...many] = []] = counted;
  expect(first?.read).toBeGreaterThan(300 * 90);
  many.forEach((rows, index) => {
    expect(rows.read).toBeLessThanOrEqual((few[index]?.read ?? 0) + 30);
    expect(rows.read).toBeLessThan(500);
    expect(rows.written).toBeLessThanOrEqual(5);
  });
});

it('50,000 keys that wait for a person cost no more rows at every run, and a thousand when they are counted', async () => {
  const counted: Rows[][] = [];
  for (const count of [50, 50_000]) {
    const subject = new Subject(newId());
    await koppel('PUT', `/api/integrations/${subject.id}`, stockDocument());
    await withStuckKeys(subject, count);
    const view = await rowsOf(subject, (instance) => instance.view());
    const stock = await rowsOf(subject, (instance) => instance.stock());
    counted.push([view, stock]);
    expect((await subject.api('GET', '/stock')).body.items).toMatchObject([
      { stuck: [{ problem: { code: 'level_unread' }, count }] },
    ]);
  }
  const [few = [], many = []] = counted;
  expect(many[0]?.read).toBeLessThanOrEqual((few[0]?.read ?? 0) + 5);
  expect(many[1]?.read).toBeLessThanOrEqual((few[1]?.read ?? 0) + 1_000);
});

it('a weekend without the books, 3,000 orders waiting: a day of it lies well within the free plan', async () => {
  const subject = await booksAway();
  await fill(subject, 'queued', 3_000);
  const hour = { read: 0, written: 0 };
  const add = (rows: Rows) =>
    Object.assign(hour, { read: hour.read + rows.read, written: hour.written + rows.written });
  // The cron finds another object in memory every minute.
  for (let minute = 0; minute < 60; minute++) {
    clock.pass(minuteMs);
    add(await rowsOf(subject, (instance) => instance.wake()));
    const at = await subject.alarmAt();
    if (at !== null && at <= clock.now()) add(await rowsOf(subject, (instance) => instance.alarm()));
  }
  // An order that comes in meanwhile: its webhook, and the alarm that finds that nothing can be done.
  const hook = await rowsOf(subject, () => subject.hook('LATE'));
  const alarm = await rowsOf(subject, (instance) => instance.alarm());
  const perDay = (of: 'read' | 'written') => 24 * hour[of] + 1_500 * (hook[of] + alarm[of]);
  expect(perDay('read')).toBeLessThan(freePlan.read / 5);
  expect(perDay('written')).toBeLessThan(freePlan.written / 4);
});

it('the day on which 3,000 orders that waited are booked lies within the free plan too', async () => {
  const subject = await booksAway();
  const sold = 30;
  const ids: string[] = [];
  for (let number = 0; number < sold; number++) ids.push((await sell()).id);
  await subject.sync(...ids);
  await fill(subject, 'parked', 3_000);
  outside.clearFaults();
  clock.pass(hourMs);
  // One object, as its alarms follow each other: how many it takes depends on how busy the machine is.
  const total = await rowsOf(subject, async (instance) => {
    for (let runs = 0; runs < 60; runs++) {
      const at = await subject.alarmAt();
      if (at === null || invoices().length >= sold + 3) break;
      clock.pass(Math.max(0, at - clock.now()));
      await instance.alarm();
    }
  });
  expect(invoices()).toHaveLength(sold + 3);
  const each = (of: 'read' | 'written') => total[of] / (sold + 3);
  expect(3_000 * each('read')).toBeLessThan(freePlan.read / 2);
  expect(3_000 * each('written')).toBeLessThan(freePlan.written);
});
