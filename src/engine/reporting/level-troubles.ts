import type { ProblemData } from '../../records/problem.ts';
import type { Stores } from '../storage/stores.ts';
import { isLevelFlow, placedId, type Runtime } from '../work/runtime.ts';

/** Levels and keys of a flow without a list of tasks that are not as they should be, for one cause. */
interface LevelTrouble {
  readonly flow: string;
  readonly problem: Pick<ProblemData, 'code' | 'params'>;
  readonly count: number;
  /** One of them: a SKU, or a key of the source. */
  readonly key: string;
}

/** What is wrong with levels now, by cause and never one by one. Reads a row or two per cause. */
export function levelTroubles({ levels, dirty }: Stores, { flows }: Runtime): LevelTrouble[] {
  return [...flows.values()].filter(isLevelFlow).flatMap((parts) => {
    const flow = placedId(parts);
    const ofLevels = levels.counts(flow).flatMap(({ code, count, sku }) => {
      const problem = code === '' ? null : levels.get(flow, sku)?.problem;
      // The one that was counted last may be well by now: then its code says what there is to say.
      return code === '' ? [] : [{ flow, problem: problem ?? { code, params: {} }, count, key: sku }];
    });
    const ofKeys = dirty.stuck(flow).map(({ problem, count, key }) => ({ flow, problem, count, key }));
    return [...ofLevels, ...ofKeys];
  });
}
