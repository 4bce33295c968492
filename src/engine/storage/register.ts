import type { Sale } from '../../flows/contract.ts';
import { foldedNumber } from '../../records/order-number.ts';
import type { Reason } from '../../records/reason.ts';
import { fromRow, type OrderState, type RegisterCursor, type RegisterRow } from './register-row.ts';
import { type Sql, whereOf } from './sql.ts';

export interface RegisterFilter {
  /** Ids of flows between places; all flows where it is left out. */
  readonly flows?: readonly string[] | undefined;
  readonly state?: OrderState | undefined;
  /** The number that customers see, or of the document, or how either begins; or what an order comes to. */
  readonly search?: RegisterSearch | undefined;
  /** Days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: RegisterCursor | undefined;
}

export interface RegisterSearch {
  readonly text: string;
  /** What it is as an amount, a decimal without superfluous digits; null for what is none. */
  readonly amount: string | null;
}

/** What `fromRow` reads. */
export const columns = 'register.*, numbers.number, tasks.id AS task, tasks.due_at';
const open = "('queued', 'running', 'waiting', 'parked')";
/** What is known of an order elsewhere, beside its row. */
export const joined = `LEFT JOIN numbers ON numbers.flow = register.flow AND numbers.key = register.key
  LEFT JOIN tasks ON tasks.flow = register.flow AND tasks.key = register.key AND tasks.state IN ${open}`;

/**
 * What Koppel itself made in the source is a sale of the flow that made it: this one keeps it to be looked up, and counts it nowhere, also while it is
 * looked at once more.
 */
export const isSale =
  "iif(register.rest = 'skipped', register.reason ->> '$.code', NULL) IS NOT 'made_by_koppel'";

/** By a person. What was left out stays so while a further notice of it is looked at. */
const isLeftOut = "rest = 'skipped' AND reason ->> '$.code' = 'left_out'";

/** Of one search: more orders than anybody looks through. */
const maxFound = 1_000;

/**
 * One row for each order, by flow and key. How it stands is kept by triggers, in the statement that changes its task, its link or
 * the log (register-tables.ts): it cannot say anything else than those. Only what the source says of it is written here.
 */
export class RegisterStore {
  constructor(private readonly sql: Sql) {}

  /** An order was read. It has a row since it has a task. */
  note({ flow, key }: { readonly flow: string; readonly key: string }, sale: Sale): void {
    const { day, placedAt, currency, gross, vat, vatByRate, refunded } = sale;
    this.sql.exec(
      `UPDATE register SET day = ?3, at = ?4, currency = ?5, gross = ?6, vat = ?7, rates = ?8, refunded = ?9
       WHERE flow = ?1 AND key = ?2 AND (day <> ?3 OR at <> ?4 OR currency IS NOT ?5 OR gross IS NOT ?6
         OR vat IS NOT ?7 OR rates IS NOT ?8 OR refunded IS NOT ?9)`,
      flow,
      key,
      ...[day, Date.parse(placedAt), currency, gross, vat, JSON.stringify(vatByRate), refunded],
    );
  }

  get(flow: string, key: string): RegisterRow | null {
    const [row] = this.sql.exec(
      `SELECT ${columns} FROM register ${joined} WHERE register.flow = ? AND register.key = ?`,
      flow,
      key,
    );
    return row === undefined ? null : fromRow(row);
  }

  /**
   * Why a person left out an order of which nothing was made; null where nobody did, or that was taken back. It outlives the task. Earlier versions kept
   * it when it was taken back: the log tells of those.
   */
  leftOut(flow: string, key: string): Reason | null {
    const [row] = this.sql.exec(
      `SELECT reason FROM register WHERE flow = ?1 AND key = ?2 AND ${isLeftOut} AND (
         SELECT activity.reason FROM activity
         WHERE activity.key = ?2 AND activity.flow = ?1 AND activity.reason IN ('left_out', 'taken_back')
         ORDER BY id DESC LIMIT 1) IS NOT 'taken_back'`,
      flow,
      key,
    );
    return row === undefined ? null : (JSON.parse(String(row.reason)) as Reason);
  }

  takeBack(flow: string, key: string): void {
    this.sql.exec(`UPDATE register SET reason = NULL WHERE flow = ? AND key = ? AND ${isLeftOut}`, flow, key);
  }

