import type { SoldPieces } from '../../flows/links.ts';
import type { ProblemData } from '../../records/problem.ts';
import { never } from './cursors.ts';
import type { Row, Sql } from './sql.ts';
import { readProblem } from './stored-problem.ts';
import { type Asked, askings } from './task-row.ts';

/** A key whose levels changed, or that could not be dealt with. */
export interface DirtyKey {
  readonly key: string;
  /** Grows with every notice. */
  readonly revision: number;
  readonly asked: boolean;
  readonly named: boolean;
  /** Epoch milliseconds; 0 for what may go at once, `never` for what waits for a person. */
  readonly dueAt: number;
  readonly attempts: number;
  /** Epoch milliseconds. */
  readonly failingSince: number | null;
  /** Why it is not done yet. */
  readonly problem: ProblemData | null;
  /** Until when a write of it that was not answered may still be done, epoch milliseconds; null where there was none. */
  readonly lateUntil: number | null;
  /** How often it was noticed by what may be ahead of the source's lists; 2: more than once before those had it, or by a person. */
  readonly ahead: number;
  /** What was sold of it at the source. */
  readonly sold: readonly UnseenSale[];
  /** When it was to be looked at once more, epoch milliseconds; also where something told of it since. Null where it was not. */
  readonly againAt: number | null;
}

/** The source's lists may not show this sale before `until`, epoch milliseconds. */
export interface UnseenSale extends SoldPieces {
  readonly until: number;
}

/** What is told with a notice. */
export interface Noticed {
  readonly asked?: Asked | null;
  /** The source's lists may still be older. */
  readonly isAhead?: boolean;
  readonly sold?: readonly UnseenSale[];
}

/** A key that a batch has looked at; `looksAgainAt`: when it is looked at once more, epoch milliseconds, null where it is dealt with. */
export interface Looked extends Pick<DirtyKey, 'key' | 'revision'> {
  readonly looksAgainAt: number | null;
}

/** Keys that wait for a person for one cause. */
interface StuckKeys {
  readonly problem: Pick<ProblemData, 'code' | 'params'>;
  /** One of them. */
  readonly key: string;
  readonly count: number;
}

/** Keys of flows that have no list of tasks. A key that is dirty already costs no second row. */
export class DirtyKeyStore {
  #latest = 0;
  /** Where the last batch of a flow ended: the next begins behind it. */
  readonly #after = new Map<string, string>();
  /** Flows that are known to have nothing due but what has to wait, or since when something may be. */
  readonly #fresh = new Map<string, number | null>();

  constructor(private readonly sql: Sql) {}

