import { describe, expect, test } from 'vitest';
import { mijnwebwinkel } from '../../../src/connectors/mijnwebwinkel/index.ts';
import { stock } from '../../../src/flows/stock/index.ts';
import { stockSettings } from '../../../src/flows/stock/settings.ts';
import { Between } from './between.ts';

type Settings = NonNullable<NonNullable<ConstructorParameters<typeof Between>[0]>['settings']>;

/** What is written of one level, with 99 standing there. */
async function written(
  settings: Settings,
  row: Parameters<Between['master']['has']>[2] = {},
  more: ConstructorParameters<typeof Between>[0] = {},
): Promise<string[]> {
  const between = new Between({ settings, ...more });
  between.master.has('MOK', 10, row);
  between.shop.has('MOK', 99);
  await between.run();
  return between.shop.written;
}

describe('quantity', () => {
  const row = { onHand: '10', reserved: '3', available: '8', incoming: '5' };

  test('is what is on hand less what is reserved', async () => {
    expect(await written({}, row)).toEqual(['MOK 7']);
  });

  test('is what the system calls available where it tells one of both only', async () => {
    expect(await written({}, { onHand: '10', available: '8' })).toEqual(['MOK 8']);
  });

  test('can be what is on hand', async () => {
    expect(await written({ quantity: 'onHand' }, row)).toEqual(['MOK 10']);
  });

  test('can be with what comes in', async () => {
    expect(await written({ quantity: 'availableAndIncoming' }, row)).toEqual(['MOK 12']);
  });

  test.each(['onHand', 'availableAndIncoming'] as const)(
    '%s that is not told is not zero',
    async (quantity) => {
      const between = new Between({ settings: { quantity } });
      between.master.has('MOK', 10);
      between.shop.has('MOK', 99);
      between.know('MOK', '99');
      await between.run();
      expect(between.shop.written).toEqual([]);
      expect(between.level('MOK')).toMatchObject({
        state: 'unplaced',
        quantity: '99',
        problem: { code: 'level_unread', params: { quantity } },
      });
    },
  );

  test('may be a part of a piece', async () => {
    expect(await written({}, { available: '2.50' })).toEqual(['MOK 2.5']);
  });

  test('equals the same number in another form', async () => {
    const between = new Between();
    between.master.has('MOK', '99.0');
    between.shop.has('MOK', 99);
    await between.run();
    expect(between.shop.written).toEqual([]);
  });
});

describe('safetyStock', () => {
  test('is taken off', async () => {
    expect(await written({ safetyStock: '2' })).toEqual(['MOK 8']);
  });

  test('never makes it less than nothing', async () => {
    expect(await written({ safetyStock: '12' })).toEqual(['MOK 0']);
  });
});

describe('negative', () => {
  test('lets a level go below zero where the target takes it', async () => {
    expect(await written({ safetyStock: '12', negative: true }, {}, { negative: true })).toEqual(['MOK -2']);
  });

  test('is refused, and without effect, where it does not', async () => {
    const settings = { safetyStock: '12', negative: true };
    expect(await written(settings)).toEqual(['MOK 0']);
    const shop = new Between().shop.connector();
    expect(stock.check(stockSettings.parse(settings), {}, shop)).toMatchObject([
      { path: ['settings', 'negative'], message: 'must be false: Shop takes no level below zero' },
    ]);
  });
});