  /** Those that were placed last first. */
  list(filter: RegisterFilter, limit: number): RegisterRow[] {
    const { search, after } = filter;
    // Else all orders there ever were would be looked through for one.
    if (filter.state === 'in_day' && !this.#hasReceipts()) return [];
    const { where, bindings } = whereOf([
      [isIn(filter.state), filter.state],
      // Unary: by the day, and not flow by flow, which would sort all there are.
      ['+register.flow IN (SELECT value FROM json_each(?))', filter.flows && JSON.stringify(filter.flows)],
      [
        '(register.flow, register.key) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))',
        search && this.#found(search),
      ],
      ['register.day >= ?', filter.from],
      ['register.day <= ?', filter.to],
      // Where the scan begins; what of that day was seen is left out below.
      ['register.day <= ?', after?.[0]],
    ]);
    const goesOn =
      after === undefined
        ? ''
        : 'AND (register.day, register.at, register.flow, register.key) < (?, ?, ?, ?)';
    return this.sql
      .exec(
        `SELECT ${columns} FROM register ${joined} ${where} ${goesOn}
         ORDER BY register.day DESC, register.at DESC, register.flow DESC, register.key DESC LIMIT ?`,
        ...bindings,
        ...(after ?? []),
        limit,
      )
      .map(fromRow);
  }

  #hasReceipts(): boolean {
    return this.sql.exec("SELECT 1 FROM links WHERE record = 'receipt' LIMIT 1").length > 0;
  }

  /** Flows and keys, as JSON. */
  #found({ text, amount }: RegisterSearch): string {
    const begins = foldedNumber(text);
    const found = begins === '' ? [] : [...this.#known(begins), ...this.#booked(begins)];
    const sold = amount === null ? [] : this.#comingTo(amount);
    return JSON.stringify([...found, ...sold].map(({ flow, key }) => [flow, key]));
  }

  #known(begins: string) {
    const read = this.#pairs(
      `SELECT flow, key FROM numbers
       WHERE folded >= ?1 AND folded < ?1 || '\u{10ffff}' AND substr(flow, 1, 7) = 'orders:' ORDER BY folded LIMIT ?2`,
      begins,
    );
    return read.length > 0 ? read : this.#unread(begins);
  }

  /** An order that was never read has no number yet: its id may be it. */
  #unread(begins: string) {
    return this.#pairs(
      `SELECT register.flow, register.key FROM tasks
         JOIN register ON register.flow = tasks.flow AND register.key = tasks.key
       WHERE tasks.state IN ${open} AND register.gross IS NULL
         AND substr(lower(tasks.key), 1, length(?1)) = ?1 LIMIT ?2`,
      begins,
    );
  }

  #booked(begins: string) {
    return this.#pairs(
      `SELECT flow, key FROM register INDEXED BY register_by_number
       WHERE target_number IS NOT NULL AND lower(target_number) >= ?1 AND lower(target_number) < ?1 || '\u{10ffff}' LIMIT ?2`,
      begins,
    );
  }

  #comingTo(amount: string) {
    return this.#pairs('SELECT flow, key FROM register WHERE gross = ? ORDER BY day DESC LIMIT ?', amount);
  }

  #pairs(query: string, value: string): { readonly flow: string; readonly key: string }[] {
    return this.sql
      .exec(query, value, maxFound)
      .map((row) => ({ flow: String(row.flow), key: String(row.key) }));
  }

  /** This flow's place turned out to be another's, and its tasks are there now: what is left were notices of what that one works on. */
  forgetNotices(flow: string): void {
    this.sql.exec(
      `DELETE FROM register
       WHERE flow = ?1 AND open IS NULL AND gross IS NULL AND reason IS NULL AND target_id IS NULL
         AND key NOT IN (SELECT key FROM tasks WHERE flow = ?1 AND skipped_by IS NOT NULL)`,
      flow,
    );
  }
}

/** Repeats the condition of the index `register_by_state` where it helps; what is queued is found by its task. */
export function isIn(state: OrderState | undefined): string {
  switch (state) {
    case 'queued':
      return `register.state = ? AND (register.flow, register.key) IN
        (SELECT flow, key FROM tasks WHERE state IN ${open} AND state IN ('queued', 'running'))`;
    case 'waiting':
    case 'parked':
    case 'credited':
    case 'skipped':
      return "register.state IN ('waiting', 'parked', 'credited', 'skipped') AND register.state = ?";
    default:
      return 'register.state = ?';
  }
}
