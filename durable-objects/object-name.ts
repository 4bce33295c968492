import { MetaStore } from '../src/engine/storage/meta.ts';
import { hasTables } from '../src/engine/storage/migrations.ts';
import type { Sql } from '../src/engine/storage/sql.ts';

/**
 * The name of an object, which is its integration's id. An object that its alarm wakes may not be told its name, and is not
 * told it later either; so the name is kept with what is configured. Null when it is not known: then nothing can be opened
 * that was sealed under it.
 */
export function nameOf(told: string | undefined, sql: Sql): string | null {
  return told ?? (hasTables(sql) ? new MetaStore(sql).get('name') : null);
}

/** Stores nothing for an integration that was never configured. */
export function keepName(name: string, sql: Sql): void {
  if (!hasTables(sql)) return;
  const meta = new MetaStore(sql);
  if (meta.get('name') !== name) meta.set('name', name);
}
