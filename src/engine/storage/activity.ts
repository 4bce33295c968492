import type { Params } from '../../texts/catalogue.ts';
import { MetaStore } from './meta.ts';
import { byNumber, numbersLike } from './numbers.ts';
import { type Row, type Sql, whereOf } from './sql.ts';

export interface ActivityRow {
  readonly id: number;
  readonly at: number;
  readonly flow: string;
  readonly key: string;
  readonly task: number;
  readonly outcome: string;
  /** A code of a reason (`done`, `skipped`) or of a problem; a sentence in rows without params. */
  readonly reason: string;
  readonly params: Params | null;
  readonly targetId: string | null;
  readonly calls: number;
  readonly sealed: string | null;
}

export interface ActivityFilter {
  /** Ids of flows between places; all flows where it is left out. */
  readonly flows?: readonly string[] | undefined;
  readonly outcome?: string | undefined;
  readonly key?: string | undefined;
  /** The number that customers see, or how it begins. */
  readonly number?: string | undefined;
  readonly task?: number | undefined;
  readonly before?: number | undefined;
}

/** Entries before this id have lost their payloads. */
const payloadsFrom = 'payloads_from';

/** The clock of the machine that an object wakes up on may be behind that of the last one, by much less than this. */
const maxClockStepMs = 10 * 60_000;

/**
 * The log: what was read, what was written, the outcome. Payloads are sealed by whoever adds them. Ids ascend with time,
 * so what is old is found from the oldest on: months of entries need not be read to delete some hours of them.
 */
export class ActivityStore {
  readonly #meta: MetaStore;

  constructor(private readonly sql: Sql) {
    this.#meta = new MetaStore(sql);
  }

