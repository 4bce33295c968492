/** What the address of an integration's page says of its lists. */
export interface ListQuery {
  readonly flow?: string | undefined;
  readonly outcome?: string | undefined;
  readonly number?: string | undefined;
  readonly key?: string | undefined;
  /** Where each list goes on. */
  readonly cursor?: string | undefined;
  readonly parked?: string | undefined;
  readonly waiting?: string | undefined;
  readonly skipped?: string | undefined;
}

const names = ['flow', 'outcome', 'number', 'key', 'cursor', 'parked', 'waiting', 'skipped'] as const;

export function readListQuery(query: Readonly<Record<string, string>>): ListQuery {
  return Object.fromEntries(names.map((name) => [name, query[name]?.trim() || undefined]));
}

/** The same page with some values changed; `undefined` removes one. */
export function listAddress(id: string, query: ListQuery, change: ListQuery, anchor: string): string {
  const entries = Object.entries({ ...query, ...change }).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(entries as [string, string][]).toString();
  return `/integrations/${id}${text === '' ? '' : `?${text}`}#${anchor}`;
}
