import type { ProblemData } from '../../records/problem.ts';
import type { Params } from '../../texts/catalogue.ts';
import type { Sql } from './sql.ts';
import { readProblem } from './stored-problem.ts';

/**
 * Params that tell one cause from another: the setting and the value that it lacks, a field, a status, a code. What is not
 * here (amounts, references, ids) differs from record to record under one cause.
 */
const tellingParams = [
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
  /** Of the newest of them. */
  readonly problem: ProblemData;
  /** What tells this cause from others with the same code; empty where nothing does. */
  readonly values: Params;
  readonly count: number;
  /** The newest of them. */
  readonly key: string;
  /** When the first of them was parked; epoch milliseconds. */
  readonly since: number;
}

const cause = [
  "json_extract(problem, '$.code')",
  "json_extract(problem, '$.connection')",
  // Rows of before problems had params.
  "json_extract(problem, '$.message')",
  ...tellingParams.map((name) => `json_extract(problem, '$.params.${name}')`),
].join(', ');

/** Parked tasks by flow and cause, those that stop the most records first. Reads every parked task: for people, not for every wake. */
export function parkedGroups(sql: Sql): ParkedGroup[] {
  return sql
    .exec(
      `SELECT flow, key, problem, max(updated_at), min(updated_at) AS since, count(*) AS count FROM tasks
       WHERE state IN ('queued', 'running', 'waiting', 'parked') AND state = 'parked' AND problem IS NOT NULL
       GROUP BY flow, ${cause} ORDER BY count DESC, since`,
    )
    .map((row) => {
      const problem = readProblem(String(row.problem));
      return {
        flow: String(row.flow),
        problem,
        values: telling(problem.params),
        count: Number(row.count),
        key: String(row.key),
        since: Number(row.since),
      };
    });
}

function telling(params: Params): Params {
  return Object.fromEntries(
    tellingParams.flatMap((name) => {
      const value = params[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
