import type { LevelFlow, LevelState } from '../../flows/bulk.ts';
import type { Texts } from '../../texts/en.ts';
import { tellReason } from '../../texts/tell.ts';
import { verificationOf } from '../bulk/desk-of.ts';
import type { Clock } from '../clock.ts';
import type { Stores } from '../storage/stores.ts';
import { placedId } from '../work/runtime.ts';
import type { FlowParts } from '../work/task-runner.ts';
import type { StockView } from './stock-views.ts';
import { showProblem, timestamp } from './views.ts';

export interface StockReportParts {
  readonly stores: Stores;
  readonly clock: Clock;
}

/** More dirty keys than these are not counted one by one. */
const mostCounted = 1_000;
const minuteMs = 60_000;

/** How a stock flow stands. Reads some rows per cause and the dirty keys that it counts, however many levels there are. */
export function stockView(
  parts: FlowParts<LevelFlow<unknown>>,
  { stores, clock }: StockReportParts,
  texts: Texts,
): StockView {
  const { flow, definition } = parts;
  const id = placedId(parts);
  const counts = stores.levels.counts(id);
  const dirty = stores.dirty.count(id, mostCounted + 1);
  const batches = stores.batches.all().filter((batch) => batch.flow === id);
  const everyMs = definition.verifyEveryMs(flow.settings);
  const { nextAt, running } = verificationOf({ ...parts, stores, clock }).standing();
  return {
    flow: flow.flow,
    from: flow.from,
    to: flow.to,
    enabled: flow.enabled,
    total: counts.reduce((sum, { count }) => sum + count, 0),
    levels: counts.map(({ state, code, count, sku }) => {
      // The one that was counted last may be well by now: then its code says what there is to say.
      const known = code === '' ? null : stores.levels.get(id, sku)?.problem;
      const problem = code === '' ? null : known?.code === code ? known : { code, params: {} };
      return {
        state,
        says: sayState(state, texts),
        problem: problem && showProblem(problem, texts),
        count,
        sku,
      };
    }),
    stuck: stores.dirty
      .stuck(id)
      .map(({ problem, count, key }) => ({ problem: showProblem(problem, texts), count, key })),
    dirty: { count: Math.min(dirty, mostCounted), more: dirty > mostCounted },
    underWay: { batches: batches.length, keys: batches.reduce((sum, { keys }) => sum + keys.length, 0) },
    verification: {
      every: everyMs === null ? null : everyMs / minuteMs,
      nextAt: nextAt === null ? null : timestamp(nextAt),
      running: running && { since: timestamp(running.since), looked: running.looked },
    },
    ...readingOf(id, stores),
  };
}

/** How far the list of the source is read. A flow that is new reads all there is, from the beginning of time. */
function readingOf(flow: string, { cursors }: Stores): Pick<StockView, 'readUntil' | 'reading'> {
  const cursor = cursors.get(flow);
  if (cursor === null) return { readUntil: null, reading: null };
  const since = cursor.since === 0 ? null : timestamp(cursor.since);
  const until = cursor.until === null ? null : timestamp(cursor.until);
  return { readUntil: since, reading: cursor.asked ? { since, until } : null };
}

/** What a level is, in half a sentence. */
export function sayState(state: LevelState, texts: Texts): string {
  return tellReason({ code: state === 'refused' ? 'set_aside' : state, params: {} }, texts);
}
