import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../sandbox/kit/random.ts';
import { isWhole } from './breadth.ts';
import { Stack } from './stack.ts';
import { systems } from './systems.ts';

/** With two kills each: while a new product is made, and while a list of levels is written. */
const runs = Array.from({ length: isWhole ? 10 : 3 }, (_, index) => index + 1);
const minuteMs = 60_000;
/** Longer than a lease, and than the time between two polls. */
const passesMs = 6 * minuteMs;
/** Longer than changes of one key are waited for. */
const lingersMs = 2_000;
/** More than Ecwid is written singly. */
const levels = 12;

const bulk = {
  ecwid: { product: '/products$', levels: '/batch$' },
  magento: { product: '/V1/products$', levels: '/inventory/source-items$' },
} as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Listed {
  readonly ecwid: { readonly products: readonly { fields: { sku: string; quantity: number } }[] };
  /** An empty shop tells of neither. */
  readonly magento: {
    readonly products?: readonly { sku: string }[];
    readonly sourceItems?: readonly { sku: string; quantity: number }[];
  };
}

describe.each([
  ['magento', 'ecwid'],
  ['ecwid', 'magento'],
] as const)(
  'levels and new products from %s, with the Worker killed in the middle of its bulk calls to %s',
  (from, to) => {
    let stack: Stack;
    /** What the source has now, by SKU. */
    const pieces = new Map<string, number>();

    async function add(sku: string, number: number): Promise<void> {
      const product = { name: `Mok ${sku}`, sku, price: '12.10', pieces: number };
      await stack.sandbox.control('POST', `/${from}/products`, product);
      pieces.set(sku, number);
    }

    /** Each level by this chance. */
    async function changeSome(random: () => number, chance: number): Promise<void> {
      for (const sku of pieces.keys()) {
        if (random() >= chance) continue;
        const number = Math.floor(random() * 90_000);
        await stack.sandbox.control('PUT', `/${from}/stock/${sku}`, { pieces: number });
        pieces.set(sku, number);
      }
    }

    /** What the target has, by SKU: of each product, so a second one of a SKU is seen. */
    async function inTarget(): Promise<[sku: string, pieces: number][]> {
      if (to === 'ecwid') {
        const { products } = await stack.sandbox.control<Listed['ecwid']>('GET', '/state/ecwid');
        return products.map(({ fields: { sku, quantity } }) => [sku, quantity]);
      }
      const state = await stack.sandbox.control<Listed['magento']>('GET', '/state/magento');
      const { products = [], sourceItems = [] } = state;
      const quantities = new Map(sourceItems.map(({ sku, quantity }) => [sku, quantity]));
      return products.map(({ sku }) => [sku, quantities.get(sku) ?? 0]);
    }

    /** Lets time pass until the target has what the source has. */
    async function inStep(): Promise<void> {
      const wanted = [...pieces].toSorted();
      for (let times = 0; times < 20; times++) {
        await stack.moveClock(passesMs);
        // Whoever works on a batch needs real time for it: the next move ends all leases.
        for (let looks = 1; looks <= 40; looks++) {
          await pause(50);
          const found = (await inTarget()).toSorted();
          if (JSON.stringify(found) === JSON.stringify(wanted)) return;
          if (looks % 5 === 0) await stack.moveClock(lingersMs);
        }
      }
      expect((await inTarget()).toSorted()).toEqual(wanted);
    }

    /** Kills the Worker while the target has such a call before it: never done, or done and not answered. */
    async function killDuring(path: string, isDone: boolean): Promise<void> {
      const fault = { system: to, method: 'POST', path, kind: isDone ? 'unanswered' : 'drop', ms: 60_000 };
      await stack.sandbox.control('POST', '/faults', fault);
      await stack.moveClock(passesMs);
      for (let looks = 1; await isWaitedFor(); looks++) {
        if (looks > 600) throw new Error(`No call to ${path} came.`);
        await pause(20);
        if (looks % 10 === 0) await stack.moveClock(lingersMs);
      }
      await stack.killKoppel();
    }

    async function isWaitedFor(): Promise<boolean> {
      const { items } = await stack.sandbox.control<{ items: unknown[] }>('GET', '/faults');
      return items.length > 0;
    }

    beforeAll(async () => {
      stack = await Stack.start({ seeded: false, settings: { ecwid: { limits: false } }, movesClock: true });
      for (let index = 1; index <= levels; index++) await add(`P${100 + index}`, index);
      const flow = { from: 'shop', to: 'other', every: '5m' };
      const price = { pricesIncludeVat: from === 'magento' ? { source: true } : { target: true } };
      await stack.api('PUT', '/integrations/mugs', {
        name: 'Mugs',
        connections: {
          shop: { connector: from, credentials: { ...systems[from].credentials } },
          other: { connector: to, credentials: { ...systems[to].credentials } },
        },
        flows: [
          { flow: 'products', ...flow, settings: { price } },
          // What is new in Ecwid is not counted until somebody says so.
          { flow: 'stock', ...flow, settings: { manage: 'on' } },
        ],
      });
      await stack.api('POST', '/integrations/mugs/sync', { flow: 'products', since: '2000-01-01' });
      await inStep();
    }, 90_000);

    afterAll(() => stack.stop());

    it.each(runs)('have their last values everywhere, and none is there twice: run %i', async (run) => {
      const random = seededRandom(run);
      const { product, levels: list } = bulk[to];
      await add(`N${100 + run}`, run);
      await killDuring(product, random() < 0.5);
      await changeSome(random, 1);
      await stack.startKoppel();
      await killDuring(list, random() < 0.5);
      await changeSome(random, 0.2);
      await stack.startKoppel();
      await inStep();
    });
  },
);
