/** A product may have a status of its own, and stay sold out although variants of it are there again. */
import { big } from '../../records/money.ts';
import { Problem, type ProblemData, problem, rejected } from '../../records/problem.ts';
import type { KnownLevel, LevelReport } from '../bulk.ts';
import { ofKey } from './verdicts.ts';
import type { Context, Endpoints, Verdict, Write } from './work.ts';

type LevelVerdict = Verdict & { readonly of: 'level' };

/**
 * Names the parents that stay sold out. Asked of levels that came back, that had such a parent before, and that are looked at whatever is known of
 * them. The levels are written by then and nothing holds them up; where the run's calls do not suffice, those that came back are looked at again.
 */
export async function withAsleep(
  context: Context,
  { target }: Endpoints,
  verdicts: readonly Verdict[],
  writes: readonly Write[],
): Promise<readonly Verdict[]> {
  if (target.asleep === undefined) return verdicts;
  const awake = verdicts.filter((verdict): verdict is LevelVerdict => isAwake(verdict));
  const written = new Map(writes.map((write) => [write.placed.id, write]));
  const back = new Set(awake.filter((verdict) => cameBack(verdict, written)));
  const asked = new Set(awake.filter((each) => each.key.asked || back.has(each) || wasAsleep(each)));
  const ids = [...new Set([...asked].flatMap(({ report: { targetId } }) => targetId ?? []))];
  if (ids.length === 0) return verdicts;
  const asleep = await unlessItFails(target.asleep(context.target.api, ids));
  return verdicts.map((verdict) => {
    if (verdict.of !== 'level' || !asked.has(verdict)) return verdict;
    if (asleep instanceof Problem && asleep.code === 'run_spent' && back.has(verdict))
      return ofKey(verdict.key, problem('retry', 'run_spent', {}).toData());
    const told = asleep instanceof Problem ? wasAsleep(verdict) : asleepIn(context, asleep, verdict.report);
    return told ? { ...verdict, report: { ...verdict.report, problem: told } } : verdict;
  });
}

function isAwake(verdict: Verdict): boolean {
  if (verdict.of !== 'level') return false;
  const { state, quantity, targetId } = verdict.report;
  return state === 'written' && targetId !== null && big(quantity ?? '0').gt(0);
}

/** In the target just now, or since it was last reported. */
function cameBack(verdict: LevelVerdict, written: ReadonlyMap<string, Write>): boolean {
  const standing = written.get(verdict.report.targetId ?? '')?.placed.standing;
  const before =
    standing === undefined ? knownOf(verdict)?.quantity : (standing.onHand ?? standing.available);
  return typeof before === 'string' && big(before).lte(0);
}

function wasAsleep(verdict: LevelVerdict): ProblemData | null {
  const told = knownOf(verdict)?.problem;
  return told?.code === 'parent_asleep' ? told : null;
}

function knownOf({ key, report: { sku } }: LevelVerdict): KnownLevel | undefined {
  return key.known.find((each) => each.sku === sku);
}

function asleepIn(
  { target }: Context,
  asleep: ReadonlyMap<string, string>,
  { targetId }: LevelReport,
): ProblemData | null {
  const parent = asleep.get(targetId ?? '');
  if (parent === undefined) return null;
  return rejected('parent_asleep', { system: target.connector.name, parent }).toData();
}

async function unlessItFails<T>(asking: Promise<T>): Promise<T | Problem> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
