import { describe, expect, test } from 'vitest';
import { FakeShop, net } from './fake-shop.ts';
import { type Given, World } from './world.ts';

const minuteMs = 60_000;
const now = Date.parse('2026-03-02T12:00:00Z');

async function shirt(settings: Given = { variants: 'split' }, to = new FakeShop('b', net)) {
  const world = new World({ to, settings });
  const { from } = world;
  const pictures = [from.picture('A'), from.picture('B')];
  const source = from.put({
    sku: 'TS',
    fields: { name: 'Shirt', description: 'x' },
    options: [
      { name: 'Size', values: ['S', 'M'] },
      { name: 'Colour', values: ['blue'] },
    ],
    variants: [
      from.variant('TS-S', { Colour: 'blue', Size: 'S' }, { price: '24.20' }),
      from.variant('TS-M', { Colour: 'blue', Size: 'M' }, { image: pictures[1]?.id, gtin: '0087' }),
    ],
    pictures,
  });
  await world.run();
  const there = (sku: string) => to.bySku(sku)[0];
  return { world, source, there };
}

describe('"split" makes a product of every variant', () => {
  test('named after its options, with its own SKU, price and picture first', async () => {
    const { world, there } = await shirt();
    expect(
      [...world.to.products.values()].map(({ fields, kind }) => [
        fields.sku,
        fields.name,
        fields.price,
        kind,
      ]),
    ).toEqual([
      ['TS-S', 'Shirt, S, blue', '20', 'simple'],
      ['TS-M', 'Shirt, M, blue', '10', 'simple'],
    ]);
    expect(there('TS-M')?.fields).toMatchObject({ gtin: '0087', description: 'x' });
    expect(world.to.drafts.map(({ pictures }) => pictures.map(({ version }) => version))).toEqual([
      ['A', 'B'],
      ['B', 'A'],
    ]);
  });

  test('once, and writes only the one that changed', async () => {
    const { world, source, there } = await shirt();
    const ids = [there('TS-S')?.id, there('TS-M')?.id];
    expect(await world.code(source.id)).toBe('nothing_new');
    const [small] = source.variants;
    if (small) Object.assign(small, { sku: 'TS-SMALL', price: '12.10' });
    await world.run();
    expect(there('TS-SMALL')).toMatchObject({ id: ids[0], fields: { price: '10' } });
    expect(world.to.calls.filter((call) => call.startsWith('update'))).toEqual([`update ${ids[0]}`]);
    expect(world.to.products.size).toBe(2);
  });

  test('where the target has no variants, whatever is set', async () => {
    const { world } = await shirt({}, new FakeShop('b', { ...net, groups: false, maxVariants: 0 }));
    expect(world.to.products.size).toBe(2);
  });

  test('of one that is added; one that is gone stays, or is switched off, and comes back', async () => {
    for (const gone of ['keep', 'deactivate'] as const) {
      const { world, source, there } = await shirt({ variants: 'split', gone });
      const [small] = source.variants.splice(0, 1, world.from.variant('TS-L', { Size: 'L', Colour: 'blue' }));
      await world.run();
      expect(there('TS-L')?.fields.name).toBe('Shirt, L, blue');
      expect(there('TS-S')?.fields.active).toBe(gone === 'keep');
      if (small) source.variants.push(small);
      await world.run();
      expect(there('TS-S')?.fields.active).toBe(true);
      expect(world.to.products.size).toBe(3);
    }
  });

  test('and one that is gone is on again when it comes back, where the consumer died as it was switched off', async () => {
    const { world, source, there } = await shirt({ variants: 'split', gone: 'deactivate' });
    const variants = [...source.variants];
    source.variants.splice(0, 1);
    world.dies = true;
    await world.run();
    world.dies = false;
    expect(there('TS-S')?.fields.active).toBe(false);
    await world.run();
    source.variants.splice(0, 9, ...variants);
    await world.run();
    expect(there('TS-S')?.fields.active).toBe(true);
  });

  test('and one that is refused does not stop the others', async () => {
    const world = new World({ settings: { variants: 'split' } });
    const { from, to } = world;
    const variants = [from.variant('TS-S', { Size: 'S' }), from.variant('TS-M', { Size: 'M' })];
    const source = from.put({ sku: 'TS', variants });
    to.refuses.add('TS-S');
    expect(await world.outcome(source.id)).toMatchObject({ kind: 'problem', problem: { code: 'refused' } });
    expect(to.products.size).toBe(1);
    to.refuses.clear();
    expect(await world.code(source.id)).toBe('created');
    expect(to.products.size).toBe(2);
  });

  test('and one that was not answered is not made again as long as it may still come, whatever became of the others', async () => {
    const world = new World({ settings: { variants: 'split' } });
    const { from, to } = world;
    const source = from.put({ sku: 'TS', variants: [from.variant('TS-S', { Size: 'S' })] });
    await world.run();
    source.variants.push(from.variant('TS-M', { Size: 'M' }));
    to.losesAnswer = true;
    expect(await world.code(source.id)).toBe('outcome_unknown');
    const [late] = to.bySku('TS-M');
    to.unlisted.add(late?.id ?? '');
    expect(await world.outcome(source.id)).toMatchObject({
      problem: { kind: 'wait', code: 'outcome_unknown' },
    });
    to.unlisted.clear();
    expect(await world.code(source.id)).toBe('created');
    expect(to.products.size).toBe(2);
  });

  test('and one that a run died over is looked for by itself, whatever the next ones do to the others, and die over', async () => {
    const world = new World({ settings: { variants: 'split' } });
    const { from, to } = world;
    const variants = [from.variant('TS-S', { Size: 'S' }), from.variant('TS-M', { Size: 'M' })];
    const source = from.put({ sku: 'TS', variants });
    world.begunAt = now - 5 * minuteMs;
    world.dies = true;
    await world.run();
    const [late] = to.bySku('TS-M');
    to.products.delete(late?.id ?? '');
    source.variants.push(from.variant('TS-L', { Size: 'L' }));
    await world.run();
    world.dies = false;
    expect(await world.outcome(source.id)).toMatchObject({
      problem: { kind: 'wait', code: 'outcome_unknown', retryAt: now + 5 * minuteMs },
    });
    expect([...to.products.values()].map(({ fields }) => fields.sku)).toEqual(['TS-S', 'TS-L']);
    Object.assign(source.variants[1] ?? {}, { sku: 'TS-MEDIUM' });
    if (late !== undefined) to.products.set(late.id, late);
    await world.run();
    await world.run();
    expect([...to.products.values()].map(({ fields }) => fields.sku).toSorted()).toEqual([
      ...['TS-L', 'TS-MEDIUM', 'TS-S'],
    ]);
    world.now += 10 * minuteMs;
    await world.run();
    expect(await world.code(source.id)).toBe('nothing_new');
  });

  test('and one that was begun is waited for too where the source had it no longer for a while', async () => {
    const world = new World({ settings: { variants: 'split' } });
    const { from, to } = world;
    const variants = [from.variant('TS-S', { Size: 'S' }), from.variant('TS-M', { Size: 'M' })];
    const source = from.put({ sku: 'TS', variants });
    world.begunAt = now - 5 * minuteMs;
    world.dies = true;
    await world.run();
    world.dies = false;
    const [late] = to.bySku('TS-M');
    to.products.delete(late?.id ?? '');
    const [medium] = source.variants.splice(1);
    await world.run();
    expect([...to.products.values()].map(({ fields }) => fields.sku)).toEqual(['TS-S']);
    if (medium) source.variants.push(medium);
    expect(await world.outcome(source.id)).toMatchObject({
      problem: { kind: 'wait', code: 'outcome_unknown', retryAt: now + 5 * minuteMs },
    });
    expect(to.bySku('TS-M')).toEqual([]);
  });

  test('and what was begun in another shape, before the setting was changed, is waited for', async () => {
    for (const [before, after] of [
      ['group', 'split'],
      ['split', 'group'],
    ] as const) {
      const world = new World({ settings: { variants: before } });
      const { from, to } = world;
      const source = from.put({ sku: 'TS', variants: [from.variant('TS-S', { Size: 'S' })] });
      world.begunAt = now - minuteMs;
      world.dies = true;
      await world.run();
      world.dies = false;
      to.products.clear();
      world.forth.settings.variants = after;
      expect(await world.code(source.id)).toBe('outcome_unknown');
      world.begunAt = now - 10 * minuteMs;
      world.forth.told.add(source.id);
      expect(await world.code(source.id)).toBe('created');
    }
  });

  test('and what is gone as a whole is switched off as a whole', async () => {
    const { world, source } = await shirt({ variants: 'split', gone: 'deactivate' });
    world.from.products.clear();
    expect(await world.code(source.id)).toBe('deactivated');
    expect([...world.to.products.values()].map(({ fields }) => fields.active)).toEqual([false, false]);
    expect(await world.code(source.id)).toBe('no_longer_there');
  });

  test('and none of them comes back as a product of its own', async () => {
    const world = new World({ settings: { variants: 'split' } });
    world.bothWays = true;
    const { from } = world;
    from.put({ sku: 'TS', variants: [from.variant('TS-S', { Size: 'S' })] });
    await world.run();
    await world.runBack();
    expect(world.last.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'skipped', reason: { code: 'made_by_koppel' } },
    ]);
    expect(from.products.size).toBe(1);
  });
});

