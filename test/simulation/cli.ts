/**
 * `npm run simulate`:
 *
 * --seeds 100000        so many runs on all cores, from 0 or from --from
 * --rings               of these only the runs of rings
 * --catalogues          so many runs of catalogues, whose seeds begin at a million
 * --all-systems         so many runs of rings of any systems, whose seeds begin at two millions; with --catalogues of catalogues of any, from
 *                       three millions
 * --with ccv            so many runs of rings, or with --catalogues of catalogues, in which this system is: each that came later has pools of its own
 * --seed 1234           one run, told line by line
 * --broken              whether an engine that is broken on purpose is caught, and after how many seeds; --only names some
 */
import { parseArgs } from 'node:util';
import { catchBreakages } from './breakages/catch-all.ts';
import { runOnAllCores } from './crew.ts';
import { run } from './run.ts';
import { firstSeeds, termsOf } from './seeds.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '0' },
    rings: { type: 'boolean', default: false },
    catalogues: { type: 'boolean', default: false },
    'all-systems': { type: 'boolean', default: false },
    with: { type: 'string', default: '' },
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
    broken: { type: 'boolean', default: false },
  },
});

if (values.seed !== undefined) await replay(Number(values.seed));
else if (values.broken) process.exitCode = (await catchBreakages(values.only)) ? 0 : 1;
else await runMany(seedsOf(Number(values.from), Number(values.seeds)));

function seedsOf(from: number, count: number): number[] {
  const seeds = Array.from({ length: count }, (_, index) => firstSeeds[poolOf(values)] + from + index);
  return values.rings ? seeds.filter((seed) => termsOf(seed).kind === 'ring') : seeds;
}

function poolOf({
  catalogues,
  'all-systems': withAll,
  with: newcomer,
}: typeof values): keyof typeof firstSeeds {
  if (newcomer === 'ccv') return catalogues ? 'ccvCatalogues' : 'ccvRings';
  if (newcomer === 'salesforce') return catalogues ? 'salesforceCatalogues' : 'salesforceRings';
  if (newcomer !== '') throw new Error(`No pool is of ${newcomer}.`);
  if (catalogues) return withAll ? 'allCatalogues' : 'catalogues';
  return withAll ? 'allRings' : 'first';
}

async function replay(seed: number): Promise<void> {
  const { failures, calls, lives } = await run(seed, { tell: (line) => console.log(line) });
  console.log(`${calls} calls in ${lives} lives; ${failures.length === 0 ? 'all is well' : 'wrong:'}`);
  for (const failure of failures) console.log(`  ${failure}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

async function runMany(seeds: readonly number[]): Promise<void> {
  const startedAt = performance.now();
  let [done, failed, calls, lives] = [0, 0, 0, 0];
  const pace = () => `${(done / ((performance.now() - startedAt) / 1_000)).toFixed(1)} seeds/s`;
  await runOnAllCores(seeds, (result) => {
    done++;
    calls += result.calls;
    lives += result.lives;
    if (result.failures.length > 0) {
      failed++;
      console.log(`seed ${result.seed}:\n  ${result.failures.join('\n  ').slice(0, 2_000)}`);
    }
    if (done % 1_000 === 0) console.log(`${done} seeds, ${failed} failed, ${pace()}`);
  });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  console.log(`${done} seeds in ${seconds} s (${pace()}): ${failed} failed; ${calls} calls, ${lives} lives.`);
  if (failed > 0) console.log('Replay one: npm run simulate -- --seed <seed>');
  process.exitCode = failed === 0 && done === seeds.length ? 0 : 1;
}
