import { clientSecret } from '../../sandbox/ecwid/settings.ts';
import { productHook } from '../koppel.ts';
import { rateOf } from '../load.ts';
import type { Measurement } from '../measurements.ts';
import { connections, Played, until } from './played.ts';

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
  readonly change: (played: Played, product: Product, turn: number) => Promise<unknown>;
}

interface Product {
  readonly id: string;
  readonly sku: string;
}

const pieces: readonly Piece[] = [
  {
    flow: 'stock',
    ...{ what: 'levels', count: 2_000, batchSize: 100, atOnce: 1, goal: 0.5, settings: {} },
    change: ({ levers }, { sku }, turn) =>
      levers.pull(`/ecwid/stock/${sku}`, { pieces: 1_000 + turn }, 'PUT'),
  },
  {
    flow: 'products',
    ...{ what: 'products', count: 200, batchSize: 10, atOnce: 3, goal: 0.4 },
    settings: { price: { pricesIncludeVat: { target: true } } },
    change: ({ levers }, { id }, turn) =>
      levers.pull(`/ecwid/products/${id}`, { price: `${100 + turn}.00` }, 'PATCH'),
  },
];

const turns = 3;

/** Levels and products per second from Ecwid to Magento, beside a bare consumer that makes the same calls. */
export async function bulkThroughput(): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const piece of pieces) measurements.push(await throughputOf(piece));
  return measurements;
}

/**
 * All change to and fro. Both ways are recorded once; then Koppel and the bare consumer take turns at what the record answers, and what
 * Koppel knows fits what it reads.
 */
async function throughputOf(piece: Piece): Promise<Measurement> {
  const played = await Played.start();
  const products = await prepare(played, piece);
  for (const turn of [1, 0]) {
    for (const product of products) await piece.change(played, product, turn);
    await played.take('record', `to-${turn}`);
    await bring(played, products, null);
  }
  const ratios: number[] = [];
  const rates: number[] = [];
  for (let turn = 1; turn <= turns + 1; turn += 1) {
    const take = `to-${turn % 2}`;
    const writes = (await played.callsOf(take)).filter(({ method }) => method !== 'GET').length;
    if (writes === 0) throw new Error(`Nothing was written of ${piece.what}.`);
    await played.take('play', take);
    const ours = await bring(played, products, writes);
    const { unknown } = await played.counts();
    if (unknown > writes / 20) throw new Error(`${unknown} calls of ${piece.flow} were not on record.`);
    const batches = Math.ceil(products.length / piece.batchSize);
    await played.take('play', take);
    const bare = await played.bareSeconds(take, batches, piece.atOnce);
    if (turn === 1) continue;
    rates.push(products.length / ours);
    ratios.push(bare / ours);
  }
  await played.stop();
  const ratio = median(ratios);
  return {
    what: `${piece.what} through queue and consumer, to a bare consumer of the same calls`,
    measured: `${ratio.toFixed(2)} (${Math.round(median(rates))}/s)`,
    goal: `≥ ${piece.goal.toFixed(2)}`,
    holds: ratio >= piece.goal,
  };
}

/** The target has what the source has, and Koppel knows it. */
async function prepare(played: Played, { flow, count, settings }: Piece): Promise<Product[]> {
  const { levers, api } = played;
  await levers.fill(count, flow === 'stock' ? ['ecwid', 'magento'] : ['ecwid']);
  await api.put('bench', {
    name: 'Bench',
    connections,
    flows: [{ flow, from: 'shop', to: 'store', settings }],
  });
  await api.sync('bench', `${flow}:shop:store`, { since: '2020-01-01' });
  await played.quiet();
  const skus = Array.from({ length: count }, (_, index) => `G-${String(index + 1).padStart(6, '0')}`);
  const products: Product[] = [];
  for (const sku of skus) {
    const { ids } = await levers.pull<{ ids: string[] }>(`/ecwid/products?sku=${sku}`, undefined, 'GET');
    for (const id of ids) products.push({ id, sku });
  }
  return products;
}

/** Seconds from when the work may begin until the last of so many writes has come; with none given, until nothing more is called. */
async function bring(played: Played, products: readonly Product[], writes: number | null): Promise<number> {
  const { api, koppel } = played;
  await api.pause('bench');
  await rateOf({
    url: `${koppel.url}/hooks/bench/shop`,
    connections: 8,
    requests: products.length,
    request: (index) => productHook(products[index]?.id ?? '', crypto.randomUUID(), clientSecret),
  });
  const started = performance.now();
  await api.resume('bench');
  if (writes === null) await played.quiet();
  else await until(async () => (await played.counts()).writes >= writes);
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
