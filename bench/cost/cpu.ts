import { startLocalWorker } from '../../scripts/local-worker.ts';
import { benchIntegration, hook, startKoppel, unlimited } from '../koppel.ts';
import { rateOf } from '../load.ts';
import { cpuMilliseconds, workerdProcesses } from '../memory.ts';

/** Milliseconds of this machine's CPU, of Koppel's whole workerd: more than Cloudflare would count. */
export interface Cpu {
  readonly perNotice: number;
  /** An order of a new customer: five calls. */
  readonly perOrder: number;
  readonly perTick: number;
}

const notices = 2_000;
const orders = 2_000;
const ticks = 300;

export async function cpu(): Promise<Cpu> {
  const target = await startLocalWorker({
    config: 'bench/wrangler.toml',
    bundle: 'dist/bench/yardstick.js',
    port: 0,
  });
  const others = new Set(workerdProcesses());
  const { worker, api } = await startKoppel(target.url, unlimited);
  const koppel = workerdProcesses().filter((pid) => !others.has(pid));
  const spentOn = async (pieces: number, work: () => Promise<void>): Promise<number> => {
    const before = cpuMilliseconds(koppel);
    await work();
    return (cpuMilliseconds(koppel) - before) / pieces;
  };
  await api.put('bench', benchIntegration);
  await api.pause('bench');
  const send = (from: number, requests: number) => async () => {
    const url = `${worker.url}/hooks/bench/shop`;
    await rateOf({ url, connections: 4, requests, request: (index) => hook(from + index) });
  };
  const book = (until: number) => async () => {
    await api.resume('bench');
    while (((await api.counts('bench')).done ?? 0) < until) {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await api.pause('bench');
  };
  // Compiled by then.
  await send(0, 500)();
  await book(500)();
  const perNotice = await spentOn(notices, send(500, notices));
  const perOrder = await spentOn(orders, book(500 + orders));
  const perTick = await spentOn(ticks, async () => {
    for (let tick = 0; tick < ticks; tick += 1) await worker.cron();
  });
  await worker.stop();
  await target.stop();
  return { perNotice, perOrder, perTick };
}
