import type { ProblemData } from '../../records/problem.ts';
import type { LevelReport, StockReport } from '../bulk.ts';
import { withAsleep } from './asleep.ts';
import { decideAgain } from './decide-again.ts';
import { planLevels } from './plan.ts';
import { stillMoving, unknownOf } from './verdicts.ts';
import type { Context, Endpoints, Key, Verdict } from './work.ts';
import { writeLevels } from './write.ts';

/** A batch from source to target. Repeating it at any moment is safe: every number is absolute. */
export async function runStock(
  context: Context,
  endpoints: Endpoints,
  batch: readonly Key[],
): Promise<StockReport[]> {
  const plan = await planLevels(context, endpoints, batch);
  const writes = plan.decided.flatMap(({ decision }) => (decision.kind === 'write' ? [decision.write] : []));
  const first = await writeLevels(context, endpoints, writes);
  const again = await decideAgain(context, endpoints, first, plan.underWay);
  const second = await writeLevels(context, endpoints, again.writes);
  const verdicts = [
    ...plan.verdicts,
    ...plan.decided.flatMap(({ decision }) =>
      decision.kind === 'left' && decision.verdict !== null ? [decision.verdict] : [],
    ),
    ...first.verdicts,
    ...again.verdicts,
    ...second.verdicts,
    ...second.stale.map(({ placed }) => stillMoving(context, placed)),
    ...second.gone.flatMap(({ placed }) => unknownOf(context, placed)),
  ];
  const told = await withAsleep(context, endpoints, verdicts, [...writes, ...again.writes]);
  return reportsOf(batch, plan.others, told);
}

function reportsOf(
  batch: readonly Key[],
  othersOf: ReadonlyMap<Key, readonly string[]>,
  verdicts: readonly Verdict[],
): StockReport[] {
  const byKey = Map.groupBy(verdicts, ({ key }) => key);
  return batch.map((key) => {
    const levels = new Map<string, LevelReport>();
    let problemOfKey: ProblemData | null = null;
    for (const verdict of byKey.get(key) ?? []) {
      if (verdict.of === 'level') levels.set(verdict.report.sku, verdict.report);
      else problemOfKey ??= verdict.problem;
    }
    const others = othersOf.get(key);
    return {
      key: key.key,
      revision: key.revision,
      levels: [...levels.values()],
      problem: problemOfKey,
      ...(others === undefined ? {} : { others }),
    };
  });
}
