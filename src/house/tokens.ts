import { timingSafeEqual } from 'hono/utils/buffer';
import { hashOf, newSecret } from '../engine/privacy/random-secret.ts';
import { conflict, notFound } from '../engine/request-error.ts';
import type { Row, Sql } from '../engine/storage/sql.ts';
import { type Caller, keyName, type Role } from './roles.ts';
import { readToken, writeToken } from './token-text.ts';

export const maxTokenName = 60;

/** More than people hand out; the page lists them all. */
export const maxTokens = 200;

/** A use is noted once in this time at most: a row written at every call would cost more than it tells. */
const notedEveryMs = 3_600_000;

export interface NewToken {
  readonly name: string;
  readonly role: Role;
  /** Null for all that there are and will be. */
  readonly integrations: readonly string[] | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number | null;
}

/** All that is told of a token; its secret was shown when it was made. */
export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly integrations: readonly string[] | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string | null;
  /** To the hour. */
  readonly lastUsedAt: string | null;
}

/** The tokens that were made, as hashes of their secrets. */
export class TokenStore {
  constructor(private readonly sql: Sql) {}

  /** By name. */
  list(): TokenView[] {
    return this.sql.exec('SELECT * FROM tokens ORDER BY name COLLATE NOCASE').map(viewOf);
  }

  /** Returns it with its secret, which nothing tells again. Throws where the name is taken, or there are too many. */
  make({ name, role, integrations, expiresAt }: NewToken, by: string, now: number) {
    const taken = this.sql.exec('SELECT 1 FROM tokens WHERE name = ? COLLATE NOCASE', name).length > 0;
    if (taken || name.toUpperCase() === keyName) throw conflict('token_name_taken', { name });
    if (Number(this.sql.exec('SELECT count(*) AS count FROM tokens')[0]?.count) >= maxTokens)
      throw conflict('too_many_tokens', { max: maxTokens });
    const secret = newSecret();
    const [row] = this.sql.exec(
      `INSERT INTO tokens (name, hash, role, integrations, created_at, created_by, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *`,
      ...[name, hashOf(secret), role],
      ...[integrations && JSON.stringify(integrations), now, by, expiresAt],
    );
    if (row === undefined) throw new Error('The token was not stored.');
    return { ...viewOf(row), token: writeToken({ id: Number(row.id), secret }) };
  }

  /** From this moment on it opens nothing, and the sessions that it opened are over. */
  revoke(id: number): TokenView {
    const [row] = this.sql.exec('DELETE FROM tokens WHERE id = ? RETURNING *', id);
    if (row === undefined) throw notFound('token');
    return viewOf(row);
  }

  /** Whose token this is; null for none that is good now. Found by its id, so that only its hash is compared, without an early end. */
  async admit(text: string, now: number): Promise<Caller | null> {
    const given = readToken(text);
    const row = given && this.#row(given.id);
    if (!given || !row || !(await timingSafeEqual(hashOf(given.secret), String(row.hash)))) return null;
    return this.#used(row, now);
  }

  /** What a session of this token may do now; null when it is over. */
  standing(id: number, now: number): Caller | null {
    const row = this.#row(id);
    return row && this.#used(row, now);
  }

  #row(id: number): Row | null {
    return this.sql.exec('SELECT * FROM tokens WHERE id = ?', id)[0] ?? null;
  }

  #used(row: Row, now: number): Caller | null {
    if (row.expires_at !== null && Number(row.expires_at) <= now) return null;
    if (row.used_at === null || Number(row.used_at) <= now - notedEveryMs)
      this.sql.exec('UPDATE tokens SET used_at = ? WHERE id = ?', now, Number(row.id));
    const { name, role, integrations } = viewOf(row);
    return { token: Number(row.id), name, role, integrations: integrations ?? 'all' };
  }
}

function viewOf(row: Row): TokenView {
  const moment = (value: unknown) => (value === null ? null : new Date(Number(value)).toISOString());
  return {
    id: String(row.id),
    name: String(row.name),
    role: row.role as Role,
    integrations: row.integrations === null ? null : (JSON.parse(String(row.integrations)) as string[]),
    createdAt: new Date(Number(row.created_at)).toISOString(),
    createdBy: String(row.created_by),
    expiresAt: moment(row.expires_at),
    lastUsedAt: moment(row.used_at),
  };
}
