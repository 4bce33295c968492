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

/** What changed up to a moment, and how many of that were shown. It is the same list for every part. */
interface Place {
  readonly until: number;
  readonly shown: number;
}

/** Previews records, the ones that changed last or those since a day. Writes nothing anywhere. */
export async function dryRun(
  parts: Parts,
  request: DryRunRequest,
  previewOf: Previewer,
): Promise<DryRunPart> {
  if (parts.from.account === null) await parts.from.check();
  const reading = new Recorder();
  const { until, shown } = placeOf(request.cursor) ?? { until: parts.clock.now(), shown: 0 };
  const end = shown + request.last;
  const { keys, isWhole } = await find(parts, reading, { request, until, wanted: end + 1 });
  const items: DryRun[] = [];
  let calls = reading.calls;
  for (const key of keys.slice(shown, end)) {
    if (calls >= maxCalls) break;
    const recorder = new Recorder();
    const preview = await previewOf(key, recorder).catch(asProblem);
    calls += recorder.calls;
    items.push(asShown(key, preview));
  }
  const next = shown + items.length;
  const hasMore = next < keys.length;
  return { items, cursor: hasMore ? `${until}.${next}` : null, found: keys.length, isWhole };
}

/** What the source tells of and has no more is nobody's to see to: a run lets it be. */
function asShown(key: string, preview: Preview | Problem): DryRun {
  if (!(preview instanceof Problem)) return { key, preview };
  if (!goneCodes.includes(preview.code)) return { key, problem: preview.toData() };
  const skips = reason('gone', {});
  return { key, preview: { source: null, skips, writes: [], checks: [], problem: null } };
}

interface Looked {
  readonly request: DryRunRequest;
  readonly until: number;
  readonly wanted: number;
}

function find(parts: Parts, recorder: Recorder, { request, until, wanted }: Looked): Promise<KeysFound> {
  const { since } = request;
  if (since === undefined) return lastKeys(parts, recorder, wanted, until);
  return keysSince(parts, recorder, startOfFlow(since, parts.from.account?.timeZone ?? null), until);
}

/** Null for the first part, and for what no part told. */
function placeOf(cursor: string | undefined): Place | null {
  const [, until, shown] = /^(\d{1,15})\.(\d{1,6})$/.exec(cursor ?? '') ?? [];
  return until === undefined ? null : { until: Number(until), shown: Number(shown) };
}
