import { beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { OpenTasks } from '../../../src/engine/storage/open-tasks.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { StepStore } from '../../../src/engine/storage/steps.ts';
import type { TaskRow } from '../../../src/engine/storage/task-row.ts';
import { TaskStore } from '../../../src/engine/storage/tasks.ts';
import { awaitedKey, type ProblemData } from '../../../src/records/problem.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flow = 'orders:shop:books';
const problem: ProblemData = {
  kind: 'rejected',
  code: 'choice_missing',
  params: { setting: 's', value: 'v' },
};

let sql: Sql;
let tasks: TaskStore;
let openTasks: OpenTasks;

beforeEach(() => {
  sql = memorySql();
  migrate(sql);
  tasks = new TaskStore(sql);
  openTasks = new OpenTasks(sql, () => tasks.running);
});

function all(): TaskRow[] {
  return tasks.list({}, 100).reverse();
}

function states(): string[] {
  return all().map(({ key, state }) => `${key} ${state}`);
}

/** Starts what is due and gives its id. */
function started(now = 100): number {
  const task = tasks.due.next(now, [flow, 'held', 'other', 'orders:shop:other']);
  if (!task) throw new Error('nothing is due');
  tasks.start(task.id);
  return task.id;
}

describe('a notice', () => {
  test('becomes a task; a second one for the same record joins it', () => {
    tasks.add(flow, 'A', null, 1);
    tasks.add(flow, 'A', null, 2);
    tasks.add(flow, 'B', null, 2);
    tasks.add('orders:shop:other', 'A', null, 2);
    expect(states()).toEqual(['A queued', 'B queued', 'A queued']);
  });

  test('while the record is at work makes it work once more', () => {
    tasks.add(flow, 'A', null, 1);
    const id = started();
    tasks.add(flow, 'A', null, 2);
    tasks.add(flow, 'A', null, 3);
    tasks.end(id, 'done', null, 4);
    expect(all()).toMatchObject([{ id, state: 'queued', dueAt: 4 }]);
    tasks.end(started(), 'done', null, 5);
    expect(states()).toEqual(['A done']);
  });

  test('while a record is at work that ends parked makes it work once more, too', () => {
    tasks.add(flow, 'A', null, 1);
    const id = started();
    tasks.add(flow, 'A', null, 2);
    tasks.end(id, 'parked', problem, 3);
    expect(states()).toEqual(['A queued']);
  });

  test('of a parked record puts it back to work', () => {
    tasks.add(flow, 'A', null, 1);
    tasks.end(started(), 'parked', problem, 2);
    tasks.add(flow, 'A', null, 50);
    expect(all()).toMatchObject([{ state: 'queued', dueAt: 50 }]);
  });

  test('of a waiting record does not make it wait less', () => {
    tasks.add(flow, 'A', null, 1);
    tasks.wait(started(), 500, problem, true, 2);
    tasks.add(flow, 'A', null, 3);
    expect(all()).toMatchObject([{ state: 'waiting', dueAt: 500 }]);
  });

  test('of an ended record makes a new task', () => {
    tasks.add(flow, 'A', null, 1);
    tasks.end(started(), 'done', null, 2);
    tasks.add(flow, 'A', null, 3);
    expect(states()).toEqual(['A done', 'A queued']);
  });
});

describe('versions', () => {
  test('stay known when a notice without one came in between', () => {
    tasks.add(flow, 'A', 'v1', 1);
    tasks.end(started(), 'done', null, 2);
    tasks.add(flow, 'A', null, 3);
    tasks.end(started(), 'done', null, 4);
    tasks.add(flow, 'A', 'v1', 5);
    expect(states()).toEqual(['A done', 'A done']);
    tasks.add(flow, 'A', 'v2', 6);
    expect(states()).toEqual(['A done', 'A done', 'A queued']);
  });

  test('a known one needs no second look, in whatever state its task is', () => {
    tasks.add(flow, 'A', 'v1', 1);
    tasks.add(flow, 'A', 'v1', 2);
    tasks.end(started(), 'parked', problem, 3);
    tasks.add(flow, 'A', 'v1', 4);
    expect(states()).toEqual(['A parked']);
    tasks.retry(all()[0]?.id ?? 0, 5);
    tasks.end(started(), 'done', null, 6);
    tasks.add(flow, 'A', 'v1', 7);
    expect(states()).toEqual(['A done']);
  });

  test('another one does, and one that was seen before another, too', () => {
    tasks.add(flow, 'A', 'v1', 1);
    tasks.end(started(), 'done', null, 2);
    tasks.add(flow, 'A', 'v2', 3);
    tasks.end(started(), 'done', null, 4);
    tasks.add(flow, 'A', 'v1', 5);
    expect(states()).toEqual(['A done', 'A done', 'A queued']);
  });

  test('a webhook names none: it is always a reason to look', () => {
    tasks.add(flow, 'A', 'v1', 1);
    tasks.end(started(), 'done', null, 2);
    tasks.add(flow, 'A', null, 3);
    expect(states()).toEqual(['A done', 'A queued']);
  });

  test('one that comes while the record is at work makes it work once more', () => {
    tasks.add(flow, 'A', 'v1', 1);
    const id = started();
    tasks.add(flow, 'A', 'v2', 2);
    tasks.end(id, 'done', null, 3);
    expect(states()).toEqual(['A queued']);
  });
});

describe('what is next', () => {
  test('is what was due first, of flows that may run, and not before it is due', () => {
    tasks.add(flow, 'A', null, 10);
    tasks.add('held', 'B', null, 5);
    tasks.add(flow, 'C', null, 7);
    expect(tasks.due.next(6, [flow])).toBeNull();
    expect(tasks.due.at([flow])).toBe(7);
    expect(tasks.due.next(100, [flow])?.key).toBe('C');
    expect(tasks.due.next(100, [flow, 'held'])?.key).toBe('B');
    expect(tasks.due.at([])).toBeNull();
  });
});

describe('attempts', () => {
  test('count tries that are held against the record, and since when it fails', () => {
    tasks.add(flow, 'A', null, 1);
    tasks.wait(started(), 2, problem, true, 11);
    tasks.wait(started(), 2, problem, false, 12);
    tasks.wait(started(), 2, problem, true, 13);
    expect(all()).toMatchObject([{ attempts: 2, failingSince: 11 }]);
    tasks.end(started(), 'done', null, 14);
    expect(all()).toMatchObject([{ failingSince: null, problem: null }]);
  });
});

describe('a death', () => {
  test('puts what was running back, and counts', () => {
    tasks.add(flow, 'A', null, 1);
    tasks.add(flow, 'B', null, 1);
    started();
    expect(tasks.recover(50)).toBe(1);
    expect(tasks.recover(50)).toBe(0);
    expect(all()).toMatchObject([
      { key: 'A', state: 'queued', crashes: 1, dueAt: 50 },
      { key: 'B', state: 'queued', crashes: 0 },
    ]);
  });

  test('again and again under one task parks it, and a retry starts the count anew', () => {
    tasks.add(flow, 'A', null, 1);
    for (let death = 0; death < 6; death++) {
      started();
      tasks.recover(50);
    }
    expect(all()).toMatchObject([{ state: 'parked', problem: { code: 'crashed' } }]);
    expect(tasks.retry(all()[0]?.id ?? 0, 60)).toBe(true);
    started();
    tasks.recover(70);
    expect(states()).toEqual(['A queued']);
  });
});

describe('release', () => {
  test('lets what waits go on, in the order in which it came, and touches nothing else', () => {
    for (const key of ['A', 'B', 'C', 'D'])
      tasks.add(key === 'D' ? 'other' : flow, key, null, key.charCodeAt(0));
    for (const dueAt of [900, 800, 700, 600]) tasks.wait(started(), dueAt, problem, true, 200);
    tasks.add(flow, 'P', null, 1);
    tasks.end(started(), 'parked', problem, 2);
    tasks.release([flow], 100, 300);
    expect(tasks.due.next(300, [flow])?.key).toBe('A');
    expect(all().map(({ key, dueAt }) => key + (dueAt <= 300 ? ' due' : ' not'))).toEqual([
      'A due',
      'B due',
      'C due',
      'D not',
      'P due',
    ]);
    expect(states().at(-1)).toBe('P parked');
  });

  test('holds the time of trouble against nobody, but what failed before it still counts', () => {
    tasks.add(flow, 'before', null, 1);
    tasks.wait(started(), 2, problem, true, 1_000);
    tasks.add(flow, 'during', null, 1);
    const during = tasks.list({}, 1)[0]?.id ?? 0;
    tasks.start(during);
    tasks.wait(during, 2, problem, true, 3_000);
    // Broken from 2000 to 9000: "before" had failed for 1000 by then.
    tasks.release([flow], 2_000, 9_000);
    expect(all().map(({ failingSince }) => failingSince && 9_000 - failingSince)).toEqual([1_000, null]);
  });
});

describe('what people do', () => {
  test.each(['queued', 'waiting', 'parked'] as const)(
    'a task that is %s can be retried and skipped',
    (state) => {
      for (const key of ['A', 'B']) {
        tasks.add(flow, key, null, 1);
        if (state === 'waiting') tasks.wait(started(), 900, problem, true, 2);
        if (state === 'parked') tasks.end(started(), 'parked', problem, 2);
        if (state === 'queued') tasks.due.next(100, [flow]);
      }
      const [first, second] = all();
      expect(tasks.retry(first?.id ?? 0, 50)).toBe(true);
      expect(tasks.skip(second?.id ?? 0, 50)).toBe(true);
      expect(states()).toEqual(['A queued', 'B skipped']);
      expect(all()[0]?.failingSince).toBeNull();
    },
  );

  test.each(['running', 'done', 'skipped'] as const)('one that is %s cannot', (state) => {
    tasks.add(flow, 'A', null, 1);
    const id = started();
    if (state !== 'running') tasks.end(id, state, null, 2);
    expect([tasks.retry(id, 3), tasks.skip(id, 3)]).toEqual([false, false]);
    expect(states()).toEqual([`A ${state}`]);
  });

  test('all parked ones are retried at once, those only', () => {
    for (const key of ['A', 'B', 'C']) tasks.add(flow, key, null, 1);
    tasks.end(started(), 'parked', problem, 2);
    tasks.end(started(), 'done', null, 2);
    expect(tasks.retryParked(9)).toBe(1);
    expect(states()).toEqual(['A queued', 'B done', 'C queued']);
  });

  test('after a skip a new notice makes a new task', () => {
    tasks.add(flow, 'A', null, 1);
    tasks.skip(all()[0]?.id ?? 0, 2);
    tasks.add(flow, 'A', null, 3);
    expect(states()).toEqual(['A skipped', 'A queued']);
  });
});

describe('lists and counts', () => {
  test('newest first, filtered, a page at a time', () => {
    for (let key = 1; key <= 5; key++) tasks.add(flow, String(key), null, key);
    tasks.end(started(), 'parked', problem, 9);
    expect(tasks.list({ state: 'queued' }, 2).map(({ key }) => key)).toEqual(['5', '4']);
    expect(tasks.list({ before: 4 }, 10).map(({ key }) => key)).toEqual(['3', '2', '1']);
    expect(tasks.list({ flows: ['none'] }, 10)).toEqual([]);
    expect(openTasks.byState()).toEqual({ queued: 4, running: 0, waiting: 0, parked: 1 });
    expect(openTasks.parkedByCode()).toEqual([{ flow, problem, count: 1, reasons: 1, key: '1' }]);
    expect([openTasks.has(flow, 'choice_missing'), openTasks.has(flow, 'other')]).toEqual([true, false]);
  });

  test('only what has ended is ever deleted', () => {
    for (const key of ['A', 'B', 'C']) tasks.add(flow, key, null, 1);
    tasks.end(started(), 'done', null, 2);
    tasks.end(started(), 'parked', problem, 2);
    tasks.deleteEndedBefore(1_000, 1_000);
    expect(states()).toEqual(['B parked', 'C queued']);
  });

  test('what a person left out is kept longer than what was skipped by itself', () => {
    for (const key of ['A', 'B', 'C']) tasks.add(flow, key, null, 1);
    tasks.end(started(), 'skipped', null, 2);
    for (const { id } of tasks.list({ state: 'queued' }, 2)) tasks.skip(id, 2, 'page');
    tasks.deleteEndedBefore(1_000, 2);
    expect(states()).toEqual(['B skipped', 'C skipped']);
    tasks.deleteEndedBefore(1_000, 3);
    expect(states()).toEqual([]);
  });
});

describe('what waits for another record of its flow', () => {
  const taken: ProblemData = { kind: 'retry', code: 'sku_taken', params: {}, awaits: awaitedKey('C') };

  /** C is parked; D waits for it, or was given up over it. */
  function waiting(isGivenUp: boolean): number {
    tasks.add(flow, 'C', null, 1);
    const first = started();
    tasks.end(first, 'parked', problem, 2);
    tasks.add(flow, 'D', null, 3);
    const second = started();
    if (isGivenUp) tasks.end(second, 'parked', taken, 4);
    else tasks.wait(second, 100_000, taken, true, 4);
    expect(tasks.due.next(200, [flow])).toBeNull();
    return first;
  }

  test.each([false, true])('goes on when that is done, also where it was given up: %s', (isGivenUp) => {
    const first = waiting(isGivenUp);
    tasks.retry(first, 200);
    tasks.start(first);
    tasks.end(first, 'done', null, 210);
    expect(tasks.due.next(210, [flow])).toMatchObject({ key: 'D', failingSince: isGivenUp ? null : 4 });
  });

  test.each([false, true])('looks once more when a person leaves that out, given up: %s', (isGivenUp) => {
    tasks.skip(waiting(isGivenUp), 200, 'api');
    expect(tasks.due.next(200, [flow])?.key).toBe('D');
  });

  test.each(['wait', 'park'] as const)('does not %s for what has ended while it ran', (how) => {
    tasks.add(flow, 'C', null, 1);
    const first = started();
    tasks.add(flow, 'D', null, 3);
    const second = started();
    tasks.end(first, 'done', null, 200);
    if (how === 'wait') tasks.wait(second, 100_000, taken, true, 210);
    else tasks.end(second, 'parked', taken, 210);
    expect(tasks.due.next(210, [flow])?.key).toBe('D');
    // Only of what ended while it ran.
    tasks.start(second);
    tasks.wait(second, 100_000, taken, true, 220);
    expect(tasks.due.next(300, [flow])).toBeNull();
  });

  test.each(['wait', 'park'] as const)(
    'does %s where only another flow’s record of that name has ended',
    (how) => {
      tasks.add('orders:shop:other', 'C', null, 1);
      const first = started();
      tasks.add(flow, 'D', null, 3);
      const second = started();
      tasks.end(first, 'done', null, 200);
      if (how === 'wait') tasks.wait(second, 100_000, taken, true, 210);
      else tasks.end(second, 'parked', taken, 210);
      expect(tasks.due.next(210, [flow])).toBeNull();
    },
  );

  test.each(['dropped', 'crashed'] as const)('looks once more when that is %s', (how) => {
    const first = waiting(false);
    tasks.add('other', 'E', null, 5);
    const third = started();
    const awaits = 'order:C';
    tasks.wait(third, 100_000, { kind: 'wait', code: 'outcome_unknown', params: {}, awaits }, false, 6);
    new StepStore(sql).intend(`shop:books:${awaits}`, first, 2);
    if (how === 'dropped') tasks.drop(flow, 200);
    else {
      for (let times = 0; times < 6; times++) {
        tasks.retry(first, 100);
        tasks.start(first);
        sql.exec('UPDATE tasks SET crashes = ? WHERE id = ?', times, first);
        tasks.crashed(first, 200);
      }
      expect(tasks.get(first)?.state).toBe('parked');
      expect(tasks.due.next(200, [flow])?.key).toBe('D');
    }
    expect(tasks.due.next(200, ['other'])?.key).toBe('E');
  });

  test('goes on for no other record, and for none of another flow', () => {
    waiting(false);
    for (const [of, key] of [
      [flow, 'B'],
      ['orders:shop:other', 'C'],
    ] as const) {
      tasks.add(of, key, null, 5);
      tasks.end(started(), 'done', null, 200);
    }
    expect(tasks.due.next(200, [flow])).toBeNull();
  });
});

test('what waits for a step of a task goes on when that ends without it', () => {
  const steps = new StepStore(sql);
  tasks.add(flow, 'A', null, 1);
  const id = started();
  steps.intend('shop:books:customer-create:7', id, 2);
  expect(steps.get('shop:books:customer-create:7')).not.toHaveProperty('isLeft');
  tasks.add('other', 'K', null, 3);
  const awaits = 'customer-create:7';
  tasks.wait(started(), 100_000, { kind: 'wait', code: 'outcome_unknown', params: {}, awaits }, false, 4);
  expect(tasks.due.next(200, ['other'])).toBeNull();
  tasks.end(id, 'skipped', null, 200);
  expect(tasks.due.next(200, ['other'])?.key).toBe('K');
  expect(steps.get('shop:books:customer-create:7')).toMatchObject({ isLeft: true });
});

test('a task that waits for a step which ended while it ran goes on at once, but for what it ended itself', () => {
  tasks.add('other', 'K', null, 3);
  const id = started();
  const awaits = 'customer-create:7';
  const problem: ProblemData = { kind: 'wait', code: 'outcome_unknown', params: {}, awaits };
  tasks.wake(awaits, 150, null);
  tasks.wait(id, 100_000, problem, false, 200);
  expect(tasks.due.next(200, ['other'])?.key).toBe('K');
  tasks.start(id);
  tasks.wake(awaits, 250, id);
  tasks.wait(id, 100_000, problem, false, 300);
  expect(tasks.due.next(300, ['other'])).toBeNull();
});
