import { dayMs } from '../utc-day.ts';
import { type Row, type Sql, type SqlValue, whereOf } from './sql.ts';

/** A page, or a call of the API. */
export const vias = ['page', 'api'] as const;

/** Who does something, as the trail keeps it. */
export interface By {
  /** The name of the token, or `ADMIN_TOKEN`. */
  readonly who: string;
  /** The token's id; null for ADMIN_TOKEN. */
  readonly token: number | null;
  readonly via: (typeof vias)[number];
}

/** What a person can have done. A code, once landed, is never renamed. */
export const deedCodes = [
  ...['created', 'settings_saved', 'restored', 'credentials_entered', 'access_given', 'went_live'],
  ...['paused', 'resumed'],
  ...['renamed', 'account_accepted', 'synced', 'retried', 'retried_all', 'levels_retried', 'left_out'],
  ...[
    'taken_back',
    'person_erased',
    'deleted',
    'token_made',
    'token_revoked',
    'channel_made',
    'channel_removed',
  ],
  ...['cause_retried', 'cause_left_out', 'cause_taken_back', 'activation_opened'],
] as const;
export type DeedCode = (typeof deedCodes)[number];

/** Ids, names of fields and connections, counts: never a value that was entered, and nobody's address. */
export type DeedParams = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

export interface NewDeed {
  readonly code: DeedCode;
  readonly params: DeedParams;
}

export interface Deed extends NewDeed, By {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface TrailFilter {
  readonly who?: string | undefined;
  readonly code?: DeedCode | undefined;
  readonly via?: By['via'] | undefined;
  /** Epoch milliseconds; the later one is not among them. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** Older than this row. */
  readonly before?: number | undefined;
}

/** A deed is kept for a year. */
export const trailLivesMs = 365 * dayMs;

/** What people did to an integration: written in the same transaction as what they did. */
export class TrailStore {
  constructor(private readonly sql: Sql) {}

  add(at: number, { who, token, via }: By, { code, params }: NewDeed): void {
    this.sql.exec(
      'INSERT INTO trail (at, who, token, via, code, params) VALUES (?, ?, ?, ?, ?, ?)',
      ...[at, who, token, via, code, JSON.stringify(params)],
    );
  }

  /** Newest first. */
  list(filter: TrailFilter, limit: number): Deed[] {
    const { where, bindings } = whereOf(trailConditions(filter));
    return this.sql
      .exec(`SELECT * FROM trail ${where} ORDER BY id DESC LIMIT ?`, ...bindings, limit)
      .map(deedOf);
  }

  deleteBefore(time: number): void {
    this.sql.exec('DELETE FROM trail WHERE at < ?', time);
  }
}

export function trailConditions({ who, code, via, since, until, before }: TrailFilter) {
  const conditions: readonly (readonly [string, SqlValue | undefined])[] = [
    ['who = ?', who],
    ['code = ?', code],
    ['via = ?', via],
    ['at >= ?', since],
    ['at < ?', until],
    ['id < ?', before],
  ];
  return conditions;
}

export function deedOf(row: Row): Deed {
  return {
    id: Number(row.id),
    at: Number(row.at),
    who: String(row.who),
    token: row.token === null ? null : Number(row.token),
    via: row.via as By['via'],
    code: row.code as DeedCode,
    params: JSON.parse(String(row.params)) as DeedParams,
  };
}
