/** Tasks that wait for each other: chains go in their order, circles are left to a person, and nothing goes on for ever. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { Recorder } from '../../../src/engine/http/recorder.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import type { TaskRow } from '../../../src/engine/storage/task-row.ts';
import { storeOutcome } from '../../../src/engine/work/store-outcome.ts';
import type { Outcome } from '../../../src/flows/contract.ts';
import { awaitedKey, type Problem, problem } from '../../../src/records/problem.ts';
import { reason } from '../../../src/records/reason.ts';
import { hourMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { runs } from '../../support/runs.ts';

const flow = 'products:shop:other';
const done: Outcome = { kind: 'done', targetId: '1', reason: reason('updated', {}) };
const silent = { info: () => undefined, error: () => undefined };

/** Records of one flow, some of which can go only after another one has. */
class Waiting {
  readonly stores: Stores;
  now = 1_000;
  /** What each record has to wait for, until that one was carried. */
  readonly needs = new Map<string, string>();
  readonly #carried = new Set<string>();

  constructor() {
    const sql = memorySql();
    migrate(sql);
    this.stores = new Stores(sql);
  }

  notice(...keys: readonly string[]): void {
    for (const key of keys) this.stores.tasks.add(flow, key, null, this.now);
  }

  /** Takes these up together, as a batch does: what they wait for is seen now, and told later. */
  begin(keys: readonly string[]): () => void {
    const seen = keys.map((key) => {
      const task = this.#open(key);
      this.stores.tasks.start(task.id);
      return { task, result: this.#resultOf(key) };
    });
    return () => {
      for (const { task, result } of seen) this.#end(task, result);
    };
  }

  run(...keys: readonly string[]): void {
    this.begin(keys)();
  }

  #resultOf(key: string): Outcome | Problem {
    const next = this.needs.get(key);
    if (next === undefined || this.#carried.has(next)) return done;
    return problem('retry', 'sku_taken', { system: 'S', sku: 's', by: [next] }, { awaits: awaitedKey(next) });
  }

  #end(task: TaskRow, result: Outcome | Problem): void {
    if (!(result instanceof Error)) this.#carried.add(task.key);
    const clock = {
      ...{ now: () => this.now, random: () => 0.5, timer: () => () => undefined },
      sleep: () => Promise.resolve(),
    };
    storeOutcome(task, { stores: this.stores, clock, log: silent }, result, new Recorder(9), null);
  }

  #open(key: string): TaskRow {
    const task = this.stores.tasks.openOf(flow, key);
    if (task === null) throw new Error(`${key} has no open task`);
    return task;
  }

  due(): readonly string[] {
    return this.stores.tasks.due.keys(flow, this.now, { except: new Set(), onlyQueued: false, limit: 100 });
  }

  /** Runs in batches of this size whatever is due, until nothing comes by itself any more. Returns how many hours passed. */
  rest(size: number): number {
    const from = this.now;
    for (let batch = 0; batch < 5_000; batch++) {
      const due = this.due();
      const at = this.stores.tasks.due.at([flow]);
      if (due.length > 0) this.run(...due.slice(0, size));
      else if (at !== null) this.now = at;
      else return (this.now - from) / hourMs;
    }
    throw new Error('it never comes to rest');
  }

  stateOf(key: string): string {
    return this.stores.tasks.openOf(flow, key)?.state ?? 'ended';
  }

  circleOf(key: string): unknown {
    return this.#open(key).problem?.params.circle;
  }

  retry(key: string): void {
    this.stores.tasks.retry(this.#open(key).id, this.now);
  }

  /** Each of these waits for the next, and the last for the first. */
  round(...keys: readonly string[]): void {
    for (const [index, key] of keys.entries()) this.needs.set(key, keys[(index + 1) % keys.length] ?? '');
    this.notice(...keys);
  }
}

let all: Waiting;
beforeEach(() => {
  all = new Waiting();
});

