import { breakages } from './breakages.ts';
import { run } from './run.ts';

const mostSeeds = 200;

/**
 * Whether every broken engine is caught in time, by a seed with which the sound one is well: the proof that the simulation
 * sees what it is there to see.
 */
export async function catchBreakages(): Promise<boolean> {
  let allCaught = true;
  for (const [name, breakage] of Object.entries(breakages)) {
    let caught: string | undefined;
    for (let seed = 0; seed < mostSeeds && caught === undefined; seed++) {
      const [failure] = (await run(seed, { breakage })).failures;
      const isWell = failure === undefined || (await run(seed)).failures.length === 0;
      if (failure !== undefined && isWell) caught = `caught after ${seed + 1} seeds: ${failure}`;
    }
    console.log(`${name}: ${caught ?? `not caught within ${mostSeeds} seeds`}`);
    allCaught &&= caught !== undefined;
  }
  return allCaught;
}
