import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KoppelApi } from '../scripts/koppel-api.ts';
import type { LocalWorker } from '../scripts/local-worker.ts';
import { benchIntegration, hook, startKoppel, unlimited } from './koppel.ts';
import { rateOf } from './load.ts';
import { residentMegabytes, workerdProcesses } from './memory.ts';

export interface Measurement {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
  readonly holds: boolean;
}

const connections = 16;

/** Webhooks verified and stored per second, beside a bare Worker that inserts the same bytes in a Durable Object. */
export async function acceptance(yardstick: LocalWorker): Promise<Measurement[]> {
  const { worker, api } = await startKoppel(yardstick.url, unlimited);
  await api.put('bench', benchIntegration);
  await api.pause('bench');
  const hooks = `${worker.url}/hooks/bench/shop`;
  const insert = `${yardstick.url}/insert`;
  const prepared = Array.from({ length: 20_000 }, (_, index) => hook(index));
  const at = (offset: number) => (index: number) => prepared[offset + index] ?? hook(offset + index);
  await rateOf({ url: hooks, connections, requests: 500, request: at(0) });
  await rateOf({ url: insert, connections, requests: 500, request: at(0) });
  // In turns, so that what else the machine does falls on both.
  const ratios: number[] = [];
  const rates: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const requests = 2_000;
    const ours = await rateOf({ url: hooks, connections, requests, request: at(500 + turn * requests) });
    const bare = await rateOf({ url: insert, connections, requests, request: at(500 + turn * requests) });
    rates.push(ours);
    ratios.push(ours / bare);
  }
  await worker.stop();
  const ratio = median(ratios);
  return [
    {
      what: 'webhook verified and stored, to a bare insert',
      measured: `${ratio.toFixed(2)} (${Math.round(median(rates))}/s)`,
      goal: '≥ 0.60',
      holds: ratio >= 0.6,
    },
  ];
}

/** Orders booked per second with six calls each, beside a bare loop of the same calls. */
export async function throughput(yardstick: LocalWorker): Promise<Measurement[]> {
  const { worker, api } = await startKoppel(yardstick.url, unlimited);
  await api.put('bench', benchIntegration);
  const bareLoop = async (orders: number): Promise<number> => {
    const started = performance.now();
    await fetch(`${yardstick.url}/loop?orders=${orders}&base=${encodeURIComponent(yardstick.url)}`);
    return orders / ((performance.now() - started) / 1000);
  };
  await book(api, 0, 200);
  await bareLoop(200);
  const ratios: number[] = [];
  const rates: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const ours = await book(api, 1_000 + turn * 1_000, 1_000);
    const bare = await bareLoop(1_000);
    rates.push(ours);
    ratios.push(ours / bare);
  }
  await worker.stop();
  const ratio = median(ratios);
  return [
    {
      what: 'orders booked, six calls each, to a bare loop',
      measured: `${ratio.toFixed(2)} (${Math.round(median(rates))}/s)`,
      goal: '≥ 0.40',
      holds: ratio >= 0.4,
    },
    {
      what: 'orders booked per second (n8n: about 20/s)',
      measured: `${Math.round(median(rates))}/s`,
      goal: '≥ 200/s',
      holds: median(rates) >= 200,
    },
  ];
}

/**
 * What booking leaves in the memory of workerd. Its storage is on disk, as Cloudflare's is. V8 takes what it likes at first,
 * so the first orders do not count.
 */
export async function memoryGrowth(yardstick: LocalWorker): Promise<Measurement[]> {
  const others = new Set(workerdProcesses());
  const state = mkdtempSync(join(tmpdir(), 'koppel-bench-'));
  const { worker, api } = await startKoppel(yardstick.url, unlimited, { state });
  await api.put('bench', benchIntegration);
  const koppel = workerdProcesses().filter((pid) => !others.has(pid));
  await book(api, 0, 10_000);
  const early = residentMegabytes(koppel);
  await book(api, 100_000, 20_000);
  const late = residentMegabytes(koppel);
  await worker.stop();
  rmSync(state, { recursive: true, force: true });
  return [
    {
      what: 'memory of its workerd, after 10,000 orders and after 20,000 more',
      measured: `${early} → ${late} MB`,
      goal: 'grows by less than 64 MB',
      holds: late - early < 64,
    },
  ];
}

/** Orders per second, from when they may be worked on until the last of them is done. */
async function book(api: KoppelApi, from: number, count: number): Promise<number> {
  await api.pause('bench');
  const before = (await api.counts('bench')).done ?? 0;
  const keys = Array.from({ length: count }, (_, index) => `B${from + index}`);
  for (let start = 0; start < count; start += 1_000) {
    await api.sync('bench', 'orders', { keys: keys.slice(start, start + 1_000) });
  }
  const started = performance.now();
  await api.resume('bench');
  for (;;) {
    const { done = 0, parked = 0 } = await api.counts('bench');
    if (parked > 0) throw new Error(`${parked} orders wait for a person.`);
    if (done >= before + count) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return count / ((performance.now() - started) / 1000);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
