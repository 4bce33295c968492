import type { ChangeWindow } from '../../connectors/contract/source.ts';
import type { ChangesSource } from '../../flows/contract.ts';
import type { Flow } from '../../flows/registry.ts';
import type { Clock } from '../clock.ts';
import type { Recorder } from '../http/recorder.ts';
import type { BoundFlow } from './task-runner.ts';

const hourMs = 3_600_000;

/** How far back is looked for records, further each time, until there are enough. */
const looksBackMs = [hourMs, 24 * hourMs, 7 * 24 * hourMs, 30 * 24 * hourMs, 365 * 24 * hourMs];
const maxPages = 2;
/** How often a window that holds too many is made shorter. */
const maxNarrowings = 3;

/** What the records of a flow are looked for by. */
type Parts = BoundFlow<Flow>;

/** Keys of the records that changed last, `last` of them where there are so many, and some more. Newest first where the source tells. */
export async function lastKeys(parts: Parts, recorder: Recorder, last: number): Promise<readonly string[]> {
  const { from, definition, clock } = parts;
  const source = definition.source(from.connector);
  if (source === undefined) return [];
  const api = await from.api(recorder);
  const since = (backMs: number) =>
    changedSince(source, (window) => pageOf(source, api, window), clock, backMs);
  let [shortMs, keys] = [0, [] as readonly string[]];
  for (const backMs of looksBackMs) {
    keys = await since(backMs);
    if (keys.length >= last) return narrowed(since, { shortMs, backMs, keys }, source, last);
    shortMs = backMs;
  }
  return keys;
}

interface Found {
  /** So far back there are too few, */
  readonly shortMs: number;
  /** and so far these. */
  readonly backMs: number;
  readonly keys: readonly string[];
}

/** Some systems list the oldest change first: of a window that holds many, the last ones are in a shorter one. */
async function narrowed(
  since: (backMs: number) => Promise<readonly string[]>,
  found: Found,
  { changes }: ChangesSource,
  last: number,
): Promise<readonly string[]> {
  let { shortMs, backMs, keys } = found;
  if (changes.kind === 'by-snapshot') return keys;
  for (let times = 0; times < maxNarrowings && keys.length > 2 * last; times++) {
    const middleMs = Math.round((shortMs + backMs) / 2);
    const fewer = await since(middleMs);
    if (fewer.length < last) shortMs = middleMs;
    else [backMs, keys] = [middleMs, fewer];
  }
  return keys;
}

type Api = Awaited<ReturnType<Parts['from']['api']>>;

interface KeyPage {
  readonly keys: readonly string[];
  readonly next: string | null;
}

/** Newest first where the source tells. */
async function changedSince(
  { changes }: ChangesSource,
  read: (window: ChangeWindow) => Promise<KeyPage>,
  clock: Clock,
  backMs: number,
): Promise<readonly string[]> {
  const until = new Date(clock.now());
  const since = new Date(clock.now() - backMs);
  const keys = new Set<string>();
  let page: string | null = null;
  for (let pages = 0; pages < (changes.kind === 'by-time' ? maxPages : 1); pages++) {
    const found: KeyPage = await read({ since, until, page });
    for (const key of found.keys) keys.add(key);
    page = found.next;
    if (page === null) break;
  }
  return [...keys];
}

async function pageOf({ changes }: ChangesSource, api: Api, window: ChangeWindow): Promise<KeyPage> {
  switch (changes.kind) {
    case 'by-time': {
      const { changes: found, next } = await changes.page(api, window);
      return { keys: found.map(({ key }) => key), next };
    }
    case 'by-snapshot': {
      const { rows, changes: found = [], next } = await changes.page(api, window);
      const made = rows.filter(({ createdAt }) => createdAt === undefined || createdAt >= window.since);
      made.sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
      const subjects = made.map(({ key, subject }) => (subject === undefined ? key : subject));
      return { keys: [...subjects.filter((each) => each !== null), ...found.map(({ key }) => key)], next };
    }
  }
}
