import type { Step } from '../../flows/contract.ts';
import { callSteps } from '../../flows/customers/record/call-step.ts';
import type { Meant } from '../../flows/meant.ts';
import type { Sql } from './sql.ts';

/** An open task works on it. */
const isOwned =
  "EXISTS (SELECT 1 FROM tasks WHERE tasks.id = steps.task AND state IN ('queued', 'running', 'waiting', 'parked'))";

/** A call that makes a customer. */
export interface CustomerCall extends Pick<Step, 'intendedAt' | 'reference'> {
  /** It has made just the one that was asked about: that is not linked yet. */
  readonly isIt: boolean;
  readonly task: 'at work' | 'parked' | 'over';
}

/** The journal: stores an action's intent before its call and its result after it. */
export class StepStore {
  constructor(private readonly sql: Sql) {}

  get(name: string): Step | null {
    const row = this.sql.exec(
      `SELECT intended_at, result, reference, meant, ${isOwned} AS owned FROM steps WHERE name = ?`,
      name,
    )[0];
    if (!row) return null;
    return {
      intendedAt: Number(row.intended_at),
      result: row.result === null || row.result === undefined ? null : String(row.result),
      reference: row.reference === null || row.reference === undefined ? null : String(row.reference),
      meant: typeof row.meant === 'string' ? (JSON.parse(row.meant) as Meant) : null,
      ...(row.owned ? {} : { isLeft: true }),
    };
  }

  intend(name: string, task: number, now: number, reference?: string, meant?: Meant): void {
    this.#put(name, task, now, { reference, meant });
  }

  /** As `intend`, of an action of several parts that are found each by itself. */
  intendParts(name: string, task: number, now: number, parts: object): void {
    this.#put(name, task, now, { parts });
  }

  #put(
    name: string,
    task: number,
    now: number,
    {
      reference,
      meant,
      parts,
    }: { reference?: string | undefined; meant?: Meant | undefined; parts?: object },
  ): void {
    const json = (value?: object) => (value === undefined ? null : JSON.stringify(value));
    this.sql.exec(
      `INSERT INTO steps (name, task, intended_at, reference, meant, parts) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET task = excluded.task, intended_at = excluded.intended_at, result = NULL,
         reference = excluded.reference, meant = excluded.meant, parts = excluded.parts`,
      ...[name, task, now, reference ?? null, json(meant), json(parts)],
    );
  }

  /** The parts that may still come to be. */
  leaveParts(name: string, parts: object): void {
    this.sql.exec('UPDATE steps SET parts = ? WHERE name = ?', JSON.stringify(parts), name);
  }

  /** As they were told; null where none were. */
  partsOf<Parts extends object>(name: string): Parts | null {
    const [row] = this.sql.exec('SELECT parts FROM steps WHERE name = ?', name);
    return typeof row?.parts === 'string' ? (JSON.parse(row.parts) as Parts) : null;
  }

  /** The same of all records of this kind that were begun at a place, with the place that each comes from. */
  partsAt<Parts extends object>(
    target: string,
    record: string,
  ): { readonly source: string; readonly key: string; readonly parts: Parts }[] {
    const between = `:${target}:${record}:`;
    return this.sql
      .exec('SELECT name, parts FROM steps WHERE parts IS NOT NULL AND instr(name, ?) > 0', between)
      .map((row) => {
        const [source = '', ...rest] = String(row.name).split(between);
        return { source, key: rest.join(between), parts: JSON.parse(String(row.parts)) as Parts };
      });
  }

  /** Names that begin so. */
  begunAs(prefix: string): string[] {
    return this.sql
      .exec('SELECT name FROM steps WHERE name >= ?1 AND name < ?1 || char(1114111)', prefix)
      .map(({ name }) => String(name));
  }

  /** Deletes what of a person steps hold sealed, by the keyed fingerprint of the address that stands beside it. */
  erase(emailFingerprint: string): void {
    this.sql.exec(
      'UPDATE steps SET reference = NULL WHERE instr(reference, ?1) > 0',
      JSON.stringify(emailFingerprint),
    );
  }

  /** The documents of orders that were begun in the account at this place, and are not noted as booked yet. */
  ordersAt(place: string): { reference: string | null; result: string | null }[] {
    return this.sql
      .exec("SELECT reference, result FROM steps WHERE instr(name, ':' || ? || ':order:') > 0", place)
      .map(({ reference, result }) => ({
        reference: typeof reference === 'string' ? reference : null,
        result: typeof result === 'string' ? result : null,
      }));
  }

  /** Calls that make a customer in the account at this place and were begun within that time, of which nothing is known yet, or that it is this one. */
  customersBegunAt(
    place: string,
    id: string,
    { since, until }: { readonly since: number; readonly until: number },
  ): CustomerCall[] {
    return this.sql
      .exec(
        `SELECT intended_at, reference, result IS NOT NULL AS is_it, ${isOwned} AS owned,
           EXISTS (SELECT 1 FROM tasks WHERE tasks.id = steps.task AND state = 'parked') AS parked FROM steps
         WHERE instr(name, ?) > 0 AND intended_at > ? AND intended_at <= ? AND (result IS NULL OR result = ?)`,
        ...[`:${place}:${callSteps}`, since, until, id],
      )
      .map(({ intended_at, reference, is_it, owned, parked }) => ({
        intendedAt: Number(intended_at),
        reference: typeof reference === 'string' ? reference : null,
        isIt: is_it === 1,
        task: parked ? 'parked' : owned ? 'at work' : 'over',
      }));
  }

  finish(name: string, result: string): void {
    this.sql.exec('UPDATE steps SET result = ? WHERE name = ?', result, name);
  }

  forget(name: string): void {
    this.sql.exec('DELETE FROM steps WHERE name = ?', name);
  }

  /** Deletes old steps that no open task works on. A later task looks in the target first, as for any record. */
  deleteAbandonedBefore(time: number): void {
    this.sql.exec(`DELETE FROM steps WHERE intended_at < ? AND NOT ${isOwned}`, time);
  }
}
