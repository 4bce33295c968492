/** A small catalogue from every shop to every other: categories, products with a picture, levels. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWhole } from './breadth.ts';
import { writes } from './sandbox.ts';
import { Stack } from './stack.ts';
import { type SystemId, systems } from './systems.ts';

const shops = [
  'ccv',
  'ecwid',
  'magento',
  'mijnwebwinkel',
  'salesforce',
  'shopify',
] as const satisfies readonly SystemId[];
/** Each shop once; CCV with Ecwid is among the pairs of the brief. */
const sample = ['ecwid to salesforce', 'ecwid to shopify', 'magento to mijnwebwinkel'];
const pairs = shops
  .flatMap((from) => shops.filter((to) => to !== from).map((to) => ({ from, to })))
  .filter(({ from, to }) => isWhole || sample.includes(`${from} to ${to}`));

const flows = ['categories', 'products', 'stock'] as const;
const skus = ['MOK-1', 'MOK-2', 'MOK-3', 'MOK-4', 'MOK-5'];

interface Product {
  readonly sku: string | null;
  readonly name: string;
  readonly price: string;
  readonly pieces: number | string;
  readonly pictures: readonly string[];
  readonly variants: readonly { readonly sku: string | null; readonly pieces: number | string }[];
}

describe.each(pairs)('a catalogue from $from to $to', ({ from, to }) => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({
      seeded: false,
      movesClock: true,
      settings: {
        ccv: { limits: false, combinationIds: 'kept' },
        ecwid: { limits: false },
        mijnwebwinkel: { limits: false },
        shopify: { plan: 'plus' },
      },
      vars: { RATE_LIMITS: JSON.stringify({ ccv: 10_000, mijnwebwinkel: 50 }) },
    });
    const { id: category } = await lever<{ id: string }>('POST', '/categories', { name: 'Mokken' });
    for (const [index, sku] of skus.entries()) {
      const product = { sku, name: `Mok ${sku}`, price: '12.10', pieces: index + 1, categories: [category] };
      const { id } = await lever<{ id: string }>('POST', '/products', product);
      // Some have their pictures at an address of their own, which is nobody's here.
      if (from !== 'magento' && from !== 'salesforce')
        await lever('POST', `/products/${id}/pictures`, { fileName: `${sku}.png` });
    }
    await stack.api('PUT', '/integrations/pair', {
      name: `${from} to ${to}`,
      connections: {
        source: { connector: from, credentials: { ...systems[from].credentials } },
        target: { connector: to, credentials: { ...systems[to].credentials } },
      },
      flows: [
        { flow: 'categories', from: 'source', to: 'target', every: '5m' },
        // Both shops are told to have their prices as they stand.
        {
          flow: 'products',
          from: 'source',
          to: 'target',
          every: '5m',
          settings: { price: { basis: 'asSource' } },
        },
        { flow: 'stock', from: 'source', to: 'target', every: '5m', settings: { manage: 'on' } },
      ],
    });
    for (const flow of flows) {
      await stack.api('POST', '/integrations/pair/sync', { flow, since: '2000-01-01' });
      await stack.pass('pair');
    }
    await inStep();
  }, 180_000);

  afterAll(() => stack.stop());

  function lever<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    return stack.sandbox.control(method, `/${from}${path}`, body);
  }

  async function inStep(): Promise<void> {
    for (let times = 0; times < 12; times++) {
      await stack.pass('pair');
      if (JSON.stringify(await productsOf(to)) === JSON.stringify(await productsOf(from))) return;
    }
  }

  async function productsOf(system: SystemId): Promise<Record<string, unknown>> {
    const { items } = await stack.sandbox.control<{ items: Product[] }>('GET', `/${system}/catalogue`);
    const bySku = items.map(({ sku, name, price, pieces, pictures, variants }) => {
      // Of a product without choices Shopify says so of its one variant.
      const [only] = variants;
      return [
        sku ?? only?.sku ?? '',
        { name, price, pieces: only?.pieces ?? pieces, pictures: pictures.length },
      ] as const;
    });
    return Object.fromEntries(bySku.toSorted(([one], [other]) => one.localeCompare(other)));
  }

  it('has every product once, with its price, its picture and its level', async () => {
    const there = await productsOf(to);
    expect(Object.keys(there).sort()).toEqual(skus);
    expect(there).toEqual(await productsOf(from));
    const { items } = await stack.sandbox.control<{ items: { name: string }[] }>('GET', `/${to}/categories`);
    expect(items.filter(({ name }) => name === 'Mokken')).toHaveLength(1);
    expect((await stack.tasks('pair')).filter(({ state }) => state === 'parked')).toEqual([]);
  });

  it('follows a level and a name, with few writes', async () => {
    const { ids } = await lever<{ ids: string[] }>('GET', '/products?sku=MOK-2');
    await stack.sandbox.forgetCalls();
    await lever('PATCH', `/products/${ids[0]}`, { name: 'Mok van steen' });
    await lever('PUT', '/stock/MOK-1', { pieces: 44 });
    await inStep();
    const there = await productsOf(to);
    expect(there['MOK-1']).toMatchObject({ pieces: 44 });
    expect(there['MOK-2']).toMatchObject({ name: 'Mok van steen' });
    const calls = writes((await stack.sandbox.calls())[to]).map(([, count]) => count);
    expect(calls.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(4);
  });

  it('writes nothing in a second run', async () => {
    await stack.sandbox.forgetCalls();
    for (const flow of flows)
      await stack.api('POST', '/integrations/pair/sync', { flow, since: '2000-01-01' });
    await stack.pass('pair');
    await stack.pass('pair');
    const calls = await stack.sandbox.calls();
    expect(calls[from]?.total).toBeGreaterThan(0);
    for (const system of [from, to]) expect(writes(calls[system]), system).toEqual([]);
  });
});