test('variants without a SKU are left out, or park their product', async () => {
  const world = new World({ settings: { variants: 'split' } });
  const { from } = world;
  const variants = [from.variant('', { Size: 'S' }), from.variant('TS-M', { Size: 'M' })];
  const { id } = from.put({ sku: 'TS', variants });
  const empty = from.put({ sku: 'NONE', kind: 'variants', variants: [] });
  await world.run();
  expect([...world.to.products.values()].map(({ fields }) => fields.sku)).toEqual(['TS-M']);
  expect(await world.code(empty.id)).toBe('no_variants');
  world.forth.settings.withoutSku = 'park';
  expect(await world.code(id)).toBe('sku_missing');
});

test('what of one that is gone cannot be switched off costs no other its link', async () => {
  const { world, source, there } = await shirt({ variants: 'split', gone: 'deactivate' });
  source.variants.splice(1, 1, world.from.variant('TS-L', { Colour: 'blue', Size: 'L' }));
  source.options.splice(0, 1, { name: 'Size', values: ['S', 'L'] });
  world.to.refuses.add('TS-M');
  expect(await world.outcome(source.id)).toMatchObject({ problem: { kind: 'rejected', code: 'refused' } });
  const links = Object.values(world.link(source.id).facts.apart ?? {});
  expect(links.map(({ targetId, facts: { gone = false } }) => [targetId, gone])).toEqual(
    expect.arrayContaining([
      [there('TS-L')?.id, false],
      [there('TS-M')?.id, false],
    ]),
  );
  world.to.refuses.clear();
  await world.run([source.id]);
  expect(there('TS-M')?.fields.active).toBe(false);
});
