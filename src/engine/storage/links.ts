import type { Link, LinkedRecord, LinkFacts, LinkOwner } from '../../flows/links.ts';
import type { Sql } from './sql.ts';

/** Source id ↔ target id. The facts are the flow's: they are stored and given back as they are. */
export class LinkStore {
  constructor(private readonly sql: Sql) {}

  /** Whether nothing was ever made or met. */
  get isEmpty(): boolean {
    return this.sql.exec('SELECT 1 FROM links LIMIT 1').length === 0;
  }

  get<Kind extends LinkedRecord>(
    record: Kind,
    source: string,
    target: string,
    key: string,
  ): Link<LinkFacts[Kind]> | null {
    const row = this.sql.exec(
      `SELECT target_id, fingerprint, facts, email_fingerprint FROM links
       WHERE record = ? AND source = ? AND target = ? AND key = ?`,
      record,
      source,
      target,
      key,
    )[0];
    if (!row) return null;
    const emailFingerprint = row.email_fingerprint;
    return {
      targetId: String(row.target_id),
      fingerprint: String(row.fingerprint),
      facts: JSON.parse(String(row.facts)) as LinkFacts[Kind],
      ...(typeof emailFingerprint === 'string' ? { emailFingerprint } : {}),
    };
  }

  /** When it was last stored, in epoch milliseconds: as `knownAt` of a batch's key. */
  knownAt(record: LinkedRecord, source: string, target: string, key: string): { knownAt?: number } {
    const [row] = this.sql.exec(
      'SELECT updated_at FROM links WHERE record = ? AND source = ? AND target = ? AND key = ?',
      record,
      source,
      target,
      key,
    );
    return row === undefined ? {} : { knownAt: Number(row.updated_at) };
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
      `INSERT OR REPLACE INTO links
         (record, source, target, key, target_id, fingerprint, facts, updated_at, email_fingerprint)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record,
      source,
      target,
      key,
      targetId,
      fingerprint,
      JSON.stringify(facts),
      now,
      emailFingerprint ?? null,
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

  recordsOf(record: LinkedRecord, source: string, target: string, targetId: string): LinkOwner[] {
    return this.sql
      .exec(
        'SELECT source, key FROM links WHERE target = ? AND target_id = ? AND record = ? ORDER BY source, key',
        target,
        targetId,
        record,
      )
      .map((row) => ({ key: String(row.key), own: row.source === source }));
  }

  /** Keys of products whose facts hold this text. Reads all of those between the two places. */
  productsWith(source: string, target: string, text: string): string[] {
    return this.sql
      .exec(
        "SELECT key FROM links WHERE record = 'product' AND source = ? AND target = ? AND instr(facts, ?) > 0",
        source,
        target,
        text,
      )
      .map(({ key }) => String(key));
  }

  /** What any direction knows of a customer's record at this place. */
  customersAt(target: string, targetId: string): LinkFacts['customer'][] {
    return this.sql
      .exec(
        "SELECT facts FROM links WHERE target = ? AND target_id = ? AND record = 'customer'",
        target,
        targetId,
      )
      .map(({ facts }) => JSON.parse(String(facts)) as LinkFacts['customer']);
  }

  /** An integration that may be deleted made this document: of what it stands for only that one knows. */
  noteMade(target: string, targetId: string, now: number): void {
    this.sql.exec(
      `INSERT OR IGNORE INTO links (record, source, target, key, target_id, fingerprint, facts, updated_at)
       VALUES ('made', '', ?1, ?2, ?2, '', '{}', ?3)`,
      target,
      targetId,
      now,
    );
  }

  /** Documents at this place that were made, or heard of, since then. Reads all of that place. */
  madeSince(target: string, time: number): string[] {
    return this.sql
      .exec(
        `SELECT DISTINCT target_id FROM links
         WHERE target = ? AND record IN ('order', 'credit', 'made') AND updated_at >= ?`,
        target,
        time,
      )
      .map((row) => String(row.target_id));
  }

  /** Whether an order of any other account stands for this document. */
  leadTo(target: string, targetId: string): boolean {
    const [row] = this.sql.exec(
      "SELECT 1 FROM links WHERE target = ? AND target_id = ? AND record IN ('order', 'credit', 'made') LIMIT 1",
      target,
      targetId,
    );
    return row !== undefined;
  }

  /** How many links are of a person, in every direction. */
  countOf(emailFingerprint: string): number {
    const [row] = this.sql.exec(
      'SELECT count(*) AS count FROM links WHERE email_fingerprint = ?',
      emailFingerprint,
    );
    return Number(row?.count ?? 0);
  }

  /** Forgets a person in every direction. Returns how many links there were. */
  erase(emailFingerprint: string): number {
    return this.sql.exec('DELETE FROM links WHERE email_fingerprint = ? RETURNING key', emailFingerprint)
      .length;
  }
}
