import { type Result, run } from '../run.ts';
import { breakages } from './all.ts';
import type { Breakage } from './breakage.ts';

const mostSeeds = 500;

/**
 * Whether every broken engine is caught in time, by a seed with which the sound one is well: the proof that the simulation
 * sees what it is there to see. `only`: a part of the names of those that are tried.
 */
export async function catchBreakages(only = ''): Promise<boolean> {
  let allCaught = true;
  for (const [name, breakage] of Object.entries(breakages).filter(([each]) => each.includes(only))) {
    const caught = await catchBreakage(name, breakage);
    console.log(`${name}: ${caught ?? `not caught within ${mostSeeds} seeds`}`);
    allCaught &&= caught !== undefined;
  }
  return allCaught;
}

/**
 * How a broken engine was caught; null: it was not. Throws where there was nothing to be broken: what is said to be broken is called otherwise by
 * now, and the engine is sound. `play`: one run.
 */
export async function catchBreakage(
  name: string,
  breakage: Breakage,
  play: (seed: number, watch?: { readonly breakage: Breakage }) => Promise<Pick<Result, 'failures'>> = run,
): Promise<string | null> {
  const { from = 0 } = breakage;
  for (let seed = from; seed < from + mostSeeds; seed++) {
    const [failure] = (await play(seed, { breakage })).failures;
    if (failure === undefined) continue;
    const isWell = (await play(seed)).failures.length === 0;
    if (isWell) return `caught after ${seed - from + 1} seeds: ${failure}`;
  }
  if (breakage.wasMet?.() === false)
    throw new Error(`"${name}" breaks nothing: what it looks for never came in ${mostSeeds} seeds.`);
  return null;
}
