import { describe, expect, test } from 'vitest';
import { problem } from '../../../src/records/problem.ts';
import { Between } from './between.ts';
import { away, unreadable } from './master.ts';

/** Levels of so many SKUs: `P001` with 1, and so on; 99 stands of each in the shop. */
function many(count: number, given: ConstructorParameters<typeof Between>[0] = {}): Between {
  const between = new Between(given);
  for (let index = 1; index <= count; index++) {
    const sku = `P${String(index).padStart(3, '0')}`;
    between.master.has(sku, index);
    between.shop.has(sku, 999);
  }
  return between;
}

describe('what is not known is not zero (S3)', () => {
  test('nothing is written of a chunk that could not be read; the rest is', async () => {
    const between = many(5);
    between.master.readSize = 1;
    between.master.failing.set('P003', away());
    const reports = await between.run();
    expect(between.shop.written).toEqual(['P001 1', 'P002 2', 'P004 4', 'P005 5']);
    expect(reports.map((report) => report.problem?.code ?? null)).toEqual([
      null,
      null,
      'timed_out',
      null,
      null,
    ]);
  });

  test('a source that is away as a whole fails the batch', async () => {
    const between = many(2);
    for (const key of ['P001', 'P002']) between.master.failing.set(key, away());
    expect(await between.problem()).toMatchObject({ kind: 'retry', code: 'timed_out' });
    expect(between.shop.lists).toEqual([]);
  });

  test('a record that cannot be read is found among a hundred, and named alone', async () => {
    const between = many(50);
    between.master.failing.set('P017', unreadable());
    const reports = await between.run();
    expect(between.shop.written.length).toBe(49);
    expect(reports.filter((report) => report.problem !== null).map(({ key }) => key)).toEqual(['P017']);
    expect(between.master.reads.length).toBeLessThan(15);
  });

  test('what is about the source as a whole is thrown as it is', async () => {
    const between = many(2);
    between.master.failing.set(
      'P001',
      problem('auth', 'credentials_refused', { system: 'Master', status: 401 }),
    );
    expect(await between.problem()).toMatchObject({ kind: 'auth' });
  });

  test('SKUs without a level at the chosen place are left alone and told as that', async () => {
    const between = new Between({ settings: { sourceLocations: ['A'] } });
    for (let index = 0; index < 40; index++) {
      const sku = `P${index}`;
      const location = index < 12 ? 'B' : 'A';
      between.master.rows.set(sku, [{ sku, productId: sku, location, available: '4' }]);
      between.shop.has(sku, 9);
    }
    await between.run();
    expect(between.shop.written.length).toBe(28);
    const states = [...between.levels.values()].flatMap((levels) =>
      [...levels.values()].map(({ state }) => state),
    );
    expect(states.filter((state) => state === 'unplaced').length).toBe(12);
    expect(between.shop.article('t-P0').number).toBe(9);
    const reads = between.master.reads.length;
    await between.run();
    expect(between.master.reads.length).toBe(reads + 1);
  });

  test('one place of two that keeps it is all there is of it', async () => {
    const between = new Between({ settings: { sourceLocations: ['A', 'B'] } });
    between.master.rows.set('MOK', [{ sku: 'MOK', productId: 'MOK', location: 'A', available: '4' }]);
    between.shop.has('MOK', 9);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 4']);
  });

  test('a level that was taken from the place keeps its number in the target', async () => {
    const between = new Between({ settings: { sourceLocations: ['A'] } });
    between.master.rows.set('MOK', [{ sku: 'MOK', productId: 'MOK', location: 'B', available: '4' }]);
    between.shop.has('MOK', 9);
    between.know('MOK', '9');
    await between.run();
    expect(between.shop.written).toEqual([]);
    expect(between.level('MOK')).toMatchObject({ state: 'unplaced', quantity: '9' });
  });
});

