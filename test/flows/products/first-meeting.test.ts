import { describe, expect, test } from 'vitest';
import { FakeShop, gross, net } from './fake-shop.ts';
import { World } from './world.ts';

describe('a product that the target does not have', () => {
  test('is made with all its parts, once', async () => {
    const world = new World();
    const { from, to } = world;
    const { id } = from.put({
      sku: 'MOK',
      fields: { description: '<p>Blue</p>', gtin: '0087', weightKg: '0.35', listPrice: '14.95' },
      pictures: [from.picture('one'), from.picture('two')],
    });
    expect(await world.code(id)).toBe('created');
    const [made] = to.bySku('MOK');
    expect(made?.fields).toMatchObject({ name: 'Product MOK', description: '<p>Blue</p>', gtin: '0087' });
    expect(made?.pictures).toHaveLength(2);
    expect(await world.code(id)).toBe('nothing_new');
    expect(await world.code(id, true)).toBe('nothing_new');
    expect(to.writes).toHaveLength(1);
  });

  test('is told to the object before, once for the batch', async () => {
    const world = new World();
    const keys = ['A', 'B', 'C'].map((sku) => world.from.put({ sku }).id);
    await world.run(keys);
    expect(world.intended).toEqual([keys]);
    await world.run(keys);
    expect(world.intended).toHaveLength(1);
  });

  test('is found again after a lost answer, and not made twice', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'MOK', pictures: [world.from.picture('one')] });
    world.to.losesAnswer = true;
    expect(await world.outcome(id)).toMatchObject({ kind: 'problem', problem: { kind: 'outcome-unknown' } });
    expect(await world.code(id)).toBe('created');
    expect(world.to.products.size).toBe(1);
    expect(world.link(id).facts.made).toBe(true);
    expect(world.to.bySku('MOK')[0]?.pictures).toHaveLength(1);
  });

  test('is completed when it was cut off after the first call, whatever "update" says', async () => {
    const world = new World({ settings: { update: false, fields: { description: 'createOnly' } } });
    const { from, to } = world;
    const { id } = from.put({
      sku: 'TS',
      fields: { description: 'x' },
      options: [{ name: 'Size', values: ['S', 'M'] }],
      variants: [from.variant('TS-S', { Size: 'S' }), from.variant('TS-M', { Size: 'M' })],
      pictures: [from.picture('one')],
    });
    to.diesAfterFirstCall = true;
    await world.run([id]);
    await world.run([id]);
    const [made] = to.bySku('TS');
    expect(made?.variants.map(({ sku }) => sku)).toEqual(['TS-S', 'TS-M']);
    expect(made?.pictures).toHaveLength(1);
    const { writes } = to;
    await world.run([id]);
    expect(to.writes).toEqual(writes);
  });

  test('is read in bulk: a batch of ten takes one call of each kind', async () => {
    const world = new World();
    const keys = Array.from({ length: 10 }, (_, index) => world.from.put({ sku: `N-${index}` }).id);
    await world.run(keys);
    expect(world.from.calls).toEqual(['readMany 10', expect.stringMatching(/^findInSource/)]);
    expect(world.to.calls.filter((call) => !call.startsWith('create'))).toEqual(['find 10']);
    world.to.calls.length = 0;
    await world.run(keys);
    expect(world.to.calls).toEqual([]);
    for (const key of keys) world.from.get(key).fields.name = 'New';
    await world.run(keys);
    expect(world.to.calls.filter((call) => !call.startsWith('update'))).toEqual(['getMany 10']);
  });
});

