/** Products of which each wants the SKU that the next one still has in the target: none can go first. */
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { CaseShops, type Shop } from './case-shops.ts';

const shops: readonly Shop[] = ['ecwid', 'magento'];
const skus = ['A', 'B', 'C', 'D'];

/** So many products are in step; then the source moves their SKUs on by one: the first has the second's, the last the first's. */
class Circle extends CaseShops {
  /** In the source. */
  products: readonly string[] = [];
  skus: readonly string[] = [];

  async turned(size: number): Promise<this> {
    this.skus = skus.slice(0, size);
    const ids: string[] = [];
    for (const sku of this.skus) ids.push(await this.add(this.from, sku));
    this.products = ids;
    await this.start({ products: {} });
    // The source keeps SKUs apart itself, so it is done by way of one more.
    await this.#edit(0, 'X');
    for (let each = size - 1; each > 0; each--) await this.#edit(each, this.wanted(each));
    await this.#edit(0, this.wanted(0));
    await this.pass();
    return this;
  }

  wanted(index: number): string {
    return this.skus[(index + 1) % this.skus.length] ?? '';
  }

  async #edit(index: number, sku: string): Promise<void> {
    await this.edit(this.from, this.products[index] ?? '', { sku });
  }

  /** Names of the products that the target has under these SKUs. */
  names(of: readonly string[]): Promise<readonly string[]> {
    return Promise.all(of.map(async (sku) => (await this.there(sku)).name));
  }

  get states(): readonly string[] {
    return this.products.map((id) => this.#task(id)?.state ?? 'none');
  }

  /** Of what is parked the others that it waits for, itself among them. */
  get named(): readonly (readonly string[])[] {
    return this.products.map((id) => {
      const circle = this.#task(id)?.problem?.params.circle;
      return Array.isArray(circle) ? [...circle].sort() : [];
    });
  }

  retry(index: number): void {
    this.played.integration.retry(this.#task(this.products[index] ?? '')?.id ?? 0);
  }

  #task(id: string) {
    return this.played.tasks().findLast(({ key }) => key === id);
  }
}

describe.each(shops)('from %s', (from) => {
  test.each([2, 3, 4])(
    '%i products are parked within the hour, all of them named, and nothing is written',
    async (size) => {
      const circle = await new Circle(from).turned(size);
      expect(circle.states).toEqual(circle.skus.map(() => 'parked'));
      expect(circle.problems).toEqual(circle.skus.map(() => 'sku_taken'));
      expect(circle.named).toEqual(circle.skus.map(() => [...circle.products].sort()));
      expect(await circle.names(circle.skus)).toEqual(circle.skus.map((sku) => `Product ${sku}`));
      circle.played.sent.splice(0);
      await circle.played.live(50 * hourMs);
      expect(circle.writes()).toBe(0);
      expect(circle.states).toEqual(circle.skus.map(() => 'parked'));
    },
  );

  test('one that gets a third SKU in the source lets the others go by themselves', async () => {
    const circle = await new Circle(from).turned(3);
    await circle.edit(from, circle.products[1] ?? '', { sku: 'Z' });
    await circle.pass();
    expect(circle.problems).toEqual([]);
    expect(await circle.names(['B', 'Z', 'A'])).toEqual(['Product A', 'Product B', 'Product C']);
    await circle.edit(from, circle.products[1] ?? '', { sku: 'C' });
    await circle.pass();
    expect(await circle.names(['B', 'C', 'A'])).toEqual(['Product A', 'Product B', 'Product C']);
  });

  test.each([0, 1, 2])(
    'one that gets a third SKU in the target lets all go after one retry, of product %i',
    async (index) => {
      const circle = await new Circle(from).turned(3);
      const { id } = await circle.there('B');
      await circle.edit(circle.to, id, { sku: 'Z' });
      circle.retry(index);
      await circle.pass();
      expect(circle.problems).toEqual([]);
      expect(await circle.names(['B', 'C', 'A'])).toEqual(['Product A', 'Product B', 'Product C']);
    },
  );

  test('a retry that comes before anybody has changed anything ends where it began', async () => {
    const circle = await new Circle(from).turned(3);
    circle.retry(1);
    await circle.played.live(minuteMs);
    expect(circle.states).toEqual(['parked', 'parked', 'parked']);
    circle.played.integration.retryParked();
    await circle.played.live(minuteMs);
    expect(circle.states).toEqual(['parked', 'parked', 'parked']);
    expect(circle.named).toEqual(circle.products.map(() => [...circle.products].sort()));
  });

  test('SKUs that move along a chain all come to their new owners', async () => {
    const chain = new CaseShops(from);
    const ids = [await chain.add(from, 'A'), await chain.add(from, 'B'), await chain.add(from, 'C')];
    await chain.start({ products: {} });
    for (const [index, sku] of [
      [2, 'D'],
      [1, 'C'],
      [0, 'B'],
    ] as const)
      await chain.edit(from, ids[index] ?? '', { sku });
    await chain.pass();
    expect(chain.problems).toEqual([]);
    expect(await Promise.all(['B', 'C', 'D'].map(async (sku) => (await chain.there(sku)).name))).toEqual([
      'Product A',
      'Product B',
      'Product C',
    ]);
  });
});
