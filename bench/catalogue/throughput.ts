import { clientSecret } from '../../sandbox/ecwid/settings.ts';
import { productHook } from '../koppel.ts';
import { rateOf } from '../load.ts';
import type { Measurement } from '../measurements.ts';
import { connections, Rig, until } from './rig.ts';

interface Piece {
  readonly flow: 'stock' | 'products';
  readonly what: string;
  readonly count: number;
  readonly batchSize: number;
  /** Calls of one batch that Koppel makes at the same time: as many as Magento is sent. */
  readonly atOnce: number;
  readonly goal: number;
  readonly settings: Record<string, unknown>;
  /** Changes a product in the source, differently each turn. */
  readonly change: (rig: Rig, product: Product, turn: number) => Promise<unknown>;
}

interface Product {
  readonly id: string;
  readonly sku: string;
}

const pieces = {
  levels: {
    flow: 'stock',
    ...{ what: 'levels', count: 2_000, batchSize: 100, atOnce: 1, goal: 0.5, settings: {} },
    change: ({ levers }, { sku }, turn) =>
      levers.pull(`/ecwid/stock/${sku}`, { pieces: 1_000 + turn }, 'PUT'),
  },
  products: {
    flow: 'products',
    ...{ what: 'products', count: 200, batchSize: 10, atOnce: 3, goal: 0.4 },
    settings: { price: { pricesIncludeVat: { target: true } } },
    change: ({ levers }, { id }, turn) =>
      levers.pull(`/ecwid/products/${id}`, { price: `${100 + turn}.00` }, 'PATCH'),
  },
} satisfies Record<string, Piece>;

const turns = 3;

/** Levels or products per second from Ecwid to Magento, beside a bare consumer that makes the same calls. */
export async function bulkThroughput(of: keyof typeof pieces): Promise<Measurement[]> {
  return [await throughputOf(pieces[of])];
}

/** All change in every turn; Koppel brings it across, and then the bare consumer makes the calls that that took once more. The first turn warms up. */
async function throughputOf(piece: Piece): Promise<Measurement> {
  const rig = await Rig.start();
  const products = await prepare(rig, piece);
  const batches = Math.ceil(products.length / piece.batchSize);
  const change = (turn: number) => atOnce(products, (product) => piece.change(rig, product, turn));
  // The target has what the source has, and Koppel knows it.
  await bring(rig, products, null);
  await change(0);
  await bring(rig, products, null);
  const { writes } = await rig.counts();
  if (writes === 0) throw new Error(`Nothing was written of ${piece.what}.`);
  const { problems } = await rig.api.view('bench');
  if (problems.length > 0) throw new Error(`Not all ${piece.what} come across: ${problems[0]?.message}`);
  await rig.bareSeconds(await rig.calls(), batches, piece.atOnce);
  const ratios: number[] = [];
  const rates: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    await change(turn);
    const ours = await bring(rig, products, writes);
    await rig.quiet();
    const bare = await rig.bareSeconds(await rig.calls(), batches, piece.atOnce);
    rates.push(products.length / ours);
    ratios.push(bare / ours);
  }
  await rig.stop();
  const ratio = median(ratios);
  return {
    what: `${piece.what} through queue and consumer, to a bare consumer of the same calls`,
    measured: `${ratio.toFixed(2)} (${Math.round(median(rates))}/s)`,
    goal: `≥ ${piece.goal.toFixed(2)}`,
    holds: ratio >= piece.goal,
  };
}

/** Products of the source that an integration works on. */
async function prepare(rig: Rig, { flow, count, settings }: Piece): Promise<Product[]> {
  const { levers, api } = rig;
  await levers.fill(count, flow === 'stock' ? ['ecwid', 'magento'] : ['ecwid']);
  await api.put('bench', {
    name: 'Bench',
    connections,
    flows: [{ flow, from: 'shop', to: 'store', settings }],
  });
  const skus = Array.from({ length: count }, (_, index) => `G-${String(index + 1).padStart(6, '0')}`);
  const products: Product[] = [];
  await atOnce(skus, async (sku) => {
    const { ids } = await levers.pull<{ ids: string[] }>(`/ecwid/products?sku=${sku}`, undefined, 'GET');
    for (const id of ids) products.push({ id, sku });
  });
  return products;
}

/** Seconds from when the work may begin until the last of so many writes has come; with none given, until nothing more is called. */
async function bring(rig: Rig, products: readonly Product[], writes: number | null): Promise<number> {
  const { api, koppel } = rig;
  await api.pause('bench');
  await rig.forgetCalls();
  await rateOf({
    url: `${koppel.url}/hooks/bench/shop`,
    connections: 8,
    requests: products.length,
    request: (index) => productHook(products[index]?.id ?? '', crypto.randomUUID(), clientSecret),
  });
  const started = performance.now();
  await api.resume('bench');
  if (writes === null) await rig.quiet();
  else await until(async () => (await rig.counts()).writes >= writes);
  return (performance.now() - started) / 1000;
}

/** For all, some of them at the same time. */
async function atOnce<Each>(all: readonly Each[], work: (each: Each) => Promise<unknown>): Promise<void> {
  const left = [...all].reverse();
  const worker = async () => {
    for (let each = left.pop(); each !== undefined; each = left.pop()) await work(each);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
