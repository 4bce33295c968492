/** What is said of levels and keys. */
import { type Problem, type ProblemData, problem, rejected } from '../../records/problem.ts';
import type { LevelReport } from '../bulk.ts';
import type { Context, Item, Key, Verdict } from './work.ts';

/** A level is in this state now. What is left out of `now` is as it was known. */
export function settled(
  { key, sku, known }: Pick<Item, 'key' | 'sku' | 'known'>,
  now: Pick<LevelReport, 'state'> & Partial<LevelReport>,
): Verdict {
  const before = { targetId: known?.targetId ?? null, quantity: known?.quantity ?? null };
  return { of: 'level', key, report: { sku, ...before, ...now } };
}

/** The target has no such SKU. One that is known to be unknown is reported again only where that is a problem. */
export function unknownOf(context: Context, item: Item): Verdict[] {
  const { known, level, key } = item;
  const nothing = { targetId: null, quantity: null };
  if (level === null) return [settled(item, { ...nothing, state: 'gone' })];
  if (context.settings.unknown === 'park') {
    const problem = rejected('sku_unknown', { system: context.target.connector.name }).toData();
    return [settled(item, { ...nothing, state: 'unknown', problem })];
  }
  if (known?.state === 'unknown' && !key.asked) return [];
  return [settled(item, { ...nothing, state: 'unknown' })];
}

/** Something of it needs a person. Nothing was sent, so no number is set aside: it is decided about anew each time. */
export function refusedOf(item: Pick<Item, 'key' | 'sku' | 'known'>, problem: Problem): Verdict {
  return settled(item, { state: 'refused', quantity: null, problem: problem.toData() });
}

export function ofKey(key: Key, problem: ProblemData): Verdict {
  return { of: 'key', key, problem };
}

/** The key stays to be looked at: the next batch decides anew. */
export function stillMoving({ target }: Context, { key }: Pick<Item, 'key'>): Verdict {
  const params = { system: target.connector.name };
  return ofKey(key, problem('retry', 'level_moving', params, { connection: target.name }).toData());
}
