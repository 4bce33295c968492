import type { Stores } from '../storage/stores.ts';

/** Earlier names of connections → their names now: webhooks still go to the address that the shop was given. */
export function aliasesOf(stores: Stores): Readonly<Record<string, string>> {
  return JSON.parse(stores.meta.get('aliases') ?? '{}') as Record<string, string>;
}

export function addAlias(stores: Stores, from: string, to: string): void {
  const moved = Object.entries(aliasesOf(stores)).map(([name, now]) => [name, now === from ? to : now]);
  store(stores, [...moved, [from, to]].filter(([name]) => name !== to) as [string, string][]);
}

/** A name that is used again is no alias any more, nor is one of a connection that is gone. */
export function dropAliases(stores: Stores, names: readonly string[]): void {
  const known = Object.entries(aliasesOf(stores));
  const kept = known.filter(([name, now]) => !names.includes(name) && names.includes(now));
  if (kept.length < known.length) store(stores, kept);
}

function store(stores: Stores, aliases: readonly (readonly [string, string])[]): void {
  stores.meta.set('aliases', JSON.stringify(Object.fromEntries(aliases)));
}