  /** `isUnderWay`: a batch works on it, whose report must not take this notice with it. */
  mark(
    flow: string,
    key: string,
    now: number,
    isUnderWay: boolean,
    { asked = null, isAhead = false, sold = [] }: Noticed = {},
  ): void {
    this.#latest = Math.max(now, this.#latest + 1);
    // Of an object that has just begun it is not known either.
    if ((this.#fresh.get(flow) ?? null) === null) this.#fresh.set(flow, now);
    this.sql.exec(
      `INSERT INTO dirty (flow, key, revision, asked, ahead, sold) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
       ON CONFLICT DO UPDATE SET revision = max(revision + 1, excluded.revision), asked = max(asked, excluded.asked),
         ahead = iif(excluded.ahead > 0, 2, ahead), sold = ifnull(excluded.sold, sold), due_at = 0
         WHERE ?7 OR due_at > 0 OR asked < excluded.asked OR (excluded.ahead > 0 AND ahead < 2) OR excluded.sold IS NOT NULL`,
      flow,
      key,
      this.#latest,
      asked === null ? 0 : askings[asked],
      isAhead ? (asked === null ? 1 : 2) : 0,
      sold.length === 0 ? null : JSON.stringify([...this.#unseen(flow, key, now), ...sold]),
      isUnderWay ? 1 : 0,
    );
  }

  #unseen(flow: string, key: string, now: number): readonly UnseenSale[] {
    return (this.get(flow, key)?.sold ?? []).filter(({ until }) => until > now);
  }

  /** Since when something of this flow may be due that has not to wait; null where nothing is. Reads no row. */
  freshSince(flow: string): number | null {
    const since = this.#fresh.get(flow);
    return since === undefined ? 0 : since;
  }

  get(flow: string, key: string): DirtyKey | null {
    return this.of(flow, [key]).get(key) ?? null;
  }

  /** Those of these keys that are dirty. */
  of(flow: string, keys: readonly string[]): ReadonlyMap<string, DirtyKey> {
    const rows = this.sql.exec(
      'SELECT * FROM dirty WHERE flow = ? AND key IN (SELECT value FROM json_each(?))',
      flow,
      JSON.stringify(keys),
    );
    return new Map(rows.map(fromRow).map((row) => [row.key, row]));
  }

  /** Keys that are due, but for these; one batch after the other goes round all of them. */
  due(flow: string, now: number, except: ReadonlySet<string>, limit: number): string[] {
    const found = this.#dueBehind(flow, this.#after.get(flow) ?? '', now, except, limit);
    const round = found.length < limit ? this.#dueBehind(flow, '', now, except, limit - found.length) : [];
    const keys = [...new Set([...found, ...round])];
    this.#after.set(flow, keys.at(-1) ?? '');
    this.#fresh.set(flow, keys.length === 0 ? null : (this.#fresh.get(flow) ?? 0));
    return keys;
  }

  #dueBehind(flow: string, after: string, now: number, except: ReadonlySet<string>, limit: number): string[] {
    return this.sql
      .exec(
        `SELECT key FROM dirty WHERE flow = ? AND key > ? AND due_at <= ? AND key NOT IN (SELECT value FROM json_each(?))
         ORDER BY key LIMIT ?`,
        flow,
        after,
        now,
        JSON.stringify([...except].filter((key) => key > after)),
        limit,
      )
      .map(({ key }) => String(key));
  }

  /** When the next key that has to wait is due, but for these; null where none waits. */
  nextDueAt(flow: string, except: ReadonlySet<string>): number | null {
    const [row] = this.sql.exec(
      `SELECT due_at FROM dirty WHERE flow = ? AND due_at > 0 AND due_at < ? AND key NOT IN (SELECT value FROM json_each(?))
       ORDER BY due_at LIMIT 1`,
      flow,
      never,
      JSON.stringify([...except]),
    );
    return row === undefined ? null : Number(row.due_at);
  }

  /**
   * What a batch that was claimed at that time has looked at is dealt with, or looked at once more; but for what was noticed again since that
   * revision. What nobody had noticed is looked at once more, too.
   */
  done(flow: string, looked: readonly Looked[], claimedAt: number): void {
    this.#lookAgain(
      flow,
      looked.filter(({ looksAgainAt }) => looksAgainAt !== null),
      claimedAt,
    );
    this.#forgetLooked(
      flow,
      looked.filter(({ looksAgainAt }) => looksAgainAt === null),
    );
    const left = this.of(
      flow,
      looked.map(({ key }) => key),
    );
    // Else every report would wake the object for nothing.
    if ([...left.values()].some(({ dueAt }) => dueAt === 0)) this.mayBeLeft(flow);
  }

