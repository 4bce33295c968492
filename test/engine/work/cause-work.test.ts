import { beforeEach, describe, expect, test } from 'vitest';
import { ProblemDesk } from '../../../src/engine/reporting/problem-desk.ts';
import { leftOutWith } from '../../../src/engine/storage/cause-tasks.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { parkedGroups } from '../../../src/engine/storage/parked-groups.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { tidy } from '../../../src/engine/storage/tidying.ts';
import type { By } from '../../../src/engine/storage/trail.ts';
import { CauseWork } from '../../../src/engine/work/cause-work.ts';
import { en } from '../../../src/texts/en.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const flow = 'orders:shop:books';
const by: By = { who: 'Anna', token: null, via: 'page' };

let sql: Sql;
let stores: Stores;
let clock: VirtualClock;
let work: CauseWork;

beforeEach(() => {
  sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
  clock = new VirtualClock();
  work = new CauseWork({ stores, clock });
});

function park(count: number, first = 1): void {
  const params = { setting: 'paymentMethods', value: 'Riverty' };
  const problem = JSON.stringify({ kind: 'rejected', code: 'choice_missing', params });
  for (let number = first; number < first + count; number++)
    sql.exec(
      `INSERT INTO tasks (flow, key, state, due_at, created_at, updated_at, problem)
       VALUES (?1, ?2, 'parked', ?4, ?4, ?4, ?3)`,
      ...[flow, `K${number}`, problem, clock.now()],
    );
}

function group() {
  const [found] = parkedGroups(sql);
  if (found === undefined) throw new Error('Nothing is parked.');
  return found;
}

const solved = () => new ProblemDesk(stores, en).solved();

const counts = () =>
  Object.fromEntries(
    sql
      .exec('SELECT state, count(*) AS count FROM tasks GROUP BY state')
      .map(({ state, count }) => [state, count]),
  );

describe('what is asked for all of a cause', () => {
  test('is done in parts, the first at once; what is parked later is not meant', async () => {
    park(1_200);
    const begun = work.begin('retry', group(), by);
    expect(begun).toMatchObject({ total: 1_200, done: 500, endedAt: null, who: 'Anna' });
    expect(work.nextAt()).toBe(clock.now());
    await clock.runUntil(clock.now() + 10);
    park(3, 5_001);
    expect(work.goOn()).toBe(true);
    // As it would be opened after a death.
    const later = new CauseWork({ stores: new Stores(sql), clock });
    expect(later.goOn()).toBe(true);
    expect(later.goOn()).toBe(false);
    expect(later.nextAt()).toBeNull();
    expect(counts()).toEqual({ queued: 1_200, parked: 3 });
    expect(stores.remedies.get(begun.id)).toMatchObject({ done: 1_200, endedAt: clock.now() });
  });

  test('ends also where some of them were dealt with one by one meanwhile', () => {
    park(700);
    const { id } = work.begin('retry', group(), by);
    for (const { id: task } of stores.tasks.list({ state: 'parked' }, 50))
      stores.tasks.skip(task, clock.now());
    work.goOn();
    expect(stores.remedies.get(id)).toMatchObject({ done: 650, endedAt: clock.now() });
    expect(work.nextAt()).toBeNull();
  });

  test('that is left out is found by what left it out, and taken back but for what is under way again', () => {
    park(150);
    const { id } = work.begin('leave_out', group(), by, 'twice');
    work.goOn();
    expect(counts()).toEqual({ skipped: 150 });
    const [first] = leftOutWith(sql, id, 1);
    const reasons = sql.exec(
      'SELECT reason FROM register WHERE flow = ? AND key = ?',
      flow,
      first?.key ?? '',
    );
    expect(JSON.parse(String(reasons[0]?.reason))).toEqual({
      ...{ code: 'left_out', params: { by: 'page', why: 'twice' } },
    });
    // One came in again by itself, and one was taken back by itself and left out once more.
    stores.tasks.add(flow, 'K7', 'v2', clock.now());
    const eighth = Number(sql.exec("SELECT id FROM tasks WHERE key = 'K8'")[0]?.id);
    stores.tasks.unskip(eighth, clock.now());
    stores.tasks.skip(eighth, clock.now(), 'page');
    const remedy = stores.remedies.get(id);
    if (remedy === null) throw new Error('There is none.');
    work.beginTakingBack(remedy, by);
    while (work.goOn());
    expect(leftOutWith(sql, id, 9)).toEqual([]);
    expect(counts()).toEqual({ queued: 149, skipped: 2 });
  });

  test('that is left out can be taken back for 90 days, however short the retention', () => {
    park(3);
    const { id } = work.begin('leave_out', group(), by, 'twice');
    const days = (count: number) => clock.now() + count * 86_400_000;
    const kept = () => solved().leftOut.map(({ toTakeBack }) => toTakeBack);
    expect(kept()).toEqual([3]);
    for (let time = 0; time < 60; time++) {
      park(1, 100 + time);
      work.begin('retry', group(), by);
    }
    tidy(stores, 0, days(89));
    expect(kept()).toEqual([3]);
    stores.tasks.unskip(leftOutWith(sql, id, 1)[0]?.id ?? 0, clock.now());
    expect(kept()).toEqual([2]);
    tidy(stores, 14, days(91));
    expect([solved().leftOut, counts()]).toEqual([[], { queued: 61 }]);
  });

  test('ends the cause, unless it came back and ended order by order since', async () => {
    const remedies = () => solved().causes.map(({ remedy }) => remedy?.what ?? null);
    const retryOneByOne = () => {
      for (const { id } of stores.tasks.list({ state: 'parked' }, 9)) stores.tasks.retry(id, clock.now());
    };
    park(2);
    work.begin('retry', group(), by);
    expect(remedies()).toEqual(['retry']);
    await clock.runUntil(clock.now() + 60_000);
    park(2, 11);
    expect(remedies()).toEqual([]);
    retryOneByOne();
    expect(remedies()).toEqual([null]);
    await clock.runUntil(clock.now() + 60_000);
    park(1, 21);
    work.begin('leave_out', group(), by, 'twice');
    expect(remedies()).toEqual(['leave_out']);
  });

  test('that fails is not tried again at once', () => {
    park(700);
    work.begin('retry', group(), by);
    const progress = stores.remedies.progress.bind(stores.remedies);
    stores.remedies.progress = () => {
      throw new Error('disk');
    };
    expect(() => work.goOn()).toThrow('disk');
    // The part and how far it is: both or neither.
    expect(counts()).toEqual({ queued: 500, parked: 200 });
    expect(work.goOn()).toBe(false);
    expect(work.nextAt()).toBeGreaterThan(clock.now());
    stores.remedies.progress = progress;
    expect(new CauseWork({ stores, clock }).goOn()).toBe(true);
    expect(counts()).toEqual({ queued: 700 });
  });
});
