import type { KnownLevel, LevelReport, LevelState } from '../../flows/bulk.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { Row, Sql } from './sql.ts';
import { readProblem } from './stored-problem.ts';

/** A level as people look it up. Times are epoch milliseconds. */
export interface LevelRow extends KnownLevel {
  readonly flow: string;
  /** The source's key that it belongs to. */
  readonly key: string;
  readonly problem: ProblemData | null;
  /** What somebody had put there by hand when it was last mended, and when. */
  readonly drift: { readonly quantity: string; readonly at: number } | null;
  /** Null where it was never written. */
  readonly writtenAt: number | null;
  readonly updatedAt: number;
}

/** How many levels are alike: of one state, and for one cause. */
export interface LevelCount {
  readonly state: LevelState;
  /** Of the problem; empty where there is none. */
  readonly code: string;
  readonly count: number;
  /** One of them. */
  readonly sku: string;
}

/** Levels as they were last dealt with, one row for every SKU of a flow. A level that is as it was costs no row. */
export class LevelStore {
  constructor(private readonly sql: Sql) {}

  /** Left to itself SQLite takes the index that has the order, and reads every level of the flow. */
  ofKey(flow: string, key: string): LevelRow[] {
    return this.sql
      .exec(
        'SELECT * FROM levels INDEXED BY levels_by_key WHERE flow = ? AND key = ? ORDER BY sku',
        flow,
        key,
      )
      .map(fromRow);
  }

  get(flow: string, sku: string): LevelRow | null {
    const [row] = this.sql.exec('SELECT * FROM levels WHERE flow = ? AND sku = ?', flow, sku);
    return row === undefined ? null : fromRow(row);
  }

  put(flow: string, key: string, report: LevelReport, now: number): void {
    const { sku, targetId, quantity, state, problem, drift } = report;
    const known = this.get(flow, sku);
    const isSame =
      known !== null &&
      known.key === key &&
      known.targetId === targetId &&
      known.quantity === quantity &&
      known.state === state &&
      (known.problem?.code ?? '') === (problem?.code ?? '') &&
      drift === undefined;
    if (isSame) return;
    const isWritten =
      state === 'written' && (known === null || known.quantity !== quantity || drift !== undefined);
    const drifted = drift === undefined ? null : now;
    const written = isWritten ? now : null;
    const values = [
      targetId,
      quantity,
      state,
      problem?.code ?? '',
      problem === undefined ? null : JSON.stringify(problem),
    ];
    // A key that is named is written to its index too, changed or not.
    if (known?.key === key) {
      this.sql.exec(
        `UPDATE levels SET target_id = ?3, quantity = ?4, state = ?5, code = ?6, problem = ?7, drift = ifnull(?8, drift),
         drift_at = ifnull(?9, drift_at), written_at = ifnull(?10, written_at), updated_at = ?11 WHERE flow = ?1 AND sku = ?2`,
        ...[flow, sku, ...values, drift ?? null, drifted, written, now],
      );
      return;
    }
    this.sql.exec(
      `INSERT INTO levels (flow, sku, key, target_id, quantity, state, code, problem, drift, drift_at, written_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
       ON CONFLICT DO UPDATE SET key = ?3, target_id = ?4, quantity = ?5, state = ?6, code = ?7, problem = ?8,
         drift = ifnull(?9, drift), drift_at = ifnull(?10, drift_at), written_at = ifnull(?11, written_at), updated_at = ?12`,
      ...[flow, sku, key, ...values, drift ?? null, drifted, written, now],
    );
  }

  /** Keys behind this one, in their order, and how many levels they have: for a look at all of them, batch by batch. */
  keysBehind(flow: string, after: string, limit: number): { keys: string[]; levels: number } {
    const rows = this.sql.exec(
      'SELECT key, count(*) AS count FROM levels WHERE flow = ? AND key > ? GROUP BY key ORDER BY key LIMIT ?',
      flow,
      after,
      limit,
    );
    return {
      keys: rows.map(({ key }) => String(key)),
      levels: rows.reduce((sum, { count }) => sum + Number(count), 0),
    };
  }

  /** Source keys of these SKUs. */
  keysOfSkus(flow: string, skus: readonly string[]): string[] {
    return this.sql
      .exec(
        'SELECT DISTINCT key FROM levels WHERE flow = ? AND sku IN (SELECT value FROM json_each(?))',
        flow,
        JSON.stringify(skus),
      )
      .map(({ key }) => String(key));
  }

  /** Those of these SKUs that there is no level of. */
  unknownOf(flow: string, skus: readonly string[]): string[] {
    return this.sql
      .exec(
        'SELECT value FROM json_each(?2) WHERE value NOT IN (SELECT sku FROM levels WHERE flow = ?1 AND sku IN (SELECT value FROM json_each(?2)))',
        flow,
        JSON.stringify(skus),
      )
      .map(({ value }) => String(value));
  }

  /** Source keys of levels that have a problem. Reads all levels. */
  keysInTrouble(flow: string): string[] {
    return this.sql
      .exec("SELECT DISTINCT key FROM levels WHERE flow = ? AND code <> ''", flow)
      .map(({ key }) => String(key));
  }

  /** The keys that these SKUs were last known with, by SKU; without those that are gone. */
  ownersOf(flow: string, skus: readonly string[]): Map<string, string> {
    const rows = this.sql.exec(
      `SELECT sku, key FROM levels WHERE flow = ? AND state <> 'gone' AND sku IN (SELECT value FROM json_each(?))`,
      flow,
      JSON.stringify(skus),
    );
    return new Map(rows.map(({ sku, key }) => [String(sku), String(key)]));
  }

  counts(flow: string): LevelCount[] {
    return this.sql
      .exec(
        'SELECT state, code, count, latest FROM level_counts WHERE flow = ? AND count > 0 ORDER BY state, code',
        flow,
      )
      .map((row) => ({
        state: row.state as LevelState,
        code: String(row.code),
        count: Number(row.count),
        sku: String(row.latest),
      }));
  }

  forget(flow: string): void {
    this.sql.exec('DELETE FROM levels WHERE flow = ?', flow);
  }
}

function fromRow(row: Row): LevelRow {
  return {
    flow: String(row.flow),
    sku: String(row.sku),
    key: String(row.key),
    targetId: row.target_id === null ? null : String(row.target_id),
    quantity: row.quantity === null ? null : String(row.quantity),
    state: row.state as LevelState,
    problem: row.problem === null ? null : readProblem(String(row.problem)),
    drift: row.drift === null ? null : { quantity: String(row.drift), at: Number(row.drift_at) },
    writtenAt: row.written_at === null ? null : Number(row.written_at),
    updatedAt: Number(row.updated_at),
  };
}