describe('a product that the target has already', () => {
  test('is adopted by its SKU and updated, never made again', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'mok', fields: { name: 'Mok' } });
    const there = world.to.put({ sku: 'MOK ', fields: { name: 'Beker', brand: 'Tichelaar' } });
    expect(await world.outcome(id)).toMatchObject({
      kind: 'done',
      targetId: there.id,
      reason: { code: 'adopted' },
    });
    expect(world.to.products.size).toBe(1);
    expect(there.fields).toMatchObject({ name: 'Mok', brand: 'Tichelaar' });
    expect(world.link(id).facts.made).toBeUndefined();
  });

  test('is linked and left as it is without "update"', async () => {
    const world = new World({ settings: { update: false } });
    const { id } = world.from.put({ sku: 'MOK', fields: { name: 'Mok' } });
    const there = world.to.put({ sku: 'MOK', fields: { name: 'Beker' } });
    await world.run();
    world.from.get(id).fields.name = 'Mok, blue';
    await world.run();
    expect(world.to.writes).toEqual([]);
    expect(there.fields.name).toBe('Beker');
    world.forth.settings = { ...world.forth.settings, update: true };
    await world.run();
    expect(there.fields.name).toBe('Mok, blue');
  });

  test('is known by its variants where the product itself has no SKU there', async () => {
    const world = new World({ to: new FakeShop('b', gross) });
    const { from, to } = world;
    const { id } = from.put({ sku: 'TS', variants: [from.variant('TS-S', { Size: 'S' })] });
    const there = to.put({ sku: '', variants: [to.variant('TS-S', { Size: 'S' })] });
    expect(await world.outcome(id)).toMatchObject({ targetId: there.id });
    expect(there.variants).toHaveLength(1);
  });

  test('is known by its variants where the product itself has no SKU at the source, whose SKU there stays', async () => {
    const world = new World({ to: new FakeShop('b', gross) });
    const { from, to } = world;
    const { id } = from.put({ sku: '', variants: [from.variant('TS-S', { Size: 'S' })] });
    const there = to.put({ sku: 'TS', variants: [to.variant('TS-S', { Size: 'S' })] });
    expect(await world.outcome(id)).toMatchObject({ targetId: there.id });
    expect([there.fields.sku, there.variants.length]).toEqual(['TS', 1]);
  });

  test('is made once of variants alone, under the id that it has at the source', async () => {
    const world = new World({ to: new FakeShop('b', gross) });
    const { from, to } = world;
    const { id } = from.put({ sku: '', variants: [from.variant('TS-S', { Size: 'S' })] });
    expect(await world.outcome(id)).toMatchObject({ kind: 'done', reason: { code: 'created' } });
    expect([...to.products.values()].map(({ fields }) => fields.sku)).toEqual([id]);
    const writes = to.writes.length;
    await world.run();
    expect([to.products.size, to.writes.length]).toEqual([1, writes]);
  });

  test('keeps its pictures: those of the source are not sent beside them, only newer ones', async () => {
    const world = new World();
    const { from, to } = world;
    const { id } = from.put({ sku: 'MOK', pictures: [from.picture('one')] });
    const there = to.put({ sku: 'MOK', pictures: [to.picture('own')] });
    await world.run();
    expect(there.pictures.map(({ version }) => version)).toEqual(['own']);
    from.get(id).pictures.push(from.picture('two'));
    await world.run();
    expect(there.pictures).toHaveLength(2);
  });

  test('keeps them also where pictures are followed only later', async () => {
    for (const settings of [{ update: false }, { images: 'none' }] as const) {
      const world = new World({ settings });
      const { from, to } = world;
      from.put({ sku: 'MOK', pictures: [from.picture('one')] });
      const there = to.put({ sku: 'MOK', pictures: [to.picture('own')] });
      await world.run();
      Object.assign(world.forth.settings, { update: true, images: 'all' });
      await world.run();
      expect(there.pictures.map(({ version }) => version)).toEqual(['own']);
    }
  });

  test('and "create: false" makes none', async () => {
    const world = new World({ settings: { create: false } });
    const { id } = world.from.put({ sku: 'MOK' });
    expect(await world.code(id)).toBe('not_created');
    expect(world.to.products.size).toBe(0);
  });
});

describe('what cannot be carried', () => {
  test('is skipped with its reason', async () => {
    const world = new World();
    const bundle = world.from.put({ sku: 'SET', fields: { unsupported: 'bundle' } });
    expect(await world.outcome(bundle.id)).toMatchObject({
      kind: 'skipped',
      reason: { code: 'unsupported', params: { why: 'bundle' } },
    });
  });

  test.each([
    ['skip', 'skipped'],
    ['park', 'problem'],
  ] as const)('a product without a SKU, with "%s"', async (withoutSku, kind) => {
    const world = new World({ settings: { withoutSku } });
    const { id } = world.from.put({ sku: ' ' });
    expect(await world.outcome(id)).toMatchObject({ kind });
    expect(await world.code(id)).toBe('sku_missing');
  });

  test('one whose variants have none either', async () => {
    const world = new World({ to: new FakeShop('b', gross) });
    const { id } = world.from.put({ sku: '', variants: [world.from.variant('', { Size: 'S' })] });
    expect(await world.code(id)).toBe('sku_missing');
  });

  test('one that cannot be read, or is refused, does not stop the others', async () => {
    const world = new World({ to: new FakeShop('b', net) });
    const [bad, refused, good] = ['X', 'Y', 'Z'].map((sku) => world.from.put({ sku }).id);
    world.from.unreadable.add(bad ?? '');
    world.to.refuses.add('Y');
    const reports = await world.run();
    expect(reports.map(({ key, outcome }) => [key, outcome.kind])).toEqual([
      [bad, 'problem'],
      [refused, 'problem'],
      [good, 'done'],
    ]);
  });
});

describe('a list that does not know yet of what was made just now', () => {
  test('makes no second product of one in the target, not even when a person asks', async () => {
    const world = new World();
    const source = world.from.put({ sku: 'MOK' });
    await world.run();
    world.to.unlisted.add(world.link(source.id).targetId);
    source.fields.name = 'Theemok';
    expect(await world.code(source.id, true)).toBe('updated');
    expect(world.to.products.size).toBe(1);
  });

  test('makes nothing gone of one in the source', async () => {
    const world = new World();
    const source = world.from.put({ sku: 'MOK' });
    world.from.unlisted.add(source.id);
    expect(await world.code(source.id)).toBe('created');
  });
});
