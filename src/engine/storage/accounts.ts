import type { Row, Sql } from './sql.ts';

/** The identity of an account that nobody knows any more: no other is taken for it. */
export const unknownIdentity = '';

/** An account that a connection of this integration opened at some time. */
export interface AccountRow {
  /** What everything stored is keyed by: `shop`, `shop#2` for a further account of the same connection. */
  readonly place: string;
  /** The connection that opened it last. */
  readonly connection: string;
  readonly connector: string;
  /** Tells it from every other account of its system; null until it is read. */
  readonly identity: string | null;
  /** When it was taken for this connection's account; null while a person has not said so. */
  readonly accepted: number | null;
}

/** With whether orders are made there, or ever were. */
export interface KnownPlace extends AccountRow {
  readonly makes: boolean;
}

/**
 * The accounts that the connections ever opened. Links, steps, tasks, cursors, snapshots, the log and caches name an
 * account by its place, so that a connection that leads to another account finds nothing of the one before, and finds
 * everything when it leads back.
 */
export class AccountStore {
  constructor(private readonly sql: Sql) {}

  all(): KnownPlace[] {
    return this.sql.exec('SELECT * FROM accounts ORDER BY place').map(fromRow);
  }

  get(place: string): KnownPlace | null {
    const row = this.sql.exec('SELECT * FROM accounts WHERE place = ?', place)[0];
    return row ? fromRow(row) : null;
  }

  /** Places → names of connections, as people know them. */
  names(): ReadonlyMap<string, string> {
    return new Map(this.all().map(({ place, connection }) => [place, connection]));
  }

  put({ place, connection, connector, identity, accepted }: AccountRow): void {
    this.sql.exec(
      `INSERT INTO accounts (place, connection, connector, identity, accepted) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (place) DO UPDATE SET connection = excluded.connection, connector = excluded.connector,
         identity = excluded.identity, accepted = excluded.accepted`,
      place,
      connection,
      connector,
      identity,
      accepted,
    );
  }

  /** Orders are made there from now on: whoever reads them there asks whose they are, also when the flow is gone. */
  noteMaking(place: string): void {
    this.sql.exec('UPDATE accounts SET makes = 1 WHERE place = ? AND makes = 0', place);
  }

  remove(place: string): void {
    this.sql.exec('DELETE FROM accounts WHERE place = ?', place);
  }

  /** The connection has another name; its accounts stay where they are. */
  rename(from: string, to: string): void {
    this.sql.exec('UPDATE accounts SET connection = ? WHERE connection = ?', to, from);
  }

  /** Returns a place that no account ever had. */
  freePlace(connection: string): string {
    const taken = this.names();
    if (!taken.has(connection)) return connection;
    for (let number = 2; ; number++) {
      if (!taken.has(`${connection}#${number}`)) return `${connection}#${number}`;
    }
  }
}

function fromRow(row: Row): KnownPlace {
  return {
    place: String(row.place),
    connection: String(row.connection),
    connector: String(row.connector),
    identity: row.identity === null ? null : String(row.identity),
    accepted: row.accepted === null ? null : Number(row.accepted),
    makes: row.makes === 1,
  };
}
