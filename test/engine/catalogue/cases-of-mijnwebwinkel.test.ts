/** Cases of the field about MijnWebwinkel's variants and levels, through the whole engine, with the real connectors and stand-ins. */
import { expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

interface Seen {
  readonly pieces: number;
  readonly variants: readonly {
    readonly id: string;
    readonly options: Readonly<Record<string, string>>;
    readonly pieces: number;
  }[];
}

/** A Magento that is the master of levels, and a MijnWebwinkel with an article RN in S and M. */
class Knitwear extends PlayedSystems {
  #article = '';

  static async begun(): Promise<Knitwear> {
    const shops = new Knitwear(hosts);
    shops.#article = await shops.add('mijnwebwinkel', 'RN', 0);
    for (const size of ['S', 'M']) await shops.addSize(size);
    await shops.add('magento', 'RN-S', 4);
    await shops.add('magento', 'RN-M', 7);
    await shops.configured({
      name: 'Knitwear',
      connections: {
        master: { connector: 'magento', credentials: credentials.magento },
        shop: { connector: 'mijnwebwinkel', credentials: credentials.mijnwebwinkel },
      },
      flows: [{ flow: 'stock', from: 'master', to: 'shop', every: '5m', settings: { manage: 'on' } }],
    });
    await shops.pass();
    return shops;
  }

  async add(system: string, sku: string, pieces: number): Promise<string> {
    const product = { name: `Trui ${sku}`, sku, price: '12.10', pieces };
    return (await this.control<{ id: string }>(system, 'POST', '/products', product)).id;
  }

  async addSize(size: string): Promise<void> {
    const variant = { options: { Maat: size }, pieces: 1 };
    await this.control('mijnwebwinkel', 'POST', `/products/${this.#article}/variants`, variant);
  }

  /** The merchant calls a size otherwise. */
  async rename(size: string, word: string): Promise<void> {
    const { variants } = await this.see();
    const id = variants.find(({ options }) => options.Maat === size)?.id;
    const at = `/products/${this.#article}/variants/${id}`;
    await this.control('mijnwebwinkel', 'PATCH', at, { options: { Maat: word } });
  }

  async master(sku: string, pieces: number): Promise<void> {
    await this.control('magento', 'PUT', `/stock/${sku}`, { pieces });
  }

  see(): Promise<Seen> {
    return this.control<Seen>('mijnwebwinkel', 'GET', `/products/${this.#article}`);
  }

  /** Pieces in the shop by size. */
  async sizes(): Promise<Record<string, number>> {
    const { variants } = await this.see();
    return Object.fromEntries(variants.map(({ options, pieces }) => [options.Maat ?? '', pieces]));
  }

  async pass(): Promise<void> {
    this.integration.sync('stock', { since: '2000-01-01' });
    await this.live(35 * minuteMs);
  }

  get problems() {
    return this.integration.reports.view().problems;
  }
}

test('W1: a level goes to its variant also after its choice was renamed, and a new choice has its own', async () => {
  const shops = await Knitwear.begun();
  expect(await shops.sizes()).toEqual({ S: 4, M: 7 });
  await shops.rename('M', 'Medium');
  await shops.addSize('L');
  await shops.add('magento', 'RN-L', 3);
  await shops.pass();
  expect(await shops.sizes()).toEqual({ S: 4, Medium: 7, L: 3 });
  await shops.master('RN-M', 6);
  await shops.pass();
  expect(await shops.sizes()).toEqual({ S: 4, Medium: 6, L: 3 });
  expect(shops.problems).toEqual([]);
});

test('W1: where a variant is called as another one was, nothing is written to either, and both are named', async () => {
  const shops = await Knitwear.begun();
  await shops.rename('M', 'Medium');
  await shops.rename('S', 'M');
  await shops.master('RN-M', 6);
  await shops.pass();
  expect(await shops.sizes()).toEqual({ M: 4, Medium: 7 });
  expect(shops.problems).toMatchObject([{ code: 'level_refused', count: 1 }]);
  expect(shops.problems[0]?.message).toMatch(/RN-M: variant \d+:\d+ is RN-Medium now, and \d+:\d+ is RN-M/);
});

test('W1: where ids are given anew over a choice that was renamed, nothing is written to what nobody knows', async () => {
  const shops = await Knitwear.begun();
  shops.sandbox.standIn('mijnwebwinkel')?.change({ variantIds: 'new' });
  await shops.rename('M', 'Medium');
  await shops.master('RN-M', 6);
  await shops.master('RN-S', 5);
  await shops.pass();
  expect(await shops.sizes()).toEqual({ S: 5, Medium: 7 });
});

test('W2: what the shop has sold since it was read is not put back', async () => {
  const shops = await Knitwear.begun();
  await shops.master('RN-S', 9);
  const calls: string[] = [];
  let soldAt = 0;
  shops.interfere = async (call) => {
    if (!call.includes(' mijnwebwinkel ')) return;
    calls.push(call);
    const readings = calls.filter((each) => /^GET .*\/v1\/articles\/\d+$/.test(each)).length;
    if (readings !== 2 || soldAt > 0) return;
    // A sale between the reading that was decided by and the one just before the writing.
    soldAt = calls.length;
    await shops.control('mijnwebwinkel', 'PUT', '/stock/RN-S', { pieces: 3 });
  };
  await shops.live(6 * minuteMs);
  expect(soldAt).toBeGreaterThan(0);
  // It is read and decided anew.
  expect(calls[soldAt]).toMatch(/^GET /);
});
