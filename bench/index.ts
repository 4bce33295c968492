/**
 * `npm run bench`: the figures of DESIGN section 10 and CATALOGUE section 5, as ratios within this run, printed and written to docs/performance.md.
 * `npm run bench -- level-batches many-levels` measures those parts alone, and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type LocalWorker, startLocalWorker } from '../scripts/local-worker.ts';
import { manyLevels } from './catalogue/many-levels.ts';
import { bulkRateLimitUse } from './catalogue/rate-limit.ts';
import { bulkThroughput } from './catalogue/throughput.ts';
import { acceptance, type Measurement, memoryGrowth, throughput } from './measurements.ts';
import { rateLimitUse } from './rate-limit.ts';

/** By the names that they can be asked for by. */
const parts: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  webhooks: () => besideYardstick(acceptance),
  orders: () => besideYardstick(throughput),
  memory: () => besideYardstick(memoryGrowth),
  limit: rateLimitUse,
  'level-batches': () => bulkThroughput('levels'),
  'product-batches': () => bulkThroughput('products'),
  'batch-limit': bulkRateLimitUse,
  'many-levels': manyLevels,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`There is no ${unknown}, but ${Object.keys(parts)}.`);
const measurements: Measurement[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const began = performance.now();
  for (const each of await measure()) {
    measurements.push(each);
    console.log(rowOf(each));
  }
  console.log(`(${name}: ${Math.round((performance.now() - began) / 1000)} s)`);
}
if (named.length === 0) writeTable();
process.exit(0);

async function besideYardstick(
  measure: (yardstick: LocalWorker) => Promise<readonly Measurement[]>,
): Promise<readonly Measurement[]> {
  const yardstick = await startLocalWorker({
    config: 'bench/wrangler.toml',
    bundle: 'dist/bench/yardstick.js',
    port: 0,
  });
  try {
    return await measure(yardstick);
  } finally {
    await yardstick.stop();
  }
}

function writeTable(): void {
  const table = ['| what | measured | goal | |', '|---|---|---|---|', ...measurements.map(rowOf)].join('\n');
  const page = 'docs/performance.md';
  const [start, end] = ['<!-- bench -->', '<!-- /bench -->'];
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    `${text.slice(0, text.indexOf(start) + start.length)}\n${table}\n${text.slice(text.indexOf(end))}`,
  );
}

function rowOf({ what, measured, goal, holds }: Measurement): string {
  return `| ${what} | ${measured} | ${goal} | ${holds ? '✓' : '✗'} |`;
}
