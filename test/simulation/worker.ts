import { parentPort, workerData } from 'node:worker_threads';
import { run } from './run.ts';

/** Runs the seeds that it is given, one after the other. */
const results = [];
for (const seed of workerData as readonly number[]) results.push(await run(seed));
parentPort?.postMessage(results);
