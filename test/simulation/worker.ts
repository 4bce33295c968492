import { parentPort } from 'node:worker_threads';
import { run } from './run.ts';

/** Runs the seeds that it is given, one after the other, and asks for more. */
parentPort?.on('message', async (seeds: readonly number[]) => {
  const results = [];
  for (const seed of seeds) results.push(await run(seed));
  parentPort?.postMessage(results);
  // Node holds a request until the collection after the one that finds it unused. V8 takes what survives for needed, and
  // lets the heap grow to gigabytes.
  globalThis.gc?.();
});
