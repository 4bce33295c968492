import type { ChangeWindow } from '../../connectors/contract/source.ts';
import type { ChangesSource, Preview } from '../../flows/contract.ts';
import type { Flow } from '../../flows/registry.ts';
import { asProblem, Problem, type ProblemData } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import { Recorder } from '../http/recorder.ts';
import type { BoundFlow } from './task-runner.ts';

const hourMs = 3_600_000;

/** How far back is looked for records, further each time, until there are enough. */
const looksBackMs = [hourMs, 24 * hourMs, 7 * 24 * hourMs, 30 * 24 * hourMs, 365 * 24 * hourMs];
const maxPages = 2;
/** An invocation on the free plan has 50 calls; the preview that is begun last makes some more. */
const maxCalls = 40;

/** What would become of one record. */
export type DryRun =
  | { readonly key: string; readonly preview: Preview }
  /** Nothing could be shown of it. */
  | { readonly key: string; readonly problem: ProblemData };

/** Previews one record. */
export type Previewer = (key: string, recorder?: Recorder) => Promise<Preview>;

/** What the records of a flow are looked for by. */
type Parts = BoundFlow<Flow>;

/** Previews the records that changed last, as many as the calls of one invocation allow. Writes nothing anywhere. */
export async function dryRun(parts: Parts, last: number, previewOf: Previewer): Promise<readonly DryRun[]> {
  if (parts.from.account === null) await parts.from.check();
  const reading = new Recorder();
  const keys = await lastKeys(parts, reading, last);
  const shown: DryRun[] = [];
  let calls = reading.calls;
  for (const key of keys.slice(0, last)) {
    if (calls >= maxCalls) break;
    const recorder = new Recorder();
    const preview = await previewOf(key, recorder).catch(asProblem);
    calls += recorder.calls;
    shown.push(preview instanceof Problem ? { key, problem: preview.toData() } : { key, preview });
  }
  return shown;
}

async function lastKeys(parts: Parts, recorder: Recorder, last: number): Promise<readonly string[]> {
  const { from, definition, clock } = parts;
  const source = definition.source(from.connector);
  if (source === undefined) return [];
  const api = await from.api(recorder);
  let keys: readonly string[] = [];
  for (const backMs of looksBackMs) {
    keys = await changedSince(source, (window) => pageOf(source, api, window), clock, backMs);
    if (keys.length >= last) break;
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