describe('one that is refused (S4)', () => {
  test("stands alone with the system's words, and is not sent again until its number changes", async () => {
    const between = many(250, { batchSize: 250 });
    between.master.readSize = 250;
    between.shop.refusing.set('P071', {
      kind: 'refused',
      refusal: { said: 'is part of a bundle', systemCode: 'NON_MUTABLE' },
    });
    const reports = await between.run();
    expect(between.shop.lists.length).toBe(1);
    expect(reports.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(between.level('P071')).toMatchObject({
      state: 'refused',
      quantity: '71',
      problem: {
        kind: 'rejected',
        code: 'level_refused',
        params: { system: 'Shop', said: 'is part of a bundle', systemCode: 'NON_MUTABLE' },
      },
    });
    await between.run();
    expect(between.shop.lists.length).toBe(1);
    between.master.has('P071', 70);
    await between.run();
    expect(between.shop.lists.map((list) => list.length)).toEqual([250, 1]);
  });

  test('is sent again where a person asks for it', async () => {
    const between = many(1);
    between.shop.refusing.set('P001', { kind: 'refused', refusal: { said: 'no' } });
    await between.run();
    between.shop.refusing.clear();
    await between.run(['P001'], { asked: true });
    expect(between.shop.written).toEqual(['P001 1', 'P001 1']);
    expect(between.level('P001')).toMatchObject({ state: 'written', quantity: '1' });
    expect(between.level('P001')?.problem).toBeUndefined();
  });

  test('is done where somebody entered the number there', async () => {
    const between = many(1);
    between.shop.refusing.set('P001', { kind: 'refused', refusal: { said: 'no' } });
    await between.run();
    between.shop.article('t-P001').number = 1;
    await between.run();
    expect(between.shop.lists.length).toBe(1);
    expect(between.level('P001')).toMatchObject({ state: 'written' });
  });

  test('waits where the system only is busy with it', async () => {
    const between = many(1);
    const refusal = { said: 'row is locked', kind: 'retry', retryAfterMs: 5_000 } as const;
    between.shop.refusing.set('P001', { kind: 'refused', refusal });
    const [report] = await between.run();
    expect(report?.problem).toMatchObject({
      kind: 'retry',
      code: 'level_refused',
      connection: 'shop',
      retryAt: Date.parse('2026-03-02T12:00:05Z'),
    });
    expect(between.level('P001')).toBeUndefined();
  });
});

describe('what is not counted (S5)', () => {
  test('stays so, and what sells beyond zero gets its zero', async () => {
    const between = new Between();
    for (const sku of ['A', 'B', 'C', 'D']) between.master.has(sku, 0);
    for (const sku of ['A', 'B', 'C']) between.shop.has(sku, 0, `t-${sku}`, false);
    between.shop.has('D', 3);
    await between.run();
    expect(between.shop.lists).toMatchObject([[{ sku: 'D', quantity: '0' }]]);
    expect(['A', 'B', 'C'].map((sku) => between.level(sku)?.state)).toEqual(Array(3).fill('uncounted'));
  });
});

describe('goods that come back (S6)', () => {
  const asleep = { code: 'parent_asleep', params: { system: 'Shop', parent: 'RN-100' } };

  async function cameBack(): Promise<Between> {
    const between = new Between();
    between.master.has('RN-L', 5);
    between.master.has('MOK', 7);
    between.shop.has('RN-L', 0);
    between.shop.has('MOK', 3);
    between.shop.asleep = new Map([['RN-L', 'RN-100']]);
    await between.run();
    return between;
  }

  test('a parent that stays sold out is named, until it is for sale again', async () => {
    const between = await cameBack();
    expect(between.level('RN-L')).toMatchObject({ state: 'written', quantity: '5', problem: asleep });
    expect(between.shop.askedAsleep).toEqual([1]);
    between.master.has('RN-L', 6);
    await between.run();
    expect(between.level('RN-L')).toMatchObject({ quantity: '6', problem: asleep });
    between.shop.asleep = new Map();
    await between.run(['RN-L'], { asked: true });
    expect(between.level('RN-L')?.problem).toBeUndefined();
  });

  test('a look at all levels finds a parent that fell asleep by itself', async () => {
    const between = await cameBack();
    between.shop.asleep = new Map([['MOK', 'MOKKEN']]);
    await between.run(['RN-L', 'MOK'], { asked: true });
    expect(between.level('MOK')).toMatchObject({
      state: 'written',
      problem: { params: { parent: 'MOKKEN' } },
    });
    expect(between.level('RN-L')?.problem).toBeUndefined();
  });

  test('that nobody tells holds up no level, and what was told stays', async () => {
    const between = await cameBack();
    between.shop.asleep = problem('rejected', 'refused', { system: 'Shop', status: 400 });
    between.master.has('RN-L', 6);
    between.master.has('MOK', 0);
    expect((await between.run()).map((each) => each.problem)).toEqual([null, null]);
    expect(between.level('RN-L')).toMatchObject({ state: 'written', quantity: '6', problem: asleep });
    expect(between.shop.written.slice(-2).toSorted()).toEqual(['MOK 0', 'RN-L 6']);
  });

  test('that the calls of a run do not suffice for is asked again by the next', async () => {
    const between = await cameBack();
    between.master.has('MOK', 0);
    await between.run();
    between.shop.asleep = problem('wait', 'run_spent', {});
    between.master.has('MOK', 4);
    const [report] = await between.run(['MOK']);
    expect(report).toMatchObject({ levels: [], problem: { kind: 'retry', code: 'run_spent' } });
    expect(between.shop.salable('MOK')).toBe(4);
    between.shop.asleep = new Map([['MOK', 'MOKKEN']]);
    await between.run(['MOK']);
    expect(between.level('MOK')).toMatchObject({ quantity: '4', problem: { params: { parent: 'MOKKEN' } } });
    expect(between.shop.written.filter((each) => each === 'MOK 4')).toHaveLength(1);
  });
});
