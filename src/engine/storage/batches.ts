import type { Row, Sql } from './sql.ts';

/** How a batch stands, whatever is in it. */
export interface BatchStanding {
  readonly id: number;
  /** Id of the flow between two places. */
  readonly flow: string;
  readonly madeAt: number;
  /** When the queue was last given its id; null where it never was. */
  readonly sentAt: number | null;
  /** Who works on it, and until when; null while nobody does. */
  readonly lease: { readonly id: string; readonly until: number } | null;
}

/** Keys of a flow that are brought across together. */
export interface Batch extends BatchStanding {
  readonly keys: readonly string[];
  /** SKUs that something became of since it was cut: what it says of them may be older. */
  readonly noticed: readonly string[];
}

/** Batches that are under way. One that is done is deleted, so a repeated message finds nothing. */
export class BatchStore {
  /** Keys of all of them by flow, as long as this object lives: what is asked for every notice. */
  #underWay: Map<string, Set<string>> | null = null;

  constructor(private readonly sql: Sql) {}

  get(id: number): Batch | null {
    const [row] = this.sql.exec('SELECT * FROM batches WHERE id = ?', id);
    return row === undefined ? null : fromRow(row);
  }

  all(): Batch[] {
    return this.sql.exec('SELECT * FROM batches ORDER BY id').map(fromRow);
  }

  /** As `all`, without the keys: what is asked after every report. */
  standing(): BatchStanding[] {
    return this.sql
      .exec('SELECT id, flow, made_at, sent_at, lease, leased_until FROM batches ORDER BY id')
      .map(standingOf);
  }

  keysOf(flow: string): ReadonlySet<string> {
    this.#underWay ??= this.#read();
    return this.#underWay.get(flow) ?? new Set();
  }

  get isAnyUnderWay(): boolean {
    this.#underWay ??= this.#read();
    return [...this.#underWay.values()].some(({ size }) => size > 0);
  }

  #read(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    for (const { flow, keys } of this.all()) add(found, flow, keys);
    return found;
  }

  /** Returns its id. */
  make(flow: string, keys: readonly string[], now: number): number {
    this.#underWay ??= this.#read();
    const [row] = this.sql.exec(
      'INSERT INTO batches (flow, keys, made_at) VALUES (?, ?, ?) RETURNING id',
      flow,
      JSON.stringify(keys),
      now,
    );
    add(this.#underWay, flow, keys);
    return Number(row?.id);
  }

  sent(ids: readonly number[], now: number): void {
    this.sql.exec(
      'UPDATE batches SET sent_at = ? WHERE id IN (SELECT value FROM json_each(?))',
      now,
      JSON.stringify(ids),
    );
  }

  lease(id: number, lease: string, until: number): void {
    this.sql.exec('UPDATE batches SET lease = ?, leased_until = ? WHERE id = ?', lease, until, id);
  }

  /** Something became of these SKUs, whose keys are not known: every batch of this flow may have looked at them before. */
  noticed(flow: string, skus: readonly string[]): void {
    if (skus.length === 0 || this.keysOf(flow).size === 0) return;
    for (const { id, noticed } of this.all().filter((batch) => batch.flow === flow))
      this.sql.exec(
        'UPDATE batches SET noticed = ? WHERE id = ?',
        JSON.stringify([...new Set([...noticed, ...skus])]),
        id,
      );
  }

  end(id: number): void {
    const batch = this.get(id);
    if (batch === null) return;
    this.sql.exec('DELETE FROM batches WHERE id = ?', id);
    const underWay = this.#underWay?.get(batch.flow);
    for (const key of batch.keys) underWay?.delete(key);
  }
}

function add(found: Map<string, Set<string>>, flow: string, keys: readonly string[]): void {
  const known = found.get(flow) ?? new Set();
  for (const key of keys) known.add(key);
  found.set(flow, known);
}

function standingOf(row: Row): BatchStanding {
  return {
    id: Number(row.id),
    flow: String(row.flow),
    madeAt: Number(row.made_at),
    sentAt: row.sent_at === null ? null : Number(row.sent_at),
    lease: row.lease === null ? null : { id: String(row.lease), until: Number(row.leased_until) },
  };
}

function fromRow(row: Row): Batch {
  return {
    ...standingOf(row),
    keys: JSON.parse(String(row.keys)) as string[],
    noticed: row.noticed === null ? [] : (JSON.parse(String(row.noticed)) as string[]),
  };
}
