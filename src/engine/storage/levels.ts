import type { LevelReport, LevelState } from '../../flows/bulk.ts';
import { columnsOf, folded, fromRow, type LevelRow, levelAfter } from './level-row.ts';
import type { Sql } from './sql.ts';

/** Levels that one statement takes. */
const mostAtOnce = 500;

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

  ofKey(flow: string, key: string): readonly LevelRow[] {
    return this.ofKeys(flow, [key]).get(key) ?? [];
  }

  /** By key, in the order of their SKUs. Left to itself SQLite takes the index that has the order, and reads every level of the flow. */
  ofKeys(flow: string, keys: readonly string[]): ReadonlyMap<string, readonly LevelRow[]> {
    const rows = this.sql.exec(
      `SELECT * FROM levels INDEXED BY levels_by_key
       WHERE flow = ? AND key IN (SELECT value FROM json_each(?)) ORDER BY key, sku`,
      flow,
      JSON.stringify(keys),
    );
    return Map.groupBy(rows.map(fromRow), ({ key }) => key);
  }

  get(flow: string, sku: string): LevelRow | null {
    return this.of(flow, [sku]).get(sku) ?? null;
  }

  /** By SKU. */
  of(flow: string, skus: readonly string[]): Map<string, LevelRow> {
    const rows = inLists(skus).flatMap((some) =>
      this.sql.exec(
        'SELECT * FROM levels WHERE flow = ? AND sku IN (SELECT value FROM json_each(?))',
        flow,
        JSON.stringify(some),
      ),
    );
    return new Map(rows.map(fromRow).map((row) => [row.sku, row]));
  }

  put(flow: string, key: string, report: LevelReport, now: number): void {
    const known = this.get(flow, report.sku);
    const row = levelAfter(known, flow, key, report, now);
    if (row !== null) this.write([[known, row]]);
  }

  /** Each as it was, null where there was none, and as it is now. A key that is named is written to its index too, changed or not. */
  write(changes: readonly (readonly [LevelRow | null, LevelRow])[]): void {
    const isKept = ([before, { key }]: (typeof changes)[number]) => before?.key === key;
    this.#write(changes.filter(isKept), '');
    this.#write(
      changes.filter((each) => !isKept(each)),
      'key = excluded.key, ',
    );
  }

  #write(changes: readonly (readonly [LevelRow | null, LevelRow])[], key: string): void {
    for (const some of inLists(changes))
      this.sql.exec(
        `INSERT INTO levels (flow, sku, key, target_id, quantity, state, code, problem, drift, drift_at, written_at, updated_at, folded)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
           value ->> 9, value ->> 10, value ->> 11, value ->> 12 FROM json_each(?) WHERE true
         ON CONFLICT DO UPDATE SET ${key}target_id = excluded.target_id, quantity = excluded.quantity, state = excluded.state,
           code = excluded.code, problem = excluded.problem, drift = excluded.drift, drift_at = excluded.drift_at,
           written_at = excluded.written_at, updated_at = excluded.updated_at`,
        JSON.stringify(some.map(([, row]) => columnsOf(row))),
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

  /** Source keys of the levels of these SKUs, by `skuKey`: there may be several of one, and of what no level is known of none. */
  keysOfSkus(
    flow: string,
    skus: readonly string[],
    skuKey: (sku: string) => string,
  ): ReadonlyMap<string, readonly string[]> {
    const rows = this.sql.exec(
      `SELECT sku, key FROM levels INDEXED BY levels_by_folded
       WHERE flow = ? AND folded IN (SELECT value FROM json_each(?))`,
      flow,
      JSON.stringify(skus.map(folded)),
    );
    const wanted = new Set(skus.map(skuKey));
    const alike = rows.filter(({ sku }) => wanted.has(skuKey(String(sku))));
    const found = Map.groupBy(alike, ({ sku }) => skuKey(String(sku)));
    return new Map(
      [...found].map(([each, those]) => [each, [...new Set(those.map(({ key }) => String(key)))]]),
    );
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

/** Lists that fit into one bound value (Cloudflare: 2 MB), whatever their problems say. */
function inLists<Each>(all: readonly Each[]): Each[][] {
  return Array.from({ length: Math.ceil(all.length / mostAtOnce) }, (_, index) =>
    all.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  );
}
