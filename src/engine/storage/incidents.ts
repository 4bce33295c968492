import type { Stored } from '../../texts/tell.ts';
import type { Row, Sql } from './sql.ts';

/** One reason why a person is needed, however many records it stops. */
export interface Incident {
  /** `connection:books`, `poll:orders:shop:books`, `parked:orders:shop:books:choice_missing`, `stalled`. */
  readonly id: string;
  /** `retried`: the records that it stopped are being retried. `over`: kept until its end was told. */
  readonly state: 'present' | 'retried' | 'over';
  /** The latest problem. */
  readonly problem: Stored;
  /** How many records it stops, and the key of one of them. */
  readonly count: number;
  readonly key: string | null;
  /** Different problems under this code: `problem` is one of them. */
  readonly reasons: number;
  readonly since: number;
  /** Nobody is told before this moment, since many problems solve themselves or come in groups. */
  readonly tellAt: number;
  /** What each channel was told, by channel name, to tell it later that the problem is over; `end` once that was told too. */
  readonly told: Readonly<Record<string, Stored | 'end'>>;
}

/** What is wrong, and who was told of it. */
export class IncidentStore {
  constructor(private readonly sql: Sql) {}

  /** Oldest first. */
  all(): Incident[] {
    return this.sql.exec('SELECT * FROM incidents ORDER BY since, cause').map(fromRow);
  }

  get(id: string): Incident | null {
    const row = this.sql.exec('SELECT * FROM incidents WHERE cause = ?', id)[0];
    return row ? fromRow(row) : null;
  }

  put(incident: Incident): void {
    this.sql.exec(
      `INSERT OR REPLACE INTO incidents (cause, state, problem, count, key, reasons, since, tell_at, told)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      incident.id,
      incident.state,
      JSON.stringify(incident.problem),
      incident.count,
      incident.key,
      incident.reasons,
      incident.since,
      incident.tellAt,
      JSON.stringify(incident.told),
    );
  }

  forget(id: string): void {
    this.sql.exec('DELETE FROM incidents WHERE cause = ?', id);
  }
}

function fromRow(row: Row): Incident {
  return {
    id: String(row.cause),
    state: row.state as Incident['state'],
    problem: JSON.parse(String(row.problem)) as Stored,
    count: Number(row.count),
    key: row.key === null ? null : String(row.key),
    reasons: Number(row.reasons),
    since: Number(row.since),
    tellAt: Number(row.tell_at),
    told: JSON.parse(String(row.told)) as Incident['told'],
  };
}
