import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Result } from './run.ts';

const seedsAtOnce = 25;

/** Runs these seeds on every core there is. `told` hears of each run when it is over, in no particular order. */
export async function runOnAllCores(
  from: number,
  count: number,
  told: (result: Result) => void,
): Promise<void> {
  let next = from;
  const end = from + count;
  const take = () => {
    const seeds = Array.from({ length: Math.min(seedsAtOnce, end - next) }, (_, index) => next + index);
    next += seeds.length;
    return seeds;
  };
  await Promise.all(Array.from({ length: availableParallelism() }, () => workOff(take, told)));
}

function workOff(take: () => number[], told: (result: Result) => void): Promise<void> {
  const worker = new Worker(`${import.meta.dirname}/worker.ts`);
  let seeds: number[] = [];
  const goOn = () => {
    seeds = take();
    if (seeds.length > 0) worker.postMessage(seeds);
    else void worker.terminate();
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (results: readonly Result[]) => {
      results.forEach(told);
      goOn();
    });
    worker.on('error', (cause) =>
      reject(new Error(`A worker died over one of ${seeds.join(', ')}.`, { cause })),
    );
    worker.on('exit', () => resolve());
    goOn();
  });
}
