import { type Row, type Sql, whereOf } from '../engine/storage/sql.ts';
import {
  type By,
  type Deed,
  deedOf,
  type NewDeed,
  type TrailFilter,
  trailConditions,
  trailLivesMs,
} from '../engine/storage/trail.ts';

/** A deed of the house. `integration`: the one that was deleted, and what had been done to it; null for what belongs to none. */
export interface HouseDeed extends Deed {
  readonly integration: string | null;
}

/** What people did to the deployment as a whole, and to integrations that are there no more. */
export class HouseTrail {
  constructor(private readonly sql: Sql) {}

  add(now: number, integration: string | null, by: By, { code, params }: NewDeed): void {
    this.sql.exec(
      'INSERT INTO trail (at, integration, who, token, via, code, params) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[now, integration, by.who, by.token, by.via, code, JSON.stringify(params)],
    );
    this.sql.exec('DELETE FROM trail WHERE at < ?', now - trailLivesMs);
  }

  /** Of an integration that is about to be deleted. `deeds`: newest first. */
  inherit(integration: string, deeds: readonly Deed[]): void {
    for (const { id, at, who, token, via, code, params } of deeds.toReversed())
      this.sql.exec(
        `INSERT OR IGNORE INTO trail (at, integration, source, who, token, via, code, params)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[at, integration, id, who, token, via, code, JSON.stringify(params)],
      );
  }

  /** Newest first: what was inherited came in later than it was done. `before` counts rows of that order. */
  list({ before = 0, ...filter }: TrailFilter, limit: number, now: number): HouseDeed[] {
    const kept = Math.max(filter.since ?? 0, now - trailLivesMs);
    const { where, bindings } = whereOf(trailConditions({ ...filter, since: kept }));
    return this.sql
      .exec(
        `SELECT * FROM trail ${where} ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`,
        ...bindings,
        limit,
        before,
      )
      .map(houseDeedOf);
  }
}

function houseDeedOf(row: Row): HouseDeed {
  return { ...deedOf(row), integration: row.integration === null ? null : String(row.integration) };
}
