import type { ProblemData } from '../../records/problem.ts';
import type { LevelReport, StockReport } from '../bulk.ts';
import { withAsleep } from './asleep.ts';
import { decideAgain } from './decide-again.ts';
import { type Plan, planLevels } from './plan.ts';
import { stillMoving } from './verdicts.ts';
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
    // A search may go on naming an id for a while that is gone: of what is gone at the source the last number would stay.
    ...[...second.stale, ...second.gone].map(({ placed }) => stillMoving(context, placed)),
  ];
  const told = await withAsleep(context, endpoints, verdicts, [...writes, ...again.writes]);
  return reportsOf(batch, plan, told);
}

function reportsOf(
  batch: readonly Key[],
  { others: othersOf, read }: Pick<Plan, 'others' | 'read'>,
  verdicts: readonly Verdict[],
): StockReport[] {
  const byKey = Map.groupBy(verdicts, ({ key }) => key);
  const listed = Map.groupBy(read.listed, ({ key, subject = key }) => subject);
  return batch.map((key) => {
    const levels = new Map<string, LevelReport>();
    let problemOfKey: ProblemData | null = null;
    let looksAgainAt = 0;
    for (const verdict of byKey.get(key) ?? []) {
      if (verdict.of === 'level') levels.set(verdict.report.sku, verdict.report);
      else if (verdict.of === 'later') looksAgainAt = Math.max(looksAgainAt, verdict.at);
      else problemOfKey ??= verdict.problem;
    }
    const others = othersOf.get(key);
    const rows = listed.get(key.key)?.map(({ key: row, digest }) => ({ key: row, digest }));
    return {
      key: key.key,
      revision: key.revision,
      levels: [...levels.values()],
      problem: problemOfKey,
      ...(looksAgainAt === 0 ? {} : { looksAgainAt }),
      ...(others === undefined ? {} : { others }),
      ...(rows === undefined ? {} : { listed: rows }),
    };
  });
}
