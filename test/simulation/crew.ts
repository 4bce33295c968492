import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Result } from './run.ts';

const mostAtOnce = 100;

/** Runs these seeds on every core there is. `told` hears of each run when it is over, in no particular order. */
export async function runOnAllCores(seeds: readonly number[], told: (result: Result) => void): Promise<void> {
  const left = [...seeds];
  const cores = availableParallelism();
  const atOnce = Math.min(mostAtOnce, Math.ceil(seeds.length / cores));
  const take = () => left.splice(0, atOnce);
  await Promise.all(Array.from({ length: cores }, () => workOff(take, told)));
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
