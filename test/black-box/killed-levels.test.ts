import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../sandbox/kit/random.ts';
import { Stack } from './stack.ts';
import { systems } from './systems.ts';

const runs = Array.from({ length: 20 }, (_, index) => index + 1);
const minuteMs = 60_000;
/** Longer than a lease, and than the time between two polls. */
const passesMs = 6 * minuteMs;
/** Bulk calls take so long, so that kills fall into the middle of them. */
const bulkMs = 150;

let stack: Stack;
/** What the source has now, by SKU. */
const pieces = new Map<string, number>();

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function add(sku: string, number: number): Promise<void> {
  const product = { name: `Mok ${sku}`, sku, price: '12.10', pieces: number };
  await stack.sandbox.control('POST', '/magento/products', product);
  pieces.set(sku, number);
}

async function set(sku: string, number: number): Promise<void> {
  await stack.sandbox.control('PUT', `/magento/stock/${sku}`, { pieces: number });
  pieces.set(sku, number);
}

/** Each level by this chance. */
async function changeSome(random: () => number, chance: number): Promise<void> {
  const skus = [...pieces.keys()].filter(() => random() < chance);
  await Promise.all(skus.map((sku) => set(sku, Math.floor(random() * 900))));
}

/** What the target has, by SKU: of each product, so a second one of a SKU is seen. */
async function inTarget(): Promise<[sku: string, pieces: number][]> {
  const { products } = await stack.sandbox.control<{
    products: { fields: { sku: string; quantity: number } }[];
  }>('GET', '/state/ecwid');
  return products.map(({ fields: { sku, quantity } }) => [sku, quantity]);
}

beforeAll(async () => {
  stack = await Stack.start({ seeded: false, settings: { ecwid: { limits: false } }, movesClock: true });
  for (let index = 1; index <= 10; index++) await add(`P${100 + index}`, index);
  const flow = { from: 'shop', to: 'other', every: '5m' };
  const price = { pricesIncludeVat: { source: true } };
  await stack.api('PUT', '/integrations/mugs', {
    name: 'Mugs',
    connections: {
      shop: { connector: 'magento', credentials: { ...systems.magento.credentials } },
      other: { connector: 'ecwid', credentials: systems.ecwid.credentials },
    },
    flows: [
      { flow: 'products', ...flow, settings: { price } },
      // What is new in Ecwid is not counted until somebody says so.
      { flow: 'stock', ...flow, settings: { manage: 'on' } },
    ],
  });
  await stack.api('POST', '/integrations/mugs/sync', { flow: 'products', since: '2000-01-01' });
  await inStep();
  const slow = {
    system: 'ecwid',
    method: 'POST',
    path: '/batch$|/products$',
    kind: 'slow',
    ms: bulkMs,
    times: null,
  };
  await stack.sandbox.control('POST', '/faults', slow);
}, 90_000);

afterAll(() => stack.stop());

/** Lets time pass until the target has what the source has. */
async function inStep(): Promise<void> {
  const wanted = [...pieces].toSorted();
  for (let times = 0; times < 20; times++) {
    await stack.moveClock(passesMs);
    for (let looks = 0; looks < 10; looks++) {
      await pause(60);
      const found = (await inTarget()).toSorted();
      if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    }
  }
  expect((await inTarget()).toSorted()).toEqual(wanted);
}

describe('levels and new products, with the Worker killed in the middle of its bulk calls', () => {
  it.each(runs)('have their last values everywhere, and none is there twice: run %i', async (run) => {
    const random = seededRandom(run);
    await add(`N${100 + run}`, run);
    await changeSome(random, 0.5);
    await stack.moveClock(passesMs);
    await pause(50 + random() * 600);
    await stack.killKoppel();
    await changeSome(random, 0.2);
    await stack.startKoppel();
    await inStep();
  });
});
