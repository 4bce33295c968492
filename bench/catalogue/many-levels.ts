import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientSecret } from '../../sandbox/ecwid/settings.ts';
import { sandboxAddresses } from '../../scripts/demo.ts';
import type { Counts, StatementCount } from '../cost/tally.ts';
import { heldMegabytes } from '../held-memory.ts';
import { productHook, startKoppel } from '../koppel.ts';
import { rateOf } from '../load.ts';
import type { Measurement } from '../measurements.ts';
import { residentMegabytes, workerdProcesses } from '../memory.ts';
import { startSandbox } from '../sandbox.ts';
import { connections, Levers, unlimited, until } from './rig.ts';

const products = 50_000;
/** Levels that Magento takes in one call. */
const bulkSize = 100;
/** On a slow machine a look at 50,000 levels takes minutes. */
const lookMs = 20 * 60_000;
const flow = 'stock:shop:store';

interface Calls {
  readonly counters: Readonly<Record<string, { readonly byRoute: Readonly<Record<string, number>> }>>;
}

/** What 50,000 SKUs of which 1 % change come to, in calls, rows and memory. */
export async function manyLevels(): Promise<Measurement[]> {
  const few = await shopOf(products / 5);
  const peakOfFew = await few.peakOfTwoLooks();
  await few.stop();
  const many = await shopOf(products);
  const peakOfMany = await many.peakOfTwoLooks();
  const measured = await onePercent(many);
  await many.stop();
  return [
    ...measured,
    {
      what: `most that object and consumers hold over two looks at ${products / 5} levels, and at ${products} (their workerd, Miniflare's own Workers in it)`,
      measured: `${peakOfFew.held} → ${peakOfMany.held} MB (${peakOfFew.resident} → ${peakOfMany.resident} MB)`,
      goal: 'grows by less than 64 MB',
      holds: peakOfMany.held - peakOfFew.held < 64,
    },
  ];
}

/** In megabytes. */
interface Memory {
  /** What can be reached in the isolate of object and consumers. */
  readonly held: number;
  /** Of the whole process: beside it what V8 has not collected yet, SQLite, queue and KV. */
  readonly resident: number;
}

interface Shop {
  readonly levers: Levers;
  readonly hooks: string;
  readonly counts: () => Promise<Counts>;
  /** Looked at every second. The first look makes what the second finds. */
  readonly peakOfTwoLooks: () => Promise<Memory>;
  readonly stop: () => Promise<void>;
}

/** The counting Worker with so many SKUs in both systems, its storage on disk. */
async function shopOf(skus: number): Promise<Shop> {
  const sandbox = await startSandbox();
  const levers = new Levers(sandbox.url);
  await levers.fill(skus);
  const others = new Set(workerdProcesses());
  const state = mkdtempSync(join(tmpdir(), 'koppel-bench-'));
  const vars = {
    BASE_URLS: JSON.stringify(sandboxAddresses(sandbox.url)),
    RATE_LIMITS: unlimited,
    RUN_CALLS: '500',
  };
  const options = { state, bundle: 'dist/cost/counting-worker.js', inspected: true };
  const { worker, api } = await startKoppel(sandbox.url, vars, options);
  const inspector = await worker.inspector();
  const koppel = workerdProcesses().filter((pid) => !others.has(pid));
  const counts = async () => (await (await fetch(`${worker.url}/cost/counts`)).json()) as Counts;
  const settings = { verify: 'off' };
  await api.put('bench', {
    name: 'Bench',
    connections,
    flows: [{ flow: 'stock', from: 'shop', to: 'store', settings }],
  });
  return {
    levers,
    hooks: `${worker.url}/hooks/bench/shop`,
    counts,
    peakOfTwoLooks: async () => {
      let [held, resident] = [0, 0];
      for (let look = 0; look < 2; look += 1) {
        await api.sync('bench', flow, { since: '2020-01-01' });
        await atRest(levers, async () => {
          held = Math.max(held, (await heldMegabytes(inspector)) ?? 0);
          resident = Math.max(resident, residentMegabytes(koppel));
        });
      }
      if (held === 0) throw new Error('Nobody told what is held.');
      return { held: Math.round(held), resident };
    },
    stop: async () => {
      await worker.stop();
      await sandbox.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** Of each hundred SKUs one changes, and is told of by webhook. */
async function onePercent({ levers, hooks, counts }: Shop): Promise<Measurement[]> {
  const skus = Array.from(
    { length: products / 100 },
    (_, index) => `G-${String(index * 99 + 1).padStart(6, '0')}`,
  );
  const ids: string[] = [];
  for (const sku of skus) {
    const found = await levers.pull<{ ids: string[] }>(`/ecwid/products?sku=${sku}`, undefined, 'GET');
    ids.push(...found.ids);
    await levers.pull(`/ecwid/stock/${sku}`, { pieces: 1_000 }, 'PUT');
  }
  await levers.pull('/calls', undefined, 'DELETE');
  await counts();
  await rateOf({
    url: hooks,
    connections: 8,
    requests: ids.length,
    request: (index) => productHook(ids[index] ?? '', crypto.randomUUID(), clientSecret),
  });
  await atRest(levers);
  const { statements, events } = await counts();
  const { counters } = await levers.pull<Calls>('/calls', undefined, 'GET');
  const writes = counters.magento?.byRoute['POST /V1/inventory/source-items'] ?? 0;
  const calls = Object.values(counters).flatMap(({ byRoute }) => Object.values(byRoute));
  const lists = Math.ceil(ids.length / bulkSize);
  const each = (rows: number) => rows / ids.length;
  const rows = each(
    written(statements.filter(({ sql }) => /\b(dirty|levels|level_counts|batches)\b/.test(sql))),
  );
  const all = each(written(statements) + events.alarmSettings);
  return [
    {
      what: `writing calls for ${ids.length} changed of ${products} SKUs (${sum(calls)} calls in all)`,
      measured: String(writes),
      goal: `≤ ${lists}, one for each list of ${bulkSize}`,
      holds: writes > 0 && writes <= lists,
    },
    {
      what: `rows written for each changed level (${all.toFixed(2)} with its webhook, counters and the alarm)`,
      measured: rows.toFixed(2),
      goal: '≤ 4, none for the others',
      holds: rows <= 4,
    },
  ];
}

/** Until no call came for a while. `meanwhile` is done every second. */
async function atRest(
  levers: Levers,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  let [calls, since] = [-1, Date.now()];
  await until(async () => {
    await meanwhile();
    const { counters } = await levers.pull<Calls>('/calls', undefined, 'GET');
    const now = sum(Object.values(counters).flatMap(({ byRoute }) => Object.values(byRoute)));
    if (now !== calls) [calls, since] = [now, Date.now()];
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return Date.now() > since + 6_000;
  }, lookMs);
}

function written(statements: readonly StatementCount[]): number {
  return sum(statements.map(({ rowsWritten }) => rowsWritten));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}
