import type { ChangeWindow } from '../../connectors/contract/source.ts';
import type { ChangesSource } from '../../flows/contract.ts';
import type { Flow } from '../../flows/registry.ts';
import type { Recorder } from '../http/recorder.ts';
import type { BoundFlow } from './task-runner.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How far back is looked for records, further each time, until there are enough. */
const looksBackMs = [hourMs, dayMs, 7 * dayMs, 30 * dayMs, 365 * dayMs];
/** Of one stretch of time: what is left out of it is older, or newer, by the source's own order. */
const maxPages = 3;
/** How often a stretch that holds more is made shorter. */
const maxNarrowings = 3;
/** Of all that was asked for. */
const maxPagesSince = 5;

export interface KeysFound {
  /** Those of the last stretch of time first; within it in the source's own order. */
  readonly keys: readonly string[];
  /** Whether they are all that changed in the time that was looked through. */
  readonly isWhole: boolean;
  /** From when on was looked, in epoch milliseconds; null where there is nothing older to look for. */
  readonly from: number | null;
}

type Parts = BoundFlow<Flow>;

/** Reads a page of changes. */
interface Read {
  readonly kind: ChangesSource['changes']['kind'];
  readonly page: (window: ChangeWindow) => Promise<KeyPage>;
}

interface KeyPage {
  readonly keys: readonly string[];
  readonly next: string | null;
}

const none: KeysFound = { keys: [], isWhole: true, from: null };

/** Some systems tell whole seconds: none of them is in two stretches of time, nor in neither. */
const secondMs = 1_000;
const wholeSecond = (ms: number) => Math.floor(ms / secondMs) * secondMs;

/** At least so many records that changed last before a moment (epoch milliseconds), if there are; the same ones each time. */
export async function lastKeys(
  parts: Parts,
  recorder: Recorder,
  wanted: number,
  until: number,
): Promise<KeysFound> {
  const read = await reader(parts, recorder);
  if (read === null) return none;
  let found = none;
  let end = until;
  // A list of all that there is costs the same however far back is looked.
  for (const backMs of read.kind === 'by-time' ? looksBackMs : looksBackMs.slice(-1)) {
    const since = wholeSecond(until - backMs);
    const more = await lastIn(read, { since, end }, wanted - found.keys.length);
    found = together(found, more);
    if (found.keys.length >= wanted) return { ...found, from: read.kind === 'by-time' ? more.from : null };
    // The stretches of time do not overlap: what stands in one is not looked for again.
    end = since;
  }
  return found;
}

/** Some systems list the oldest change first: of a stretch of time that holds many, the last ones are in a shorter one. */
async function lastIn(
  read: Read,
  { since, end }: { readonly since: number; readonly end: number },
  wanted: number,
): Promise<KeysFound> {
  let [from, tooLate] = [since, end];
  let found = await changedIn(read, from, end, maxPages);
  const isLong = () => read.kind === 'by-time' && found.keys.length > 2 * wanted;
  for (let times = 0; times < maxNarrowings && isLong(); times++) {
    const middle = wholeSecond((from + tooLate) / 2);
    const fewer = await changedIn(read, middle, end, maxPages);
    if (fewer.keys.length < wanted) tooLate = middle;
    else [from, found] = [middle, fewer];
  }
  return { ...found, from };
}

/** All that changed between two moments (epoch milliseconds), as far as a few pages tell. */
export async function keysSince(
  parts: Parts,
  recorder: Recorder,
  since: number,
  until: number,
): Promise<KeysFound> {
  const read = await reader(parts, recorder);
  // Of a day that is still to come nothing has changed.
  return read === null || since > until ? none : changedIn(read, since, until, maxPagesSince);
}

function together(one: KeysFound, other: KeysFound): KeysFound {
  return {
    keys: [...new Set([...one.keys, ...other.keys])],
    isWhole: one.isWhole && other.isWhole,
    from: null,
  };
}

async function changedIn(read: Read, since: number, until: number, most: number): Promise<KeysFound> {
  const keys = new Set<string>();
  let page: string | null = null;
  for (let pages = 0; pages < most; pages++) {
    const found = await read.page({ since: new Date(since), until: new Date(until), page });
    for (const key of found.keys) keys.add(key);
    page = found.next;
    if (page === null) break;
  }
  return { keys: [...keys], isWhole: page === null, from: null };
}

async function reader({ from, definition }: Parts, recorder: Recorder): Promise<Read | null> {
  const source = definition.source(from.connector);
  if (source === undefined) return null;
  const api = await from.api(recorder);
  return { kind: source.changes.kind, page: (window) => pageOf(source, api, window) };
}

async function pageOf(
  { changes }: ChangesSource,
  api: Awaited<ReturnType<Parts['from']['api']>>,
  window: ChangeWindow,
): Promise<KeyPage> {
  switch (changes.kind) {
    case 'by-time': {
      const { changes: found, next } = await changes.page(api, window);
      return { keys: found.map(({ key }) => key), next };
    }
    case 'by-snapshot': {
      const { rows, changes: found = [], next } = await changes.page(api, window);
      const made = rows.filter(
        ({ createdAt }) =>
          createdAt === undefined || (createdAt >= window.since && createdAt <= window.until),
      );
      made.sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
      const subjects = made.map(({ key, subject }) => (subject === undefined ? key : subject));
      return { keys: [...subjects.filter((each) => each !== null), ...found.map(({ key }) => key)], next };
    }
  }
}