describe('manage', () => {
  async function between(manage: 'keep' | 'on' | 'off', source: boolean, target: boolean) {
    const made = new Between({ settings: { manage } });
    made.master.has('MOK', 0, { managed: source, ...(source ? {} : { available: undefined }) });
    made.shop.has('MOK', 5, 't-MOK', target);
    await made.run();
    return {
      written: made.shop.lists.flat(),
      level: made.level('MOK'),
      article: made.shop.article('t-MOK'),
      made,
    };
  }

  test.each(['keep', 'off'] as const)('%s leaves what the target does not count', async (manage) => {
    const { written, level } = await between(manage, true, false);
    expect(written).toEqual([]);
    expect(level).toMatchObject({ state: 'uncounted', quantity: null });
  });

  test.each(['keep', 'off'] as const)(
    '%s counts what Koppel made there, from its first number on; what the merchant does then stays',
    async (manage) => {
      const between = new Between({ settings: { manage } });
      between.master.has('MOK', 3, { managed: true });
      await between.run();
      between.shop.has('MOK', 0, 't-MOK', false);
      between.made.add('t-MOK');
      await between.run(undefined, { asked: true });
      expect(between.shop.article('t-MOK')).toMatchObject({ managed: true, number: 3 });
      between.shop.has('MOK', 3, 't-MOK', false);
      between.master.has('MOK', 2, { managed: true });
      await between.run();
      expect(between.shop.article('t-MOK')).toMatchObject({ managed: false });
      expect(between.level('MOK')).toMatchObject({ state: 'uncounted' });
    },
  );

  test('keep leaves what Koppel made uncounted where the source does not count it either', async () => {
    const between = new Between();
    between.master.has('MOK', 0, { managed: false, available: undefined });
    between.shop.has('MOK', 0, 't-MOK', false);
    between.made.add('t-MOK');
    await between.run();
    expect(between.shop.lists).toEqual([]);
  });

  test('on has the target count it, with its number', async () => {
    const { written, level, article } = await between('on', true, false);
    expect(written).toMatchObject([{ quantity: '0', managed: true }]);
    expect(level).toMatchObject({ state: 'written', quantity: '0' });
    expect(article).toMatchObject({ managed: true, number: 0 });
  });

  test('on says nothing of counting where the target counts', async () => {
    const { written } = await between('on', true, true);
    expect(written.map((change) => Object.hasOwn(change, 'managed'))).toEqual([false]);
  });

  test.each(['keep', 'on'] as const)(
    '%s writes nothing of what the source does not count',
    async (manage) => {
      const { written, level } = await between(manage, false, true);
      expect(written).toEqual([]);
      expect(level).toMatchObject({ state: 'uncounted', quantity: null });
    },
  );

  test('off has the target not count it either, once', async () => {
    const { written, level, article, made } = await between('off', false, true);
    expect(written).toMatchObject([{ quantity: '5', managed: false }]);
    expect(level).toMatchObject({ state: 'uncounted', quantity: null });
    expect(article).toMatchObject({ managed: false, number: 5 });
    await made.run();
    expect(made.shop.lists.length).toBe(1);
  });
});

describe('factor', () => {
  test('makes boxes of pieces, rounded down, by mapping over the level', async () => {
    const mapping = { factor: "level.sku = 'MOK' ? 4 : 1" };
    expect(await written({}, {}, { mapping })).toEqual(['MOK 2']);
  });

  test('can be the same for all', async () => {
    expect(await written({ fixed: { factor: 3 } })).toEqual(['MOK 3']);
  });

  test('comes after the safety stock, and before what the target has sold in its own pieces', async () => {
    const between = new Between({ settings: { safetyStock: '1', fixed: { factor: 3 } } });
    between.master.has('MOK', 12);
    between.shop.has('MOK', 99);
    between.shop.sell('MOK', 1);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 2']);
  });

  test('that is none sets its level aside, and no other', async () => {
    const between = new Between({ mapping: { factor: "level.sku = 'MOK' ? 0 : 1" } });
    between.master.has('MOK', 10);
    between.master.has('PEN', 4);
    between.shop.has('MOK', 1);
    between.shop.has('PEN', 1);
    await between.run();
    expect(between.shop.written).toEqual(['PEN 4']);
    expect(between.level('MOK')).toMatchObject({ state: 'refused', problem: { code: 'mapping_failed' } });
    between.mapping = {};
    await between.run();
    expect(between.shop.written).toEqual(['PEN 4', 'MOK 10']);
  });
});

