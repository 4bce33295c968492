import type { ProblemData } from '../../records/problem.ts';
import type { Params } from '../../texts/catalogue.ts';
import type { Sql } from './sql.ts';
import { readProblem } from './stored-problem.ts';

/**
 * Params that tell one cause from another: the setting and the value that it lacks, a field, a status, a code. What is not
 * here (amounts, references, ids) differs from record to record under one cause. The column `cause` of tasks names the same
 * ones (cause-tables.ts): another one here wants a migration that counts anew.
 */
export const tellingParams = [
  'setting',
  'value',
  'field',
  'fields',
  'missing',
  'reason',
  'issue',
  'status',
  'systemCode',
  'method',
  'what',
  'why',
  'of',
  'account',
  'vatCode',
  'rate',
  'group',
  'currency',
  'country',
  'skus',
  'scope',
] as const;

/** Tasks that wait for a person for one cause. */
export interface ParkedGroup {
  /** Id of the flow. */
  readonly flow: string;
  /** As tasks have it; tells this cause from every other one of the flow. */
  readonly cause: string;
  /** Of the newest of them. */
  readonly problem: ProblemData;
  /** What tells this cause from others with the same code; empty where nothing does. */
  readonly values: Params;
  readonly count: number;
  /** The newest of them. */
  readonly key: string;
  /** When the first of them was parked, and the last; epoch milliseconds. */
  readonly since: number;
  readonly last: number;
}

/** Of a flow with more causes than anybody reads, those that stop the most records are shown. */
const maxCauses = 200;

/**
 * Parked tasks by flow and cause, those that stop the most records first; at most 200 causes. The causes are counted as tasks
 * come and go (the table `parked_causes`), so it reads a few rows of each and never all that is parked.
 */
export function parkedGroups(sql: Sql): ParkedGroup[] {
  return sql
    .exec(
      'SELECT flow, cause, count FROM parked_causes WHERE count > 0 ORDER BY count DESC LIMIT ?',
      maxCauses,
    )
    .flatMap((row) => groupOf(sql, String(row.flow), String(row.cause), Number(row.count)) ?? [])
    .sort((a, b) => b.count - a.count || a.since - b.since || a.first - b.first)
    .map(({ first: _, ...group }) => group);
}

/** What is parked for one cause; null where nothing is. */
export function parkedGroup(sql: Sql, flow: string, cause: string): ParkedGroup | null {
  const [row] = sql.exec(
    `SELECT count FROM parked_causes WHERE flow = ?1 AND cause = ?2 AND count > 0
       AND code = (SELECT problem ->> '$.code' FROM tasks
         WHERE state = 'parked' AND flow = ?1 AND cause = ?2 LIMIT 1)`,
    flow,
    cause,
  );
  if (row === undefined) return null;
  const found = groupOf(sql, flow, cause, Number(row.count));
  if (found === null) return null;
  const { first: _, ...group } = found;
  return group;
}

function groupOf(
  sql: Sql,
  flow: string,
  cause: string,
  count: number,
): (ParkedGroup & { readonly first: number }) | null {
  const of =
    "SELECT id, key, problem, updated_at FROM tasks WHERE state = 'parked' AND flow = ? AND cause = ?";
  const [newest] = sql.exec(`${of} ORDER BY updated_at DESC, id DESC LIMIT 1`, flow, cause);
  const [oldest] = sql.exec(`${of} ORDER BY updated_at, id LIMIT 1`, flow, cause);
  if (newest === undefined || oldest === undefined) return null;
  const problem = readProblem(String(newest.problem));
  return {
    ...{ flow, cause, problem, count },
    values: telling(problem.params),
    key: String(newest.key),
    since: Number(oldest.updated_at),
    last: Number(newest.updated_at),
    first: Number(oldest.id),
  };
}

/** What of a problem's params tells its cause from others with the same code. */
export function telling(params: Params): Params {
  return Object.fromEntries(
    tellingParams.flatMap((name) => {
      const value = params[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
