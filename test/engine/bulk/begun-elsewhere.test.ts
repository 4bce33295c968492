/** A product that is made minutes after its call was given up, while the source gives its SKU to another one: one of each, in the end. */
import { describe, expect, test } from 'vitest';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { answerQuestion } from '../../../src/engine/bulk/known-links.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { noFacts } from '../../../src/flows/products/units.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

type Shop = 'ecwid' | 'magento';

interface View {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
}

class Pair {
  readonly played = new PlayedSystems(hosts);

  constructor(
    readonly from: Shop,
    readonly to: Shop,
  ) {}

  async begin(): Promise<void> {
    this.played.sandbox.standIn('ecwid')?.change({ fetchesPictures: false });
    await this.add('MOK');
    const magento = this.from === 'magento' ? 'source' : 'target';
    const settings = { price: { pricesIncludeVat: { [magento]: true } } };
    await this.played.configured({
      name: 'Products',
      connections: {
        shop: { connector: this.from, credentials: credentials[this.from] },
        other: { connector: this.to, credentials: credentials[this.to] },
      },
      flows: [{ flow: 'products', from: 'shop', to: 'other', every: '1m', settings }],
    });
    await this.played.live(5 * minuteMs);
  }

  async add(sku: string): Promise<void> {
    await this.played.control(this.from, 'POST', '/products', {
      name: `Product ${sku}`,
      sku,
      price: '12.10',
      pieces: 3,
    });
  }

  /** Products that are made from now on are made only so long after their calls were given up. */
  delay(afterMs: number): void {
    const where = { system: this.to, method: 'POST', path: '/products$', forMs: 2 * minuteMs };
    this.played.sandbox.faults.add(faultRule.parse({ ...where, kind: 'late', afterMs, times: null }));
  }

  /** Renames in this order. */
  async rename(...steps: readonly (readonly [string, string])[]): Promise<void> {
    for (const [sku, next] of steps) {
      const found = (await this.in(this.from)).find((each) => each.sku === sku);
      await this.played.control(this.from, 'PATCH', `/products/${found?.id}`, { sku: next });
    }
  }

  async in(shop: Shop): Promise<readonly View[]> {
    return (await this.played.control<{ items: View[] }>(shop, 'GET', '/catalogue')).items;
  }

  /** What stands in a shop, by name. */
  async skusIn(shop: Shop): Promise<readonly string[]> {
    return (await this.in(shop)).map(({ name, sku }) => `${name}: ${sku}`).toSorted();
  }

  async namesIn(shop: Shop): Promise<readonly string[]> {
    return (await this.in(shop)).map(({ name }) => name).toSorted();
  }
}

describe.each([
  ['ecwid', 'magento'],
  ['magento', 'ecwid'],
] as const)('from %s to %s: a product that is made late', (from, to) => {
  test('under a SKU that another one has by now is neither there twice, nor written over that one', async () => {
    const pair = new Pair(from, to);
    await pair.begin();
    pair.delay(9 * minuteMs);
    await pair.add('PLANK');
    await pair.played.live(3 * minuteMs);
    await pair.rename(['MOK', 'MOK-2'], ['PLANK', 'BORD'], ['MOK-2', 'PLANK']);
    await pair.played.live(3 * hourMs);
    expect(await pair.skusIn(to)).toEqual(await pair.skusIn(from));
  });

  test('and wants the SKU of another such one by now is not left over', async () => {
    const pair = new Pair(from, to);
    await pair.begin();
    pair.delay(3 * minuteMs);
    for (const sku of ['PLANK', 'STOEL']) await pair.add(sku);
    await pair.played.live(4.5 * minuteMs);
    await pair.rename(['MOK', 'MOK-2'], ['STOEL', 'MOK'], ['PLANK', 'STOEL'], ['MOK-2', 'PLANK']);
    await pair.played.live(3 * hourMs);
    // Whether they get their SKUs in a ring is another question: a person may be asked.
    expect(await pair.namesIn(to)).toEqual(await pair.namesIn(from));
  });
});

const between = { from: 'shop', to: 'other', ordersGoBack: false };

test('a batch hears of all that was begun at its target, and whose that is', () => {
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const begin = (name: string, sku: string) =>
    stores.steps.intendParts(name, 1, 5, { products: { '': { at: 5, sku } }, pictures: {} });
  begin('shop:other:product:7', 'A');
  begin('third:other:product:1:2', 'B');
  begin('other:shop:product:8', 'C');
  stores.steps.intend('shop:other:category:9', 1, 5);
  expect(answerQuestion(stores, between, { do: 'begun' })).toEqual([
    { key: '7', own: true, at: 5, sku: 'A' },
    { key: '1:2', own: false, at: 5, sku: 'B' },
  ]);
});

test('a batch hears with a link of the other direction what that was about to say', () => {
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const link = { targetId: '7', fingerprint: '', facts: noFacts };
  stores.links.put('product', 'other', 'shop', '9', link, 5);
  const begun = {
    products: {},
    pictures: {},
    updates: { '': [{ at: 5, sent: {}, attributes: {}, variants: {} }] },
  };
  stores.steps.intendParts('other:shop:product:9', 1, 5, begun);
  const ask = { do: 'links-back-to', keys: ['7', '8'] } as const;
  expect(answerQuestion(stores, between, ask)).toEqual(
    new Map([['7', { key: '9', link, begun, knownAt: 5 }]]),
  );
});
