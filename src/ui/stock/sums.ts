import type { StockView } from '../../engine/reporting/stock-views.ts';

/** Levels and records that a person has to do something about. */
export function needsYou({ levels, stuck }: StockView): number {
  const ofLevels = levels.reduce((sum, { problem, count }) => sum + (problem === null ? 0 : count), 0);
  return stuck.reduce((sum, { count }) => sum + count, ofLevels);
}

/** Levels that are in the target as they should be. */
export function rightLevels({ levels }: StockView): number {
  return levels.reduce(
    (sum, { state, problem, count }) => sum + (state === 'written' && problem === null ? count : 0),
    0,
  );
}