  add(entry: Omit<ActivityRow, 'id'> & { emailFingerprint: string | null }): void {
    this.sql.exec(
      `INSERT INTO activity (at, flow, key, task, outcome, reason, params, target_id, calls, person, payload)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      entry.at,
      entry.flow,
      entry.key,
      entry.task,
      entry.outcome,
      entry.reason,
      JSON.stringify(entry.params),
      entry.targetId,
      entry.calls,
      entry.emailFingerprint,
      entry.sealed,
    );
  }

  list(filter: ActivityFilter, limit: number): ActivityRow[] {
    const ofTask = this.#idsOf(filter.task);
    const ofNumber = filter.number && numbersLike(this.sql, filter.number);
    const { where, bindings } = whereOf([
      ['flow IN (SELECT value FROM json_each(?))', filter.flows && JSON.stringify(filter.flows)],
      ['outcome = ?', filter.outcome],
      ['key = ?', filter.key],
      // By the index on keys; then of those flows alone.
      ['key IN (SELECT value ->> 1 FROM json_each(?))', ofNumber],
      [byNumber, ofNumber],
      ['task = ?', filter.task],
      ['id >= ?', ofTask?.[0]],
      ['id <= ?', ofTask?.[1]],
      ['id < ?', filter.before],
    ]);
    return this.sql
      .exec(`SELECT * FROM activity ${where} ORDER BY id DESC LIMIT ?`, ...bindings, limit)
      .map(fromRow);
  }

  /** From the first entry to the last that a task can have: it is not looked for among all others. */
  #idsOf(task: number | undefined): [number, number] | undefined {
    if (task === undefined) return undefined;
    const [row] = this.sql.exec('SELECT created_at, updated_at FROM tasks WHERE id = ?', task);
    if (row === undefined) return undefined;
    return [
      this.#idAt(Number(row.created_at) - maxClockStepMs),
      this.#idAt(Number(row.updated_at) + maxClockStepMs),
    ];
  }

  /** Returns the first id of about this time or later, or the id after the last entry. Reads a row each time it halves the log. */
  #idAt(time: number): number {
    const end = (which: 'min' | 'max') =>
      Number(this.sql.exec(`SELECT ${which}(id) AS id FROM activity`)[0]?.id ?? 0);
    let low = end('min');
    let high = end('max') + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [row] = this.sql.exec('SELECT at FROM activity WHERE id >= ? ORDER BY id LIMIT 1', middle);
      if (row === undefined || Number(row.at) >= time) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  get(id: number): ActivityRow | null {
    const row = this.sql.exec('SELECT * FROM activity WHERE id = ?', id)[0];
    return row ? fromRow(row) : null;
  }

  /** Deletes what was read and written. That it happened stays in the log. */
  deletePayloadsBefore(time: number): void {
    const from = Number(this.#meta.get(payloadsFrom) ?? 0);
    const until = this.#firstSince(time, from);
    if (until === from) return;
    this.sql.exec(
      'UPDATE activity SET payload = NULL WHERE id >= ? AND id < ? AND payload IS NOT NULL',
      from,
      until,
    );
    this.#meta.set(payloadsFrom, String(until));
  }

  deleteBefore(time: number): void {
    this.sql.exec('DELETE FROM activity WHERE id < ?', this.#firstSince(time, 0));
  }

  /** Returns the first id, starting at `from`, of an entry at this time or later, or the id after the last entry. */
  #firstSince(time: number, from: number): number {
    const [first] = this.sql.exec(
      'SELECT id FROM activity WHERE id >= ? AND at >= ? ORDER BY id LIMIT 1',
      from,
      time,
    );
    if (first) return Number(first.id);
    return Math.max(from, Number(this.sql.exec('SELECT max(id) + 1 AS id FROM activity')[0]?.id ?? 0));
  }

  /** How many entries are about a person. */
  countOf(emailFingerprint: string): number {
    const [row] = this.sql.exec('SELECT count(*) AS count FROM activity WHERE person = ?', emailFingerprint);
    return Number(row?.count ?? 0);
  }

  erase(emailFingerprint: string): number {
    return this.sql.exec('DELETE FROM activity WHERE person = ? RETURNING id', emailFingerprint).length;
  }

  /** Entries with a payload, oldest first; `person`: the keyed fingerprint of whom they are about, null where nobody knows. */
  withPayload(
    after: number,
    limit: number,
  ): { id: number; task: number; sealed: string; person: string | null }[] {
    return this.sql
      .exec(
        'SELECT id, task, payload, person FROM activity WHERE id > ? AND payload IS NOT NULL ORDER BY id LIMIT ?',
        Math.max(after, Number(this.#meta.get(payloadsFrom) ?? 0) - 1),
        limit,
      )
      .map(({ id, task, payload, person }) => ({
        id: Number(id),
        task: Number(task),
        sealed: String(payload),
        person: typeof person === 'string' ? person : null,
      }));
  }

  /** Erases an entry that nobody knows the person of; of one that is somebody else's, what was read and written. */
  eraseEntry(id: number): number {
    const theirs = 'UPDATE activity SET payload = NULL WHERE id = ? AND person IS NOT NULL RETURNING id';
    const changed = this.sql.exec(theirs, id).length;
    return (
      changed + this.sql.exec('DELETE FROM activity WHERE id = ? AND person IS NULL RETURNING id', id).length
    );
  }
}

/** The place that the payload of a task is sealed for. */
export function activityPlace(integration: string, task: number): string {
  return `${integration}/activity/${task}`;
}

function fromRow(row: Row): ActivityRow {
  return {
    id: Number(row.id),
    at: Number(row.at),
    flow: String(row.flow),
    key: String(row.key),
    task: Number(row.task),
    outcome: String(row.outcome),
    reason: String(row.reason),
    params:
      row.params === null || row.params === undefined ? null : (JSON.parse(String(row.params)) as Params),
    targetId: row.target_id === null ? null : String(row.target_id),
    calls: Number(row.calls),
    sealed: row.payload === null ? null : String(row.payload),
  };
}
