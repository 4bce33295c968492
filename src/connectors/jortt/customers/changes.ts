/**
 * Which customers changed. Jortt lists all of them by name and tells of no change (sheet 3.4), so every one is read and
 * compared with its digest of the last time. A long list is read in parts, a part per window, round and round: a change
 * is noticed a round later at most. So is one whom a deletion pulled over the edge of a page.
 */
import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import type { Change, ChangePage, ChangeWindow } from '../../contract/connector.ts';
import { path } from '../../contract/path.ts';
import { digest } from '../../wire/digest.ts';
import { readToken } from '../../wire/page-token.ts';
import { onePage } from '../pages.ts';

/** Of a hundred customers each: what a window reads at most, and what a row of storage can hold (2 MB). */
const pagesPerWindow = 20;
const mostPages = 100;
const hourMs = 3_600_000;

const digests = z.record(z.string(), z.string());

const memory = z.object({
  /** When the last window ended. */
  until: z.number(),
  /** Where the next one begins. */
  page: z.int().positive(),
  /** Of the last whole round. */
  known: digests,
  /** Of this round so far. */
  seen: digests,
});
type Memory = z.infer<typeof memory>;

const token = z.object({ page: z.int().positive(), read: z.int().nonnegative(), seen: digests });

const rowWire = z.looseObject({ id: z.string().min(1), archived: z.boolean().nullish() });

export async function customerChanges(api: Api, window: ChangeWindow): Promise<ChangePage> {
  const last = window.memory ? readToken(window.memory, memory) : null;
  const known = last?.known ?? null;
  const everything = isBackfill(window, last);
  const start = last === null || everything ? { page: 1, seen: {} } : last;
  const at =
    window.page === null ? { page: start.page, read: 0, seen: start.seen } : readToken(window.page, token);
  const { data, isLast } = await onePage(api, path`/v3/customers`, rowWire, at.page);
  const seen = { ...at.seen };
  const changes: Change[] = [];
  for (const row of data) {
    const version = await digest(row);
    // In the first round nobody is known: it takes note, and is read as a whole.
    const isChanged = everything || (known !== null && known[row.id] !== version);
    if (isChanged && !row.archived) changes.push({ flow: 'customers', key: row.id, version });
    seen[row.id] = version;
  }
  const read = at.read + 1;
  const roundEnds = isLast || at.page >= mostPages;
  const isWhole = known === null || everything;
  if (!roundEnds && (isWhole || read < pagesPerWindow)) {
    return { changes, next: JSON.stringify({ page: at.page + 1, read, seen }) };
  }
  const until = window.until.getTime();
  const next: Memory =
    roundEnds || known === null
      ? { until, page: 1, known: seen, seen: {} }
      : { until, page: at.page + 1, known, seen };
  return { changes, next: null, memory: JSON.stringify(next) };
}

/**
 * Asked for what changed since a time before the last window: no customer tells when, so it is all of them. A flow that
 * is new asks for no time gone by, but it may have had to wait.
 */
function isBackfill({ since, until }: ChangeWindow, last: Memory | null): boolean {
  const usual = last === null ? until.getTime() - 24 * hourMs : last.until - hourMs;
  return since.getTime() < usual;
}