  #lookAgain(flow: string, looked: readonly Looked[], claimedAt: number): void {
    if (looked.length === 0) return;
    this.sql.exec(
      `INSERT INTO dirty (flow, key, revision, due_at, again_at)
         SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 2 FROM json_each(?2) WHERE true
       ON CONFLICT DO UPDATE SET due_at = excluded.due_at, again_at = excluded.again_at, asked = 0, ahead = 0, attempts = 0, failing_since = NULL, problem = NULL,
         late_until = CASE WHEN late_until > ?3 THEN late_until END
         WHERE revision <= excluded.revision`,
      flow,
      JSON.stringify(looked.map(({ key, revision, looksAgainAt }) => [key, revision, looksAgainAt])),
      claimedAt,
    );
  }

  /** `CROSS JOIN`: else SQLite reads all that is dirty. */
  #forgetLooked(flow: string, looked: readonly Looked[]): void {
    if (looked.length === 0) return;
    this.sql.exec(
      `DELETE FROM dirty WHERE flow = ?1 AND key IN (
         SELECT own.key FROM json_each(?2) AS dealt CROSS JOIN dirty AS own ON own.flow = ?1 AND own.key = dealt.value ->> 0
         WHERE own.revision <= dealt.value ->> 1)`,
      flow,
      JSON.stringify(looked.map(({ key, revision }) => [key, revision])),
    );
  }

  /** A write of these was not answered, and may be done until then. Those that are dirty. */
  mayBeLate(flow: string, keys: readonly string[], until: number): void {
    this.sql.exec(
      `UPDATE dirty SET late_until = max(ifnull(late_until, 0), ?3)
       WHERE flow = ?1 AND key IN (SELECT value FROM json_each(?2))`,
      flow,
      JSON.stringify(keys),
      until,
    );
  }

  /**
   * It is tried again at `dueAt`, or by a person where that is `never`. What was noticed since goes at once. `looked`: a batch that was claimed `at`
   * that time has looked at it, and it is looked at once more before that; what might have been done late by then was found.
   */
  postpone(
    flow: string,
    { key, revision }: Pick<DirtyKey, 'key' | 'revision'>,
    {
      dueAt,
      problem,
      counts,
      looked = null,
    }: {
      dueAt: number;
      problem: ProblemData;
      counts: boolean;
      looked?: (Pick<Looked, 'looksAgainAt'> & { at: number }) | null;
    },
    now: number,
  ): void {
    const failing = counts ? now : null;
    this.mayBeLeft(flow);
    this.sql.exec(
      `INSERT INTO dirty (flow, key, revision, due_at, attempts, failing_since, problem) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
       ON CONFLICT DO UPDATE SET
         due_at = CASE WHEN revision > ?3 THEN 0 ELSE ?4 END,
         late_until = CASE WHEN late_until <= ?8 THEN NULL ELSE late_until END,
         ahead = CASE WHEN revision <= ?3 AND ?8 IS NOT NULL THEN 0 ELSE ahead END, again_at = ifnull(?9, again_at),
         attempts = attempts + ?5, failing_since = ifnull(failing_since, ?6), problem = ?7`,
      flow,
      key,
      revision,
      Math.min(looked?.looksAgainAt ?? dueAt, dueAt),
      counts ? 1 : 0,
      failing,
      JSON.stringify(problem),
      looked?.at ?? null,
      looked?.looksAgainAt ?? null,
    );
  }

  /** What was noticed while a batch worked on it, or what a batch gave back, may go now. */
  mayBeLeft(flow: string): void {
    if (this.#fresh.get(flow) === null) this.#fresh.set(flow, 0);
  }

  /** Keys that wait for a person, by the code of their problem. Reads two rows per code. */
  stuck(flow: string): StuckKeys[] {
    return this.sql
      .exec('SELECT code, count, latest FROM stuck_counts WHERE flow = ? AND count > 0 ORDER BY code', flow)
      .map((row) => {
        const [code, key] = [String(row.code), String(row.latest)];
        // The one that was counted last may have gone on by now: then its code says what there is to say.
        const known = this.get(flow, key)?.problem;
        return {
          problem: known?.code === code ? known : { code, params: {} },
          key,
          count: Number(row.count),
        };
      });
  }

  /** Lets all that waits of these flows be tried at once. Returns how many waited for a person. */
  retry(flow: string): number {
    this.mayBeLeft(flow);
    const stuck = this.sql.exec(
      'SELECT key FROM dirty WHERE flow = ? AND due_at > 0 AND due_at = ?',
      flow,
      never,
    ).length;
    this.sql.exec(
      'UPDATE dirty SET due_at = 0, failing_since = NULL, attempts = 0 WHERE flow = ? AND due_at > 0',
      flow,
    );
    return stuck;
  }

  /** How many there are, up to `most`. */
  count(flow: string, most: number): number {
    return this.sql.exec('SELECT key FROM dirty WHERE flow = ? LIMIT ?', flow, most).length;
  }

  flows(): string[] {
    return this.sql.exec('SELECT DISTINCT flow FROM dirty').map(({ flow }) => String(flow));
  }

  /** Gives keys to another flow; what is dirty there already stays as it is. */
  move(from: string, to: string): void {
    this.sql.exec('UPDATE OR IGNORE dirty SET flow = ? WHERE flow = ?', to, from);
    this.forget(from);
    this.#fresh.delete(to);
  }

  forget(flow: string): void {
    this.sql.exec('DELETE FROM dirty WHERE flow = ?', flow);
  }
}

function fromRow(row: Row): DirtyKey {
  return {
    key: String(row.key),
    revision: Number(row.revision),
    asked: Number(row.asked) > 0,
    named: row.asked === askings.name,
    dueAt: Number(row.due_at),
    attempts: Number(row.attempts),
    failingSince: row.failing_since === null ? null : Number(row.failing_since),
    problem: row.problem === null ? null : readProblem(String(row.problem)),
    lateUntil: row.late_until === null ? null : Number(row.late_until),
    ahead: Number(row.ahead),
    againAt: row.again_at === null ? null : Number(row.again_at),
    sold: row.sold === null ? [] : (JSON.parse(String(row.sold)) as UnseenSale[]),
  };
}
