/** A product may have a status of its own, and stay sold out although variants of it are there again. */
import { big } from '../../records/money.ts';
import { Problem, type ProblemData, rejected } from '../../records/problem.ts';
import type { LevelReport } from '../bulk.ts';
import type { Context, Endpoints, Verdict, Write } from './work.ts';

type LevelVerdict = Verdict & { readonly of: 'level' };

/**
 * Names the parents that stay sold out. Asked of levels that came back, that had such a parent before, and that are looked at whatever is known of
 * them. What this fails for is not held up: the levels are written, and the next look at all of them asks again.
 */
export async function withAsleep(
  context: Context,
  { target }: Endpoints,
  verdicts: readonly Verdict[],
  writes: readonly Write[],
): Promise<readonly Verdict[]> {
  if (target.asleep === undefined) return verdicts;
  const cameBack = new Set(writes.filter(isComingBack).map(({ placed: { id } }) => id));
  const asked = verdicts.filter((verdict): verdict is LevelVerdict => isAsked(verdict, cameBack));
  const ids = [...new Set(asked.flatMap(({ report: { targetId } }) => targetId ?? []))];
  if (ids.length === 0) return verdicts;
  const asleep = await unlessItFails(target.asleep(context.target.api, ids));
  return verdicts.map((verdict) => {
    if (verdict.of !== 'level' || !asked.includes(verdict)) return verdict;
    const problem = asleep === null ? wasAsleep(verdict) : asleepIn(context, asleep, verdict.report);
    return problem === undefined ? verdict : { ...verdict, report: { ...verdict.report, problem } };
  });
}

function isComingBack({ quantity, placed: { standing } }: Write): boolean {
  return big(quantity).gt(0) && big(standing.onHand ?? standing.available ?? '0').lte(0);
}

function isAsked(verdict: Verdict, cameBack: ReadonlySet<string>): boolean {
  if (verdict.of !== 'level') return false;
  const { state, quantity, targetId } = verdict.report;
  if (state !== 'written' || targetId === null || !big(quantity ?? '0').gt(0)) return false;
  return verdict.key.asked || cameBack.has(targetId) || wasAsleep(verdict) !== undefined;
}

function wasAsleep({ key, report: { sku } }: LevelVerdict): ProblemData | undefined {
  const problem = key.known.find((each) => each.sku === sku)?.problem;
  return problem?.code === 'parent_asleep' ? problem : undefined;
}

function asleepIn(
  { target }: Context,
  asleep: ReadonlyMap<string, string>,
  { targetId }: LevelReport,
): ProblemData | undefined {
  const parent = asleep.get(targetId ?? '');
  if (parent === undefined) return undefined;
  return rejected('parent_asleep', { system: target.connector.name, parent }).toData();
}

async function unlessItFails<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
