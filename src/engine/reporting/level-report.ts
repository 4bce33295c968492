import type { LevelFlow } from '../../flows/bulk.ts';
import type { Texts } from '../../texts/en.ts';
import { tellReason } from '../../texts/tell.ts';
import { never } from '../storage/cursors.ts';
import type { DirtyKey } from '../storage/dirty-keys.ts';
import type { LevelRow } from '../storage/level-row.ts';
import type { Stores } from '../storage/stores.ts';
import { opensFrom, placedId, type Runtime } from '../work/runtime.ts';
import type { FlowParts } from '../work/task-runner.ts';
import { type StockReportParts, sayState } from './stock-report.ts';
import type { LevelPace, LevelView } from './stock-views.ts';
import { showProblem, timestamp } from './views.ts';

type Why = LevelView['why'];
type Because = 'under_way' | 'due' | 'nothing_told' | 'not_active' | 'flow_off' | 'not_open';

interface Parts extends StockReportParts {
  readonly runtime: Runtime;
  readonly texts: Texts;
}

/** Levels of one key that are shown at most. */
const mostShown = 100;

/** The level of this SKU; where there is none, what is known of the source's key that is called so. */
export function levelViews(
  parts: FlowParts<LevelFlow<unknown>>,
  report: Parts,
  name: string,
): readonly LevelView[] {
  const { stores } = report;
  const id = placedId(parts);
  const level = stores.levels.get(id, name);
  if (level !== null) return [levelView(parts, report, level.key, level)];
  const levels = stores.levels.ofKey(id, name).slice(0, mostShown);
  if (levels.length > 0) return levels.map((each) => levelView(parts, report, name, each));
  const isKnown = stores.dirty.get(id, name) !== null || stores.batches.keysOf(id).has(name);
  return isKnown ? [levelView(parts, report, name, null)] : [];
}

function levelView(
  parts: FlowParts<LevelFlow<unknown>>,
  report: Parts,
  key: string,
  level: LevelRow | null,
): LevelView {
  const { flow } = parts;
  const { stores, clock, texts } = report;
  const id = placedId(parts);
  const dirty = stores.dirty.get(id, key);
  const now = paceOf(stores, id, dirty, key, clock.now());
  const shown = (at: number | null | undefined) => (at === null || at === undefined ? null : timestamp(at));
  const drift = level?.drift ?? null;
  const problem = level?.problem ?? null;
  return {
    flow: flow.flow,
    from: flow.from,
    to: flow.to,
    sku: level?.sku ?? null,
    key,
    targetId: level?.targetId ?? null,
    quantity: level?.quantity ?? null,
    state: level?.state ?? null,
    says: level === null ? null : sayState(level.state, texts),
    writtenAt: shown(level?.writtenAt),
    updatedAt: shown(level?.updatedAt),
    drift: drift && { quantity: drift.quantity, at: timestamp(drift.at) },
    problem: problem && showProblem(problem, texts),
    now,
    dueAt: now === 'waiting' ? shown(dirty?.dueAt) : null,
    attempts: dirty?.attempts ?? 0,
    why: whyOf(parts, report, now, dirty, level),
  };
}

function paceOf(stores: Stores, flow: string, dirty: DirtyKey | null, key: string, now: number): LevelPace {
  if (stores.batches.keysOf(flow).has(key)) return 'running';
  if (dirty === null) return 'settled';
  if (dirty.dueAt === never) return 'parked';
  return dirty.dueAt > now ? 'waiting' : 'queued';
}

/** Why nothing was written since. That nothing runs comes before what it would be waiting for. */
function whyOf(
  parts: FlowParts<LevelFlow<unknown>>,
  { runtime, clock, texts }: Parts,
  now: LevelPace,
  dirty: DirtyKey | null,
  level: LevelRow | null,
): Why {
  if (now === 'running') return because('under_way', texts);
  if (now === 'parked' && dirty?.problem) return showProblem(dirty.problem, texts);
  const halt = haltOf(parts, runtime, clock.now(), texts);
  if (halt !== null) return halt;
  if (now === 'waiting' && dirty?.problem) return showProblem(dirty.problem, texts);
  if (now !== 'settled') return because('due', texts);
  if (level?.problem) return showProblem(level.problem, texts);
  return level === null || level.state === 'written'
    ? because('nothing_told', texts)
    : { code: level.state, message: sayState(level.state, texts), action: null };
}

/** Why nothing of this flow runs now; null where it does. */
export function haltOf(
  { flow, from, to }: FlowParts,
  { paused }: Runtime,
  now: number,
  texts: Texts,
): Why | null {
  if (paused) return because('not_active', texts);
  if (!flow.enabled) return because('flow_off', texts);
  const shut = [from, to].find((each) => (opensFrom(each) ?? never) > now);
  if (shut === undefined) return null;
  const problem = shut.health.current?.problem;
  return problem === undefined ? because('not_open', texts) : showProblem(problem, texts);
}

export function because(code: Because, texts: Texts): Why {
  return { code, message: tellReason({ code, params: {} }, texts), action: null };
}
