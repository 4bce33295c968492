import { type Account, account } from '../../connectors/contract/account.ts';
import type { Health } from '../connection/health.ts';
import type { Row, Sql } from './sql.ts';
import { problemOf, type StoredProblem } from './stored-problem.ts';

export interface ConnectionRow {
  readonly name: string;
  readonly connector: string;
  /** Sealed. */
  readonly credentials: string;
  readonly account: Account | null;
  readonly accountAt: number;
  /** Sealed. */
  readonly token: string | null;
  readonly health: Health | null;
  /** The account that it works with, as `accounts` has it. */
  readonly place: string;
  /** The place of another account that the credentials turned out to open; nothing is done with it until a person says so. */
  readonly met: string | null;
}

/** The authorised accounts of an integration, their secrets sealed. */
export class ConnectionStore {
  constructor(private readonly sql: Sql) {}

  all(): ConnectionRow[] {
    return this.sql.exec('SELECT * FROM connections ORDER BY name').map(fromRow);
  }

  get(name: string): ConnectionRow | null {
    const row = this.sql.exec('SELECT * FROM connections WHERE name = ?', name)[0];
    return row ? fromRow(row) : null;
  }

  /** Stores new credentials and clears the token, account and health of the old ones. A known connection keeps its place. */
  put(name: string, connector: string, credentials: string, place = name): void {
    this.sql.exec(
      `INSERT INTO connections (name, connector, credentials, place) VALUES (?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET connector = excluded.connector, credentials = excluded.credentials,
         account = NULL, account_at = NULL, token = NULL, health = NULL`,
      name,
      connector,
      credentials,
      place,
    );
  }

  /** Which account it works with, and which it met. */
  setPlace(name: string, place: string, met: string | null): void {
    this.sql.exec('UPDATE connections SET place = ?, met = ? WHERE name = ?', place, met, name);
  }

  /** Gives a connection another name; what is sealed is bound to the name, so it comes sealed anew. */
  rename(from: string, to: string, credentials: string, token: string | null): void {
    this.sql.exec(
      'UPDATE connections SET name = ?, credentials = ?, token = ? WHERE name = ?',
      to,
      credentials,
      token,
      from,
    );
  }

  reseal(name: string, credentials: string): void {
    this.sql.exec('UPDATE connections SET credentials = ? WHERE name = ?', credentials, name);
  }

  setAccount(name: string, account: Account, now: number): void {
    this.sql.exec(
      'UPDATE connections SET account = ?, account_at = ? WHERE name = ?',
      JSON.stringify(account),
      now,
      name,
    );
  }

  setToken(name: string, token: string | null): void {
    this.sql.exec('UPDATE connections SET token = ? WHERE name = ?', token, name);
  }

  setHealth(name: string, health: Health | null): void {
    this.sql.exec('UPDATE connections SET health = ? WHERE name = ?', health && JSON.stringify(health), name);
  }

  deleteExcept(names: readonly string[]): void {
    const marks = names.map(() => '?').join(', ');
    this.sql.exec(`DELETE FROM connections WHERE name NOT IN (${marks})`, ...names);
  }
}

function fromRow(row: Row): ConnectionRow {
  const text = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]));
  const accountText = text('account');
  const healthText = text('health');
  return {
    name: String(row.name),
    connector: String(row.connector),
    credentials: String(row.credentials),
    // One that another Koppel stored in another form is read anew.
    account: accountText === null ? null : (account.safeParse(JSON.parse(accountText)).data ?? null),
    accountAt: Number(row.account_at ?? 0),
    token: text('token'),
    health: healthText === null ? null : readHealth(healthText),
    place: String(row.place),
    met: text('met'),
  };
}

function readHealth(text: string): Health {
  const health = JSON.parse(text) as Omit<Health, 'problem'> & { readonly problem: StoredProblem };
  return { ...health, problem: problemOf(health.problem) };
}
