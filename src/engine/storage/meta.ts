import type { Sql } from './sql.ts';

/** Single values of the integration: its document, its state, its sealed fingerprint key. */
export class MetaStore {
  constructor(private readonly sql: Sql) {}

  get(name: string): string | null {
    const value = this.sql.exec('SELECT value FROM meta WHERE name = ?', name)[0]?.value;
    return value === undefined || value === null ? null : String(value);
  }

  set(name: string, value: string): void {
    this.sql.exec(
      'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      name,
      value,
    );
  }

  forget(name: string): void {
    this.sql.exec('DELETE FROM meta WHERE name = ?', name);
  }

  /** What limits by the day were last told before then, also of accounts that nobody works with any more. */
  forgetDaysBefore(time: number): void {
    this.sql.exec("DELETE FROM meta WHERE name GLOB 'day:*' AND json_extract(value, '$.at') < ?", time);
  }
}