describe('a circle', () => {
  test('is parked by the one that closes it, and then by the others, each with all of them named', () => {
    all.round('A', 'B', 'C');
    all.run('A', 'B', 'C');
    expect(['A', 'B', 'C'].map((key) => all.stateOf(key))).toEqual(['waiting', 'waiting', 'parked']);
    expect(all.rest(9)).toBeLessThan(0.1);
    expect(['A', 'B', 'C'].map((key) => all.circleOf(key))).toEqual([
      ['A', 'B', 'C'],
      ['B', 'C', 'A'],
      ['C', 'A', 'B'],
    ]);
  });

  test('is found though two batches hold its members, whichever is told first', () => {
    for (const [first, second] of [
      [['A', 'B'], ['C']],
      [['C'], ['A', 'B']],
      [['B'], ['A', 'C']],
    ] as const) {
      all = new Waiting();
      all.round('A', 'B', 'C');
      const [tellFirst, tellSecond] = [all.begin(first), all.begin(second)];
      tellFirst();
      expect(first.map((key) => all.stateOf(key))).toEqual(first.map(() => 'waiting'));
      tellSecond();
      expect(all.rest(1)).toBeLessThan(0.1);
      expect(['A', 'B', 'C'].map((key) => all.stateOf(key))).toEqual(['parked', 'parked', 'parked']);
    }
  });

  test('is none yet while one of them is to be looked at again', () => {
    all.round('A', 'B');
    all.run('A');
    // Somebody has it tried again: it may wait for nothing by now.
    all.retry('A');
    all.run('B');
    expect(all.stateOf('B')).toBe('waiting');
    all.needs.delete('A');
    all.rest(1);
    expect(['A', 'B'].map((key) => all.stateOf(key))).toEqual(['ended', 'ended']);
  });

  test('goes by itself as soon as one of them can', () => {
    all.round('A', 'B', 'C');
    all.rest(9);
    all.needs.delete('B');
    all.notice('B');
    expect(all.rest(9)).toBeLessThan(0.1);
    expect(['A', 'B', 'C'].map((key) => all.stateOf(key))).toEqual(['ended', 'ended', 'ended']);
  });

  test('goes when any of them is tried again after another one has become free', () => {
    for (const key of ['A', 'B', 'C']) {
      all = new Waiting();
      all.round('A', 'B', 'C');
      all.rest(9);
      all.needs.delete('B');
      all.retry(key);
      expect(all.rest(1)).toBeLessThan(0.1);
      expect(['A', 'B', 'C'].map((each) => all.stateOf(each))).toEqual(['ended', 'ended', 'ended']);
    }
  });

  test('tries nothing else again than itself', () => {
    all.round('A', 'B');
    all.rest(9);
    all.needs.set('D', 'A');
    all.notice('D');
    all.rest(9);
    expect(all.stateOf('D')).toBe('parked');
    all.retry('A');
    expect(all.due()).toEqual(['A', 'B']);
  });

  test('is not closed by who waits for one of it, and is given up after a day', () => {
    all.round('A', 'B');
    all.rest(9);
    all.needs.set('D', 'A');
    all.notice('D');
    all.run('D');
    expect(all.stateOf('D')).toBe('waiting');
    expect(all.rest(9)).toBeGreaterThan(24);
    expect([all.stateOf('D'), all.circleOf('D')]).toEqual(['parked', undefined]);
  });

  test('that nobody follows to its end, as it is so long, comes to rest within two days', () => {
    const keys = Array.from({ length: 51 }, (_, index) => `K${index}`);
    all.round(...keys);
    const hours = all.rest(100);
    expect(hours).toBeGreaterThan(24);
    expect(hours).toBeLessThan(48);
    expect(new Set(keys.map((key) => all.stateOf(key)))).toEqual(new Set(['parked']));
  });
});

test('who failed for another reason wakes what is parked: it may have let go of what that waits for', () => {
  all.round('A', 'B');
  all.rest(9);
  const id = all.stores.tasks.openOf(flow, 'B')?.id ?? 0;
  all.stores.tasks.end(id, 'parked', { kind: 'rejected', code: 'picture_unsent', params: {} }, all.now);
  expect(all.due()).toEqual(['A']);
});

test('whoever waits for whom, what can go goes, and all else rests until it can', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const needed = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { freq: 5 }), {
    minLength: 7,
    maxLength: 7,
  });
  const order = fc.shuffledSubarray(names, { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(needed, order, fc.integer({ min: 1, max: 4 }), (needs, keys, size) => {
      const some = new Waiting();
      for (const [index, next] of needs.entries())
        if (next !== null && next !== index) some.needs.set(names[index] ?? '', names[next] ?? '');
      some.notice(...keys);
      some.rest(size);
      const isFree = (key: string, seen: readonly string[] = []): boolean => {
        const next = some.needs.get(key);
        return next === undefined || (!seen.includes(next) && isFree(next, [...seen, key]));
      };
      expect(names.map((key) => some.stateOf(key))).toEqual(
        names.map((key) => (isFree(key) ? 'ended' : 'parked')),
      );
      for (const key of names) {
        if (some.stateOf(key) !== 'parked' || some.circleOf(key) === undefined) continue;
        some.needs.delete(key);
        some.notice(key);
        some.rest(size);
      }
      expect(new Set(names.map((key) => some.stateOf(key)))).toEqual(new Set(['ended']));
    }),
    runs(120),
  );
});
