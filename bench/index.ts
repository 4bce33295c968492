/** `npm run bench`: the figures of DESIGN section 10, as ratios within this run, printed and written to docs/performance.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { startLocalWorker } from '../scripts/local-worker.ts';
import { manyLevels } from './catalogue/many-levels.ts';
import { bulkRateLimitUse } from './catalogue/rate-limit.ts';
import { bulkThroughput } from './catalogue/throughput.ts';
import { acceptance, type Measurement, memoryGrowth, throughput } from './measurements.ts';
import { rateLimitUse } from './rate-limit.ts';

const yardstick = await startLocalWorker({
  config: 'bench/wrangler.toml',
  bundle: 'dist/bench/yardstick.js',
  port: 0,
});
const measurements: Measurement[] = [];
const measure = async (what: () => Promise<readonly Measurement[]>) => {
  for (const each of await what()) {
    measurements.push(each);
    console.log(rowOf(each));
  }
};
await measure(() => acceptance(yardstick));
await measure(() => throughput(yardstick));
await measure(() => memoryGrowth(yardstick));
await measure(rateLimitUse);
await yardstick.stop();
await measure(bulkThroughput);
await measure(bulkRateLimitUse);
await measure(manyLevels);

const table = ['| what | measured | goal | |', '|---|---|---|---|', ...measurements.map(rowOf)].join('\n');

const page = 'docs/performance.md';
const [start, end] = ['<!-- bench -->', '<!-- /bench -->'];
const text = readFileSync(page, 'utf8');
writeFileSync(
  page,
  `${text.slice(0, text.indexOf(start) + start.length)}\n${table}\n${text.slice(text.indexOf(end))}`,
);
process.exit(0);

function rowOf({ what, measured, goal, holds }: Measurement): string {
  return `| ${what} | ${measured} | ${goal} | ${holds ? '✓' : '✗'} |`;
}
