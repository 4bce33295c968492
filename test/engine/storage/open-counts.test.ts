import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { OpenTasks } from '../../../src/engine/storage/open-tasks.ts';
import { parkedGroups } from '../../../src/engine/storage/parked-groups.ts';
import { TaskStore } from '../../../src/engine/storage/tasks.ts';
import type { ProblemData } from '../../../src/records/problem.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flows = ['orders:shop:books', 'orders:till:books'];

const act = fc.record({
  what: fc.constantFrom(
    'add',
    'done',
    'park',
    'wait',
    'put back',
    'die',
    'retry',
    'retry all',
    'skip',
    'release',
    'tidy',
    'move',
  ),
  flow: fc.constantFrom(...flows),
  key: fc.constantFrom('A', 'B', 'C', 'D'),
  code: fc.constantFrom('server_error', 'refused'),
  field: fc.constantFrom('city', 'name'),
});
type Act = typeof act extends fc.Arbitrary<infer Each> ? Each : never;

/** Does one thing that happens to tasks. */
function happen(tasks: TaskStore, { what, flow, key, code, field }: Act, now: number): void {
  const problem: ProblemData = { kind: 'retry', code, params: { field, reference: key } };
  const due = tasks.due.next(now, flows);
  const [some] = tasks.list({}, 1);
  if (what === 'add') tasks.add(flow, key, null, now);
  else if (what === 'retry all') tasks.retryParked(now);
  else if (what === 'retry') tasks.retry(some?.id ?? 0, now);
  else if (what === 'skip') tasks.skip(some?.id ?? 0, now);
  else if (what === 'release') tasks.release([flow], now - 5, now);
  else if (what === 'tidy') tasks.deleteEndedBefore(now, now);
  else if (what === 'move') tasks.move(flow, flows.find((each) => each !== flow) ?? flow);
  else if (due) {
    tasks.start(due.id);
    if (what === 'done') tasks.end(due.id, 'done', null, now);
    if (what === 'park') tasks.end(due.id, 'parked', problem, now);
    if (what === 'wait') tasks.wait(due.id, now, problem, true, now);
    if (what === 'put back') tasks.putBack(due);
    if (what === 'die') tasks.recover(now);
  }
}

test('the counts that are kept are those that reading all tasks gives, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const sql = memorySql();
      migrate(sql);
      const tasks = new TaskStore(sql);
      const openTasks = new OpenTasks(sql, () => tasks.running);
      for (const [index, each] of acts.entries()) happen(tasks, each, index + 1);
      expect(
        sql.exec('SELECT state, flow, code, count FROM open_counts WHERE count <> 0 ORDER BY 1, 2, 3'),
      ).toEqual(
        sql.exec(
          `SELECT state, flow, ifnull(json_extract(problem, '$.code'), '') AS code, count(*) AS count FROM tasks
           WHERE state IN ('queued', 'waiting', 'parked') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
        ),
      );
      const parked = openTasks.parkedByCode();
      for (const { flow, problem, key } of parked) {
        const [row] = sql.exec(
          "SELECT * FROM tasks WHERE flow = ? AND key = ? AND state = 'parked'",
          flow,
          key,
        );
        expect(JSON.parse(String(row?.problem)).code).toBe(problem.code);
      }
      expect(parked.reduce((sum, { count }) => sum + count, 0)).toBe(openTasks.byState().parked);
      const groups = parkedGroups(sql).map(({ flow, problem, values, count, since }) => ({
        flow,
        code: problem.code,
        field: values.field,
        count,
        since,
      }));
      const order = (group: object) => JSON.stringify(group);
      expect(groups.map(order).sort()).toEqual(
        sql
          .exec(
            `SELECT flow, problem ->> '$.code' AS code, problem ->> '$.params.field' AS field, count(*) AS count,
               min(updated_at) AS since FROM tasks WHERE state = 'parked' GROUP BY 1, 2, 3`,
          )
          .map(order)
          .sort(),
      );
      expect(sql.exec('SELECT * FROM parked_causes')).toHaveLength(groups.length);
    }),
  );
});
