import type { Link, LinkedRecord, LinkFacts } from '../../flows/links.ts';
import type { Sql } from './sql.ts';

/** Source id ↔ target id. A customer is linked by a keyed fingerprint of the e-mail address, and may be by its id. */
export class LinkStore {
  constructor(private readonly sql: Sql) {}

  get<Kind extends LinkedRecord>(
    record: Kind,
    source: string,
    target: string,
    key: string,
  ): Link<LinkFacts[Kind]> | null {
    const row = this.sql.exec(
      'SELECT target_id, fingerprint, facts FROM links WHERE record = ? AND source = ? AND target = ? AND key = ?',
      record,
      source,
      target,
      key,
    )[0];
    if (!row) return null;
    const { person, ...facts } = JSON.parse(String(row.facts));
    return {
      targetId: String(row.target_id),
      fingerprint: String(row.fingerprint),
      facts,
      ...(person === undefined ? {} : { emailFingerprint: String(person) }),
    };
  }

  put(
    record: LinkedRecord,
    source: string,
    target: string,
    key: string,
    { targetId, fingerprint, facts, emailFingerprint }: Link<object>,
    now: number,
  ): void {
    this.sql.exec(
      `INSERT INTO links (record, source, target, key, target_id, fingerprint, facts, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (record, source, target, key) DO UPDATE SET target_id = excluded.target_id,
         fingerprint = excluded.fingerprint, facts = excluded.facts, updated_at = excluded.updated_at`,
      record,
      source,
      target,
      key,
      targetId,
      fingerprint,
      JSON.stringify(emailFingerprint === undefined ? facts : { ...facts, person: emailFingerprint }),
      now,
    );
  }

  forget(record: LinkedRecord, source: string, target: string, key: string): void {
    this.sql.exec(
      'DELETE FROM links WHERE record = ? AND source = ? AND target = ? AND key = ?',
      record,
      source,
      target,
      key,
    );
  }

  /** Forgets a person in every direction: links by the address, and those by an id that say whose they are. Returns how many. */
  erase(person: string): number {
    return this.sql.exec(
      `DELETE FROM links WHERE record = 'customer' AND (key = ?1 OR json_extract(facts, '$.person') = ?1) RETURNING key`,
      person,
    ).length;
  }
}
