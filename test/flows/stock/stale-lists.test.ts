/** A shop that reads its levels for a while as they were before a write: what Koppel has just written stands there all the same. */
import { describe, expect, test } from 'vitest';
import { Between } from './between.ts';
import { connectorOf } from './systems.ts';

const lagMs = connectorOf('shop', {}).searchDelayMs;

/** 9 stood in the shop, 5 was written just now, and 9 is still read. */
async function justWritten(given: ConstructorParameters<typeof Between>[0] = {}) {
  const between = new Between({ readsLists: true, ...given });
  between.master.has('A', 5);
  between.shop.has('A', 9);
  await between.run();
  between.shop.readAs.set('t-A', { sku: 'A', number: 9, managed: true });
  between.now += lagMs - 1;
  const becomes = (number: number) => {
    between.master.has('A', number);
    return between.run();
  };
  return { between, shop: between.shop, becomes };
}

describe.each(['net', 'physical'] as const)('a level that was just written (%s)', (counts) => {
  test('is written again where the source has by now what is still read there', async () => {
    const { shop, becomes } = await justWritten({ counts });
    await becomes(9);
    expect(shop.written).toEqual(['A 5', 'A 9']);
    expect(shop.article('t-A').number).toBe(9);
  });

  test('is nobody’s change by hand', async () => {
    const { between, shop, becomes } = await justWritten({ counts });
    await becomes(4);
    expect(shop.written).toEqual(['A 5', 'A 4']);
    expect(between.level('A')?.drift).toBeUndefined();
  });

  test('is nothing to compare with; what is read may as well be somebody’s, so it is looked at when lists have caught up', async () => {
    const { between, shop } = await justWritten({ counts });
    const [report] = await between.run(undefined, { isCompared: true });
    expect(report).toMatchObject({ levels: [], looksAgainAt: between.now + 1 });
    expect(shop.written).toEqual(['A 5']);
    shop.readAs.clear();
    expect((await between.run(undefined, { isCompared: true }))[0]).not.toHaveProperty('looksAgainAt');
  });

  test('is none where its number was only found right: what somebody sets then is mended', async () => {
    const { between, shop } = await justWritten({ counts });
    between.now += lagMs;
    shop.readAs.clear();
    // A sale lowers both.
    shop.article('t-A').number = 3;
    between.master.has('A', 3);
    await between.run();
    expect(between.level('A')?.quantity).toBe('3');
    shop.article('t-A').number = 10;
    between.now += 1;
    await between.run(undefined, { isCompared: true });
    expect(shop.written).toEqual(['A 5', 'A 3']);
    expect(between.level('A')?.drift).toBe('10');
  });

  test('is written anew where a person asks', async () => {
    const { between, shop } = await justWritten({ counts });
    await between.run(undefined, { asked: true });
    expect(shop.written).toEqual(['A 5', 'A 5']);
  });

  test('is what stands there once lists have caught up', async () => {
    const { between, shop } = await justWritten({ counts });
    between.now += 1;
    await between.run(undefined, { isCompared: true });
    expect(shop.written).toEqual(['A 5', 'A 5']);
    expect(between.level('A')?.drift).toBe('9');
  });
});

test('a level that came back at the source just after it went is written', async () => {
  const { between, shop, becomes } = await justWritten();
  between.master.rows.delete('A');
  await between.run(['A']);
  expect(shop.written).toEqual(['A 5', 'A 0']);
  shop.readAs.set('t-A', { sku: 'A', number: 5, managed: true });
  await becomes(5);
  expect(shop.written).toEqual(['A 5', 'A 0', 'A 5']);
});

test('what was written again, as it was sold meanwhile, was written just now too', async () => {
  const { between, shop, becomes } = await justWritten();
  between.now += lagMs;
  shop.readAs.clear();
  shop.article('t-A').number = 2;
  await between.run();
  shop.readAs.set('t-A', { sku: 'A', number: 2, managed: true });
  await becomes(2);
  expect(shop.written).toEqual(['A 5', 'A 5', 'A 2']);
});

test('what Koppel has just begun to count is counted, and stays so', async () => {
  const between = new Between({ readsLists: true });
  const { master, shop } = between;
  master.has('A', 5);
  shop.has('A', 0, 't-A', false);
  between.made.add('t-A');
  await between.run();
  shop.readAs.set('t-A', { sku: 'A', number: 0, managed: false });
  master.has('A', 4);
  await between.run();
  expect(shop.article('t-A')).toMatchObject({ number: 4, managed: true });
  expect(shop.lists.at(-1)?.map(({ standing }) => standing.managed)).toEqual([true]);
});

describe.each(['net', 'physical'] as const)(
  'a sale that the source’s list does not show yet (%s)',
  (counts) => {
    const unseen = [{ sku: 'A', quantity: '3' }];

    async function sold() {
      const between = new Between({ counts });
      between.master.has('A', 10);
      between.shop.has('A', 10);
      const sale = between.shop.sell('A', 3);
      await between.run();
      between.arrived.add(sale.id);
      return between;
    }

    test('raises no level, and is no sale twice once it does', async () => {
      const between = await sold();
      const { shop, master } = between;
      const salable = shop.salable('A');
      const written = [...shop.written];
      expect(salable).toBe(7);
      await between.run(undefined, { unseen });
      expect([shop.salable('A'), shop.written]).toEqual([salable, written]);
      master.has('A', 7);
      await between.run();
      expect([shop.salable('A'), shop.written]).toEqual([salable, written]);
    });

    test('lets a level fall', async () => {
      const between = await sold();
      between.master.has('A', 2);
      await between.run(undefined, { unseen });
      expect(between.shop.salable('A')).toBe(2);
    });

    test('holds back no more than was sold: what came in meanwhile is offered', async () => {
      const between = await sold();
      // Ten more, and the three that the list still shows.
      between.master.has('A', 20);
      await between.run(undefined, { unseen });
      expect(between.shop.salable('A')).toBe(17);
      between.master.has('A', 17);
      await between.run();
      expect(between.shop.salable('A')).toBe(17);
    });

    test('is none of another SKU of its product', async () => {
      const between = await sold();
      await between.run(undefined, { unseen: [{ sku: 'B', quantity: '3' }] });
      expect(between.shop.salable('A')).toBe(10);
    });
  },
);

test('a shop that tells each level at its own address is taken at its word', async () => {
  const between = new Between();
  const { master, shop } = between;
  master.has('A', 5);
  shop.has('A', 9);
  await between.run();
  shop.article('t-A').number = 4;
  await between.run(undefined, { isCompared: true });
  expect(between.level('A')?.drift).toBe('4');
});
