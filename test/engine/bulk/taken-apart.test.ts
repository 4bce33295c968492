/** A product that is taken apart: whatever becomes of the calls that make its parts, each of them is made once. */
import { describe, expect, test } from 'vitest';
import { partnerToken, storeToken } from '../../../sandbox/mijnwebwinkel/settings.ts';
import { minuteMs, secondMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const sizes = ['S', 'M', 'L'] as const;
const isCreate = /^POST \S*\/articles$/;
const all = sizes.map((size) => `TS-${size}: Shirt, ${size}`);

/** A shirt of three sizes in an Ecwid, which becomes three articles of a MijnWebwinkel. */
class Shirts extends PlayedSystems {
  #shirt = '';

  static async begun(): Promise<Shirts> {
    const shirts = new Shirts(hosts);
    const product = { name: 'Shirt', sku: 'TS', price: '12.10', pieces: 0 };
    shirts.#shirt = (await shirts.control<{ id: string }>('ecwid', 'POST', '/products', product)).id;
    for (const size of sizes) {
      const variant = { sku: `TS-${size}`, options: { Size: size }, pieces: 1 };
      await shirts.control('ecwid', 'POST', `/products/${shirts.#shirt}/variants`, variant);
    }
    await shirts.configured({
      name: 'Shirts',
      connections: {
        shop: { connector: 'ecwid', credentials: credentials.ecwid },
        other: { connector: 'mijnwebwinkel', credentials: credentials.mijnwebwinkel },
      },
      flows: [{ flow: 'products', from: 'shop', to: 'other', every: '5m' }],
    });
    shirts.integration.sync('products', { since: '2000-01-01' });
    return shirts;
  }

  /** All that the target has, as `SKU: name`, in the order of the sizes. */
  async articles(): Promise<readonly string[]> {
    const address = 'https://api.myonlinestore.com/v1/articles';
    const query = `token=${storeToken}&partner_token=${partnerToken}`;
    const answer = await this.sandbox.handle('mijnwebwinkel', new Request(`${address}?${query}`));
    const found = (await answer.json()) as { sku: string; name: string }[];
    const size = ({ name }: { name: string }) => sizes.findIndex((each) => name.endsWith(each));
    return found.toSorted((one, other) => size(one) - size(other)).map(({ sku, name }) => `${sku}: ${name}`);
  }

  /** The source corrects the SKU of a size. */
  async correct(size: string, sku: string): Promise<void> {
    const at = `/products/${this.#shirt}`;
    const { variants } = await this.control<{
      variants: { id: string; options: Record<string, string> }[];
    }>('ecwid', 'GET', at);
    const id = variants.find(({ options }) => options.Size === size)?.id;
    await this.control('ecwid', 'PATCH', `${at}/variants/${id}`, { sku });
  }

  /** What a create does that is not answered: the work of the first `done` is done in time, that of the next so much later. */
  late(nth: number, afterMs: number): void {
    let creates = 0;
    this.interfere = (call) => {
      if (!isCreate.test(call)) return;
      creates += 1;
      if (creates !== nth) return;
      this.sandbox.faults.add({
        ...{ system: 'mijnwebwinkel', method: 'POST', path: '/articles$', times: 1 },
        ...{ kind: 'late', answer: 'none', afterMs, ms: 60_000 },
      });
    };
  }

  get openTasks() {
    return this.tasks().filter(({ state }) => state !== 'done' && state !== 'skipped');
  }
}

/** Hits the n-th call to a system. */
function nth(n: number): Pick<RegExp, 'test'> {
  let calls = 0;
  return { test: (step) => /^[A-Z]+ \//.test(step) && ++calls === n };
}

async function expectAll(shirts: Shirts, wanted: readonly string[] = all): Promise<void> {
  expect(await shirts.articles()).toEqual(wanted);
  expect(shirts.openTasks).toEqual([]);
}

describe('a consumer that dies', () => {
  test('at any call leaves no part twice, and none unmade', async () => {
    for (const moment of ['before', 'after'] as const) {
      for (let call = 1; ; call++) {
        const shirts = await Shirts.begun();
        shirts.consumer.dieAt(nth(call), moment);
        await shirts.live(30 * minuteMs);
        if (shirts.consumer.deaths === 0) break;
        await expectAll(shirts);
      }
    }
  });

  test.each([1, 2, 3])('at create %i, whose SKU the source corrects before that is known', async (create) => {
    for (const moment of ['before', 'after'] as const) {
      for (const size of sizes) {
        const shirts = await Shirts.begun();
        let creates = 0;
        shirts.consumer.dieAt({ test: (step) => isCreate.test(step) && ++creates === create }, moment);
        await shirts.live(30 * secondMs);
        expect(shirts.consumer.deaths).toBe(1);
        await shirts.correct(size, `TS-${size}-N`);
        await shirts.live(40 * minuteMs);
        const corrected = all.map((each) => each.replace(`TS-${size}:`, `TS-${size}-N:`));
        await expectAll(shirts, corrected);
      }
    }
  });

  test.each([2, 5])('over a create that is done %i minutes later leaves it once', async (minutes) => {
    for (const create of [1, 2, 3]) {
      const shirts = await Shirts.begun();
      shirts.late(create, minutes * minuteMs);
      let creates = 0;
      const step = { test: (each: string) => isCreate.test(each) && ++creates === create };
      shirts.consumer.dieAt(step, 'during');
      await shirts.live(30 * minuteMs);
      expect(shirts.consumer.deaths).toBe(1);
      await expectAll(shirts);
    }
  });
});

describe('a create that is not answered', () => {
  test.each([1, 2, 3])('and was part %i of the product is not made again', async (create) => {
    for (const minutes of [0, 2, 5]) {
      const shirts = await Shirts.begun();
      shirts.late(create, minutes * minuteMs + 1);
      await shirts.live(30 * minuteMs);
      await expectAll(shirts);
    }
  });

  test('and whose SKU the source corrects meanwhile is found under the one it was sent with', async () => {
    for (const create of [1, 2, 3]) {
      const shirts = await Shirts.begun();
      shirts.late(create, 5 * minuteMs);
      await shirts.live(2 * minuteMs);
      const size = sizes[create - 1] ?? '';
      await shirts.correct(size, `TS-${size}-N`);
      await shirts.live(40 * minuteMs);
      const corrected = all.map((each) => each.replace(`TS-${size}:`, `TS-${size}-N:`));
      await expectAll(shirts, corrected);
    }
  });

  test('before the consumer that looks for it dies in turn leaves it once', async () => {
    for (let call = 1; ; call++) {
      const shirts = await Shirts.begun();
      shirts.late(2, 8 * minuteMs);
      await shirts.live(minuteMs);
      shirts.consumer.dieAt(nth(call), 'after');
      await shirts.live(40 * minuteMs);
      if (shirts.consumer.deaths === 0) break;
      await expectAll(shirts);
    }
  });
});
