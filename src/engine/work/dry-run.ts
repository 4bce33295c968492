import type { Preview } from '../../flows/contract.ts';
import type { Flow } from '../../flows/registry.ts';
import { asProblem, Problem, type ProblemData } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import { Recorder } from '../http/recorder.ts';
import { type KeysFound, keysSince, lastKeys } from './last-keys.ts';
import { startOfFlow } from './sync.ts';
import type { BoundFlow } from './task-runner.ts';

/** An invocation on the free plan has 50 calls; the preview that is begun last makes some more. */
const maxCalls = 40;

/** Of records that the source does not have. */
const goneCodes: readonly string[] = ['order_gone', 'customer_gone', 'product_gone', 'category_gone'];

/** What would become of one record. */
export type DryRun =
  | { readonly key: string; readonly preview: Preview }
  /** Nothing could be shown of it. */
  | { readonly key: string; readonly problem: ProblemData };

export interface DryRunRequest {
  /** How many records, at most. */
  readonly last: number;
  /** Where the part before this one ended, as it told. */
  readonly cursor?: string | undefined;
  /** A day, `2026-03-02`: instead of what changed last all that changed since, as if the flow began with it. */
  readonly since?: string | undefined;
}

/** One part: as many as the calls of one invocation allow. */
export interface DryRunPart {
  readonly items: readonly DryRun[];
  /** Where the next part begins; null where there is nothing more that is known of. */
  readonly cursor: string | null;
  /** How many records are known of: those of the parts before and after this one too. */
  readonly found: number;
  /** Whether those are all that changed in the time that was looked through. */
  readonly isWhole: boolean;
}

/** Previews one record. */
export type Previewer = (key: string, recorder?: Recorder) => Promise<Preview>;

/** What the records of a flow are looked for by. */
type Parts = BoundFlow<Flow>;

/**
 * What changed last up to a moment, so many or some more, and how many of that were shown. How far back is looked depends on how
 * many are wanted: asked for the same number it is the same list for every part. What is older is a list of its own.
 */
interface Place {
  readonly until: number;
  readonly shown: number;
  readonly wanted: number;
  /** How many stand in the lists before this one. */
  readonly before: number;
}

/** Previews records, the ones that changed last or those since a day. Writes nothing anywhere. */
export async function dryRun(
  parts: Parts,
  request: DryRunRequest,
  previewOf: Previewer,
): Promise<DryRunPart> {
  if (parts.from.account === null) await parts.from.check();
  const reading = new Recorder();
  const first: Place = { until: parts.clock.now(), shown: 0, wanted: request.last + 1, before: 0 };
  const place = placeOf(request.cursor) ?? first;
  const list = await find(parts, reading, request, place);
  const keys = list.keys.slice(place.shown);
  const older = olderThan(list, place, request.last + 1 - keys.length);
  const further = older && (await find(parts, reading, request, older));
  const all = [...keys, ...(further?.keys ?? [])];
  const items: DryRun[] = [];
  let calls = reading.calls;
  for (const key of all.slice(0, request.last)) {
    if (calls >= maxCalls) break;
    const recorder = new Recorder();
    const preview = await previewOf(key, recorder).catch(asProblem);
    calls += recorder.calls;
    items.push(asShown(key, preview));
  }
  const beyond = items.length - keys.length;
  const next =
    older !== null && beyond >= 0
      ? { ...older, shown: beyond }
      : { ...place, shown: place.shown + items.length };
  return {
    items,
    cursor: items.length < all.length ? cursorOf(next) : null,
    found: place.before + list.keys.length + (further?.keys.length ?? 0),
    isWhole: list.isWhole && further?.isWhole !== false,
  };
}

/** Where the list goes on that has not as many left as are wanted. */
function olderThan({ keys, from }: KeysFound, { before }: Place, wanted: number): Place | null {
  if (wanted <= 0 || from === null) return null;
  return { until: from - 1, shown: 0, wanted, before: before + keys.length };
}

/** What the source tells of and has no more is nobody's to see to: a run lets it be. */
function asShown(key: string, preview: Preview | Problem): DryRun {
  if (!(preview instanceof Problem)) return { key, preview };
  if (!goneCodes.includes(preview.code)) return { key, problem: preview.toData() };
  const skips = reason('gone', {});
  return { key, preview: { source: null, skips, writes: [], checks: [], problem: null } };
}

function find(
  parts: Parts,
  recorder: Recorder,
  { since }: DryRunRequest,
  { until, wanted }: Place,
): Promise<KeysFound> {
  if (since === undefined) return lastKeys(parts, recorder, wanted, until);
  return keysSince(parts, recorder, startOfFlow(since, parts.from.account?.timeZone ?? null), until);
}

function cursorOf({ until, shown, wanted, before }: Place): string {
  return [until, shown, wanted, before].join('.');
}

/** Null for the first part, and for what no part told. */
function placeOf(cursor: string | undefined): Place | null {
  const [, until, ...counts] = /^(\d{1,15})\.(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(cursor ?? '') ?? [];
  if (until === undefined) return null;
  const [shown = 0, wanted = 0, before = 0] = counts.map(Number);
  return { until: Number(until), shown, wanted, before };
}
