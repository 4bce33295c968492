import { run } from '../run.ts';
import { breakages } from './all.ts';

const mostSeeds = 200;

/**
 * Whether every broken engine is caught in time, by a seed with which the sound one is well: the proof that the simulation
 * sees what it is there to see. `only`: a part of the names of those that are tried.
 */
export async function catchBreakages(only = ''): Promise<boolean> {
  let allCaught = true;
  for (const [name, breakage] of Object.entries(breakages).filter(([each]) => each.includes(only))) {
    let caught: string | undefined;
    const { from = 0 } = breakage;
    for (let seed = from; seed < from + mostSeeds && caught === undefined; seed++) {
      const [failure] = (await run(seed, { breakage })).failures;
      const isWell = failure === undefined || (await run(seed)).failures.length === 0;
      if (failure !== undefined && isWell) caught = `caught after ${seed - from + 1} seeds: ${failure}`;
    }
    console.log(`${name}: ${caught ?? `not caught within ${mostSeeds} seeds`}`);
    allCaught &&= caught !== undefined;
  }
  return allCaught;
}
