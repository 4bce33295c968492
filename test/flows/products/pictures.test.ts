import { describe, expect, test } from 'vitest';
import { noChanges } from '../../../src/flows/products/no-changes.ts';
import { FakeShop, gross, net, type ShopProduct } from './fake-shop.ts';
import { type Given, tooLarge, World } from './world.ts';

const kinds = [
  ['that fetches pictures', gross],
  ['that is sent pictures', net],
] as const;

describe.each(kinds)('pictures in a target %s', (_, kind) => {
  async function mug(pictures: readonly string[], settings: Given = {}) {
    const world = new World({ to: new FakeShop('b', kind), settings });
    const source = world.from.put({ sku: 'MOK', pictures: pictures.map((each) => world.from.picture(each)) });
    await world.run();
    return { world, source, there: world.to.get(world.link(source.id).targetId) };
  }

  /** What the pictures of a shop show, by the name that each was sent under. */
  function shownBy(world: World, there: ShopProduct): (string | undefined)[] {
    const { pictures } = world.link([...world.forth.links.keys()][0] ?? '').facts;
    return there.pictures.map(({ id }) => Object.keys(pictures).find((version) => pictures[version] === id));
  }

  test('are two after five runs with other changes and a lost answer, and the merchant’s third stays (I1)', async () => {
    const { world, source, there } = await mug([]);
    source.pictures = [world.from.picture('one'), world.from.picture('two')];
    there.pictures.push(world.to.picture('own'));
    for (let run = 1; run <= 5; run += 1) {
      source.fields.name = `Mok ${run}`;
      world.to.losesAnswer = run === 3 || run === 1;
      await world.run();
    }
    expect(there.pictures.filter(({ fileName }) => fileName === '')).toHaveLength(1);
    expect(there.pictures).toHaveLength(3);
    expect(there.fields.name).toBe('Mok 5');
  });

  test('a changed one takes the place of the one before, again and again (I2)', async () => {
    const { world, source, there } = await mug(['A', 'Z']);
    for (const version of ['B', 'C']) {
      source.pictures[0] = world.from.picture(version);
      await world.run();
    }
    expect(shownBy(world, there)).toEqual(['C', 'Z']);
    expect(world.to.changes.map(({ pictures }) => [pictures.add.length, pictures.replace.size])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test('one that the source has no longer is taken away; the merchant’s own stays', async () => {
    const { world, source, there } = await mug(['A', 'B']);
    there.pictures.push(world.to.picture('own'));
    source.pictures.splice(0, 1);
    await world.run();
    expect(shownBy(world, there)).toEqual(['B', undefined]);
  });

  test('one that could not be taken away is taken away by the next run, or stays if the source has it back', async () => {
    const { world, source, there } = await mug(['A', 'B']);
    const [first] = source.pictures.splice(0, 1);
    world.to.keepsPictures = true;
    expect(await world.code(source.id)).toBe('refused');
    expect(shownBy(world, there)).toHaveLength(2);
    if (first) source.pictures.unshift(first);
    await world.run();
    expect(shownBy(world, there)).toEqual(['A', 'B']);
    source.pictures.splice(0, 1);
    await world.run();
    world.to.keepsPictures = false;
    await world.run();
    expect(shownBy(world, there)).toEqual(['B']);
  });

  test('one that the merchant took away stays away', async () => {
    const { world, source, there } = await mug(['A', 'B']);
    there.pictures.shift();
    source.fields.name = 'Mok';
    await world.run();
    expect(shownBy(world, there)).toEqual(['B']);
  });

  test.each([
    ['all', 2],
    ['first', 1],
    ['none', 0],
  ] as const)('"%s" sends %d of two', async (images, count) => {
    const { there } = await mug(['A', 'B'], { images });
    expect(there.pictures).toHaveLength(count);
  });

  test('"none" takes none away that were sent before', async () => {
    const { world, source, there } = await mug(['A', 'B']);
    world.forth.settings.images = 'none';
    source.fields.name = 'Mok';
    await world.run();
    expect(there.pictures).toHaveLength(2);
  });

  test('that were not finished when the calls ended are described by the next run, and none is sent again', async () => {
    const world = new World({ to: new FakeShop('b', kind) });
    const { from, to } = world;
    const source = from.put({ sku: 'MOK', pictures: ['A', 'B'].map((each) => from.picture(each)) });
    to.leavesUnfinished = true;
    await world.run();
    const [there] = to.bySku('MOK');
    if (there === undefined) throw new Error('it was not made');
    there.pictures.push({ ...to.picture('own'), fileName: 'own.png' });
    await world.run();
    expect(shownBy(world, there)).toEqual(['A', 'B', undefined]);
    const [{ pictures } = noChanges] = to.changes;
    expect([pictures.add.length, pictures.replace.size, pictures.remove.length]).toEqual([0, 0, 0]);
    expect([...(pictures.describe?.values() ?? [])].map(({ version }) => version)).toEqual(['A', 'B']);
    expect(await world.code(source.id)).toBe('nothing_new');
  });

  test('that were not finished are not sent again while the target does not list them yet', async () => {
    const world = new World({ to: new FakeShop('b', { ...kind, namesPictures: true }) });
    const { from, to } = world;
    const source = from.put({ sku: 'MOK', pictures: ['A', 'B'].map((each) => from.picture(each)) });
    to.leavesUnfinished = true;
    await world.run();
    const [there] = to.bySku('MOK');
    if (there === undefined) throw new Error('it was not made');
    const unlisted = there.pictures.splice(0);
    expect(await world.outcome(source.id)).toMatchObject({
      problem: { kind: 'wait', code: 'outcome_unknown' },
    });
    expect(there.pictures).toEqual([]);
    there.pictures.push(...unlisted);
    await world.run();
    expect(shownBy(world, there)).toEqual(['A', 'B']);
    expect(world.forth.begun.size).toBe(0);
    expect(await world.code(source.id)).toBe('nothing_new');
  });

  test('a variant shows its own', async () => {
    const world = new World({ to: new FakeShop('b', kind) });
    const { from, to } = world;
    const pictures = [from.picture('A'), from.picture('B')];
    const variants = [from.variant('TS-S', { Size: 'S' }, { image: pictures[1]?.id })];
    const source = from.put({ sku: 'TS', pictures, variants });
    await world.run();
    const [there] = to.bySku('TS');
    expect(there?.variants[0]?.image).toBe(there?.pictures[1]?.id);
    source.variants[0] = from.variant(
      'TS-S',
      { Size: 'S' },
      { id: variants[0]?.id ?? '', image: pictures[0]?.id },
    );
    await world.run();
    expect(world.to.changes.map(({ variants: { change } }) => [...change.values()])).toEqual([
      [{ image: 'A' }],
    ]);
    expect(there?.variants[0]?.image).toBe(there?.pictures[0]?.id);
    expect(await world.code(source.id)).toBe('nothing_new');
  });

  test('a variant that is added shows one that stands there already', async () => {
    const { world, source, there } = await mug(['A']);
    source.kind = 'variants';
    source.variants = [world.from.variant('MOK-S', { Size: 'S' }, { image: source.pictures[0]?.id })];
    await world.run();
    expect(there.variants[0]?.image).toBe(there.pictures[0]?.id);
    expect(await world.code(source.id)).toBe('nothing_new');
  });
});

describe('a picture that cannot be had', () => {
  /** A shirt that is there, of which a variant gets another GTIN, and a picture that cannot be had yet. */
  async function unshown(bothWays: boolean) {
    const world = new World();
    world.bothWays = bothWays;
    const { from, to } = world;
    const source = from.put({ sku: 'TS', variants: [from.variant('TS-S', { Size: 'S' }, { gtin: '1' })] });
    await world.run();
    source.pictures = [from.picture('A')];
    Object.assign(source.variants[0] ?? {}, { gtin: '2', image: source.pictures[0]?.id });
    world.badPictures.set(source.pictures[0]?.url ?? '', tooLarge());
    to.leavesUnshown = true;
    expect(await world.code(source.id)).toBe('picture_unsent');
    world.badPictures.clear();
    const [there] = to.bySku('TS')[0]?.variants ?? [];
    if (there === undefined) throw new Error('it was made');
    expect(there.gtin).toBe('2');
    return { world, source, there };
  }

  test('leaves what else of its variant was written to the merchant, who changes it before it can be had', async () => {
    const { world, source, there } = await unshown(false);
    there.gtin = '3';
    await world.run();
    expect(there).toMatchObject({ gtin: '3', image: world.to.bySku('TS')[0]?.pictures[0]?.id });
    expect(await world.code(source.id)).toBe('nothing_new');
  });

  test('hides no conflict of what else of its variant was written', async () => {
    const { world, source, there } = await unshown(true);
    there.gtin = '3';
    Object.assign(source.variants[0] ?? {}, { gtin: '4' });
    expect(await world.code(source.id)).toBe('product_conflict');
    expect(there.gtin).toBe('3');
  });

  test('of 30 MB, or behind a dead link, is named; the product goes, and the rest is not sent again', async () => {
    const world = new World();
    const { from, to } = world;
    const { id, pictures } = from.put({
      sku: 'MOK',
      pictures: ['A', 'big', 'C'].map((each) => from.picture(each)),
    });
    const big = pictures[1];
    world.badPictures.set(big?.url ?? '', tooLarge());
    expect(await world.outcome(id)).toMatchObject({
      kind: 'problem',
      problem: {
        kind: 'rejected',
        code: 'picture_unsent',
        params: { sku: 'MOK', number: 2, why: 'picture_too_large' },
      },
    });
    const [there] = to.bySku('MOK');
    expect(there?.pictures).toHaveLength(2);
    expect(world.link(id).targetId).toBe(there?.id);
    world.fetched.length = 0;
    expect(await world.code(id)).toBe('picture_unsent');
    expect(world.fetched).toEqual([big?.url]);
    expect(to.writes).toHaveLength(1);
    world.badPictures.clear();
    expect(await world.code(id, true)).toBe('updated');
    expect(there?.pictures).toHaveLength(3);
    expect(to.changes.map(({ pictures: { add } }) => add.length)).toEqual([1]);
  });

  test('by the target itself is named, too', async () => {
    const world = new World({ to: new FakeShop('b', gross) });
    const { id, pictures } = world.from.put({ sku: 'MOK', pictures: [world.from.picture('dead')] });
    world.to.deadLinks.add(pictures[0]?.url ?? '');
    expect(await world.code(id)).toBe('picture_unsent');
    expect(world.to.bySku('MOK')).toHaveLength(1);
    world.to.deadLinks.clear();
    expect(await world.code(id)).toBe('updated');
    expect(await world.code(id)).toBe('nothing_new');
  });

  test('that is there twice, as a shop did it minutes after it did not answer, is there once from the next run on', async () => {
    const world = new World();
    const source = world.from.put({ sku: 'MOK', pictures: [world.from.picture('A')] });
    await world.run();
    const { pictures } = world.to.get(world.link(source.id).targetId);
    const [sent] = pictures;
    if (sent === undefined) throw new Error('it was sent');
    pictures.unshift({ ...sent, id: 'late' }, { ...sent, id: 'own', fileName: 'own.png' });
    expect(await world.code(source.id, true)).toBe('updated');
    expect(world.to.bySku('MOK')[0]?.pictures.map(({ id }) => id)).toEqual(['own', sent.id]);
  });

  test('leaves the one before it in place, which the next one takes over', async () => {
    const world = new World();
    const source = world.from.put({ sku: 'MOK', pictures: [world.from.picture('A')] });
    await world.run();
    const there = world.to.get(world.link(source.id).targetId);
    const [before] = there.pictures;
    source.pictures = [world.from.picture('bad')];
    world.badPictures.set(source.pictures[0]?.url ?? '', tooLarge());
    expect(await world.code(source.id)).toBe('picture_unsent');
    expect(there.pictures).toEqual([before]);
    source.pictures = [world.from.picture('B')];
    expect(await world.code(source.id)).toBe('updated');
    expect(there.pictures).toHaveLength(1);
    expect(there.pictures[0]?.id).not.toBe(before?.id);
  });
});