describe('sourceLocations and targetLocation (S7)', () => {
  const row = (location: string, available: string) => ({
    sku: 'MOK',
    productId: 'MOK',
    location,
    available,
  });

  test('are added up, and written at one place', async () => {
    const between = new Between({ settings: { sourceLocations: ['A', 'B'], targetLocation: '57' } });
    between.master.rows.set('MOK', [row('A', '4'), row('B', '9'), row('C', '50')]);
    between.shop.has('MOK', 3);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 13']);
    expect(new Set(between.shop.places)).toEqual(new Set(['57']));
    expect(between.master.reads).toEqual(['MOK @ A,B']);
  });

  test('are all that the shop sells from when left out', async () => {
    const between = new Between();
    between.master.has('MOK', 4);
    between.shop.has('MOK', 3);
    await between.run();
    expect(between.master.reads).toEqual(['MOK @ all']);
    expect(new Set(between.shop.places)).toEqual(new Set([null]));
  });

  test('a place that does not tell its number leaves the level alone', async () => {
    const between = new Between({ settings: { sourceLocations: ['A', 'B'] } });
    between.master.rows.set('MOK', [row('A', '4'), { sku: 'MOK', productId: 'MOK', location: 'B' }]);
    between.shop.has('MOK', 13);
    await between.run();
    expect(between.shop.written).toEqual([]);
    expect(between.level('MOK')).toMatchObject({ problem: { code: 'level_unread' } });
  });
});

describe('unknown', () => {
  test.each(['ignore', 'park'] as const)(
    '%s: a SKU that the target lacks holds nothing up',
    async (unknown) => {
      const between = new Between({ settings: { unknown } });
      between.master.has('MOK', 10);
      between.master.has('PEN', 4);
      between.shop.has('PEN', 1);
      const [report] = await between.run();
      expect(between.shop.written).toEqual(['PEN 4']);
      expect(report?.problem).toBeNull();
      const level = between.level('MOK');
      expect(level).toMatchObject({ state: 'unknown', targetId: null });
      const problem = { kind: 'rejected', code: 'sku_unknown', params: { system: 'Shop' } };
      if (unknown === 'park') expect(level?.problem).toMatchObject(problem);
      else expect(level?.problem).toBeUndefined();
      const [again] = await between.run();
      expect(again?.levels.length).toBe(unknown === 'park' ? 1 : 0);
    },
  );
});

describe('the schema', () => {
  test.each([
    { quantity: 'all' },
    { safetyStock: '-1' },
    { safetyStock: 2 },
    { sourceLocations: [] },
    { sourceLocations: ['A', 'A'] },
    { targetLocation: '' },
    { verify: '1d' },
    { verify: '0h' },
    { location: 'A' },
  ])('refuses %j', (settings) => {
    expect(stockSettings.safeParse(settings).success).toBe(false);
  });

  test.each(['24h', '90m', 'off'])('verify may be %s', (verify) => {
    expect(stockSettings.parse({ verify }).verify).toBe(verify);
  });

  test('has a default for all that is not a choice of places', () => {
    expect(stockSettings.parse({})).toEqual({
      quantity: 'available',
      safetyStock: '0',
      negative: false,
      manage: 'keep',
      unknown: 'ignore',
      verify: '24h',
      fixed: {},
    });
  });
});

describe('check', () => {
  const check = (mapping: Record<string, string>, fixed = {}) =>
    stock.check(stockSettings.parse({ fixed }), mapping, new Between().shop.connector());

  test('takes a factor over the level', () => {
    expect(check({ factor: '$number(level.onHand) > 5 ? 2 : 1' }, { factor: 12 })).toEqual([]);
  });

  test('refuses another field, a name that there is not, and a factor of nothing', () => {
    expect(check({ price: '1' }).map(({ path }) => path)).toEqual([['mapping', 'price']]);
    expect(check({ factor: 'level.pieces' }).map(({ path }) => path)).toEqual([['mapping', 'factor']]);
    expect(check({}, { factor: 0 }).map(({ path }) => path)).toEqual([['settings', 'fixed', 'factor']]);
  });
});

test('both ends must be able to', () => {
  const { master, shop } = new Between();
  expect(stock.supports(master.connector(), shop.connector())).toBe(true);
  expect(stock.supports(shop.connector(), master.connector())).toBe(false);
  expect(stock.batchSize(new Between({ batchSize: 7 }).shop.connector())).toBe(7);
  expect(stock.inTurn(shop.connector())).toBe(false);
  expect(stock.inTurn(mijnwebwinkel)).toBe(true);
  expect(stock.targetFields(shop.connector())).toEqual(['factor']);
});
