import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { endedCauses } from '../../../src/engine/storage/ended-causes.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { parkedGroup, parkedGroups, tellingParams } from '../../../src/engine/storage/parked-groups.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { big, normalise } from '../../../src/records/money.ts';
import type { ProblemData } from '../../../src/records/problem.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { insert, makeTablesOfBefore } from './tables-of-before.ts';

const flow = 'orders:shop:books';
const missing = (value: string): ProblemData => ({
  ...{ kind: 'rejected', code: 'choice_missing' },
  params: { setting: 'paymentMethods', value },
});
const sale = { day: '2026-03-02', placedAt: '2026-03-02T11:58:00Z', vat: '0', vatByRate: [], refunded: '0' };

let sql: Sql;
let stores: Stores;

beforeEach(() => {
  sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
});

function begin(key: string, now: number, gross: string | null, currency = 'EUR'): number {
  stores.tasks.add(flow, key, null, now);
  const id = stores.tasks.openOf(flow, key)?.id ?? 0;
  stores.tasks.start(id);
  if (gross !== null) stores.register.note({ flow, key }, { ...sale, currency, gross });
  return id;
}

function park(
  key: string,
  value: string,
  now: number,
  gross: string | null = '0.1',
  currency = 'EUR',
): number {
  const id = begin(key, now, gross, currency);
  stores.tasks.end(id, 'parked', missing(value), now);
  return id;
}

/** By value: how many, and what they come to. */
function told() {
  return parkedGroups(sql).map(({ values, count, cause }) => ({
    ...{ value: values.value, count, sums: stores.parkedSums.of(flow, cause) },
  }));
}

describe('what is parked for one cause', () => {
  test('is told by every param that tells one cause from another', () => {
    for (const [index, name] of tellingParams.entries()) {
      const problem = (value: string): ProblemData => ({
        ...{ kind: 'rejected', code: `code_${name}` },
        params: { [name]: value },
      });
      for (const value of ['a', 'b'])
        stores.tasks.end(begin(`${name}-${value}`, index + 1, null), 'parked', problem(value), index + 1);
      const found = parkedGroups(sql).filter(({ problem: { code } }) => code === `code_${name}`);
      expect(found.map(({ values }) => values[name]).toSorted(), name).toEqual(['a', 'b']);
    }
  });

  test('comes to the exact sum, by currency; what was never read is in none', () => {
    for (const key of ['A', 'B', 'C']) park(key, 'Riverty', 1);
    park('D', 'Riverty', 2, '25.5', 'GBP');
    park('E', 'Riverty', 3, null);
    park('F', 'Bancontact', 3, '7');
    const expected = {
      ...{ value: 'Riverty', count: 5 },
      sums: [
        { currency: 'EUR', gross: '0.3', count: 3 },
        { currency: 'GBP', gross: '25.5', count: 1 },
      ],
    };
    expect(told()).toEqual([
      expected,
      { value: 'Bancontact', count: 1, sums: [{ currency: 'EUR', gross: '7', count: 1 }] },
    ]);
    // As it is kept.
    expect(told()[0]).toEqual(expected);
  });

  const act = fc.record({
    what: fc.constantFrom('park', 'retry', 'skip', 'done', 'look', 'again', 'move'),
    key: fc.integer({ min: 0, max: 5 }),
    value: fc.constantFrom('Riverty', 'Bancontact'),
    cents: fc.integer({ min: 1, max: 99_999 }),
  });

  test('is what adding all of them up gives, whatever happens and whenever somebody looks', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        sql = memorySql();
        migrate(sql);
        stores = new Stores(sql);
        // Over the border of a part.
        sql.exec("INSERT INTO sqlite_sequence (name, seq) VALUES ('tasks', 253)");
        acts.forEach(({ what, key, value, cents }, index) => {
          const [now, name] = [index + 1, `K${key}`];
          const task = stores.tasks.openOf(flow, name);
          const gross = normalise(big(String(cents)).div(100));
          if (what === 'look') told();
          else if (what === 'park') park(name, value, now, gross);
          else if (what === 'again') stores.tasks.add(flow, name, `v${now}`, now);
          else if (what === 'move')
            stores.register.note({ flow, key: name }, { ...sale, currency: 'EUR', gross });
          else if (task === null) return;
          else if (what === 'retry') stores.tasks.retry(task.id, now);
          else if (what === 'skip') stores.tasks.skip(task.id, now, 'page');
          else stores.tasks.end(begin(name, now, gross), 'done', null, now);
        });
        const rows = sql.exec(
          `SELECT tasks.problem ->> '$.params.value' AS value, count(*) AS count, json_group_array(gross) AS gross
           FROM tasks JOIN register USING (flow, key) WHERE tasks.state = 'parked' GROUP BY 1`,
        );
        const byValue = (a: { value: unknown }, b: { value: unknown }) =>
          String(a.value) < String(b.value) ? -1 : 1;
        expect(told().toSorted(byValue)).toEqual(
          rows
            .map(({ value, count, gross }) => {
              const all = (JSON.parse(String(gross)) as string[]).map(big);
              const sum = normalise(all.reduce((total, each) => total.plus(each), big('0')));
              return { value, count, sums: [{ currency: 'EUR', gross: sum, count }] };
            })
            .toSorted(byValue),
        );
      }),
    );
  });
});

