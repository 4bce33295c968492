import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Result } from './run.ts';

const seedsAtOnce = 200;

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

async function workOff(take: () => number[], told: (result: Result) => void): Promise<void> {
  for (let seeds = take(); seeds.length > 0; seeds = take()) (await runInWorker(seeds)).forEach(told);
}

/** A worker of its own for every batch: what earlier runs leave in one makes every later run slower. */
function runInWorker(seeds: readonly number[]): Promise<readonly Result[]> {
  const worker = new Worker(`${import.meta.dirname}/worker.ts`, { workerData: seeds });
  return new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', (cause) =>
      reject(new Error(`A worker died over one of ${seeds.join(', ')}.`, { cause })),
    );
  });
}