describe('a cause that ended', () => {
  test('is told with how many it stopped at most, and when; one that came back is not', () => {
    const ids = ['A', 'B', 'C'].map((key, index) => park(key, 'Riverty', index + 1));
    park('D', 'Bancontact', 4);
    stores.tasks.retry(ids[0] ?? 0, 10);
    stores.tasks.skip(ids[1] ?? 0, 11, 'page');
    expect(endedCauses(sql, 9)).toEqual([]);
    stores.tasks.retry(ids[2] ?? 0, 12);
    const [ended, ...others] = endedCauses(sql, 9);
    expect(others).toEqual([]);
    expect(ended).toMatchObject({ flow, count: 3, at: 12, problem: missing('Riverty') });
    expect(parkedGroup(sql, flow, ended?.cause ?? '')).toBeNull();
    park('E', 'Riverty', 13);
    expect(endedCauses(sql, 9)).toEqual([]);
    stores.tasks.retry(stores.tasks.openOf(flow, 'E')?.id ?? 0, 14);
    expect(endedCauses(sql, 9)).toMatchObject([{ count: 1, at: 14 }]);
  });

  test('is not one where another of its records comes in its place', () => {
    const id = park('A', 'Riverty', 1);
    stores.tasks.start(id);
    stores.tasks.end(id, 'parked', missing('Riverty'), 2);
    expect(endedCauses(sql, 9)).toEqual([]);
    expect(told()).toMatchObject([{ value: 'Riverty', count: 1 }]);
  });
});

test('what was parked before is counted, and added up', () => {
  sql = memorySql();
  makeTablesOfBefore(sql);
  const times = { due_at: 1, created_at: 1, updated_at: 1 };
  for (const key of ['A', 'B', 'C']) {
    const problem = JSON.stringify(missing(key === 'C' ? 'Bancontact' : 'Riverty'));
    insert(sql, 'tasks', { flow, key, state: 'parked', ...times, problem });
  }
  migrate(sql);
  stores = new Stores(sql);
  expect(told()).toEqual([
    { value: 'Riverty', count: 2, sums: [] },
    { value: 'Bancontact', count: 1, sums: [] },
  ]);
  const id = stores.tasks.openOf(flow, 'A')?.id ?? 0;
  stores.tasks.retry(id, 2);
  stores.tasks.start(id);
  stores.register.note({ flow, key: 'A' }, { ...sale, currency: 'EUR', gross: '12.5' });
  stores.tasks.end(id, 'parked', missing('Riverty'), 3);
  expect(told()[0]).toEqual({
    ...{ value: 'Riverty', count: 2, sums: [{ currency: 'EUR', gross: '12.5', count: 1 }] },
  });
});
