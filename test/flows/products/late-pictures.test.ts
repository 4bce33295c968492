/** Pictures while an update that was not answered may still be done: it sends its list once more, without what came since. */
import { describe, expect, test } from 'vitest';
import { FakeShop, gross, net } from './fake-shop.ts';
import { minuteMs } from './late-shirt.ts';
import { World } from './world.ts';

/** A mug that is linked, in a shop that is sent its pictures as one list. */
async function mug(...versions: readonly string[]) {
  const world = new World({ to: new FakeShop('b', { ...gross, listsPictures: true }) });
  const source = world.from.put({ sku: 'MOK', pictures: versions.map((each) => world.from.picture(each)) });
  await world.run();
  const there = world.to.get(world.link(source.id).targetId);
  const shown = () => there.pictures.map(({ from, fileName }) => from ?? fileName);
  const pictures = (...wanted: readonly string[]) => {
    const known = (version: string) => source.pictures.find((each) => each.version === version);
    source.pictures = wanted.map((each) => known(each) ?? world.from.picture(each));
    return world.code(source.id);
  };
  /** An update that is not answered. */
  const late = (...wanted: readonly string[]) => {
    world.to.holdsBack = true;
    return pictures(...wanted);
  };
  const laterOn = () => {
    world.now += 10 * minuteMs;
    return world.code(source.id);
  };
  return { world, source, there, shown, pictures, late, laterOn };
}

type Mug = Awaited<ReturnType<typeof mug>>;

describe('a list of pictures that was not answered, done minutes later', () => {
  test('brings back none and takes none: what was added by the same call and by later ones stands there again', async () => {
    const { world, shown, pictures, late, laterOn } = await mug('A');
    expect(await late('A', 'B')).toBe('timed_out');
    await pictures('A', 'B');
    await pictures('A', 'B', 'C');
    world.to.doLateWork();
    expect(shown()).toEqual(['A', 'B']);
    expect(await laterOn()).toBe('updated');
    expect(shown()).toEqual(['A', 'B', 'C']);
    expect(await laterOn()).toBe('nothing_new');
  });

  test('that took one away leaves one that came since', async () => {
    const { world, shown, pictures, late, laterOn } = await mug('A', 'B');
    await late('A');
    await pictures('A', 'C');
    world.to.doLateWork();
    expect(shown()).toEqual(['A']);
    await laterOn();
    expect(shown()).toEqual(['A', 'C']);
  });

  test('that brought one in the place of another leaves the one that has its place now', async () => {
    const { world, shown, pictures, late, laterOn } = await mug('A', 'B');
    await late('A', 'C');
    await pictures('A', 'D');
    world.to.doLateWork();
    expect(shown()).toEqual(['A', 'C']);
    await laterOn();
    expect(shown()).toEqual(['A', 'D']);
  });

  test('takes back what the source has taken back by then', async () => {
    const { world, shown, pictures, late, laterOn } = await mug('A');
    await late('A', 'B');
    await pictures('A');
    world.to.doLateWork();
    await laterOn();
    expect(shown()).toEqual(['A']);
  });

  test('is found by the look after its time, also while the product waits for a person then', async () => {
    const { world, source, shown, pictures, late, laterOn } = await mug('A');
    await late('A', 'B');
    await pictures('A', 'B');
    await pictures('A', 'B', 'C');
    world.to.doLateWork();
    world.to.lengths.name = 3;
    source.fields.name = 'Mugs';
    await laterOn();
    source.fields.name = 'Mug';
    await laterOn();
    expect(shown()).toEqual(['A', 'B', 'C']);
  });

  test('is found where a consumer died over it', async () => {
    const { world, source, shown, pictures } = await mug('A');
    world.begunAt = world.leaseEndsAt;
    world.dies = true;
    await pictures('A', 'B');
    world.dies = false;
    await pictures('A', 'B', 'C');
    expect(shown()).toEqual(['A', 'B', 'C']);
    const [there] = world.to.bySku('MOK');
    // The older list, once more.
    const files = there?.pictures.slice(0, 2) ?? [];
    if (there) there.pictures = files.map((each) => (each.from === 'B' ? { ...each, id: 'b-again' } : each));
    world.now = world.leaseEndsAt + 10 * minuteMs;
    await world.code(source.id);
    expect(shown()).toEqual(['A', 'B', 'C']);
  });
});

test('a variant shows its picture again that went by a list which was done late', async () => {
  const { world, source, there, pictures, late, laterOn } = await mug('A');
  await late('A', 'B');
  await pictures('A', 'B');
  source.pictures.push(world.from.picture('C'));
  const image = source.pictures[2]?.id;
  source.variants = [world.from.variant('MOK-L', { Size: 'L' }, { image })];
  source.options = [{ name: 'Size', values: ['L'] }];
  source.kind = 'variants';
  await world.run();
  const shownBy = () => there.pictures.find(({ id }) => id === there.variants[0]?.image)?.from;
  expect(shownBy()).toBe('C');
  world.to.doLateWork();
  expect(shownBy()).toBeUndefined();
  await laterOn();
  expect(shownBy()).toBe('C');
});

describe('one that the merchant takes away while a list may still be done', () => {
  async function unanswered(): Promise<Mug> {
    const of = await mug('A');
    await of.late('A', 'B');
    await of.pictures('A', 'B');
    await of.pictures('A', 'B', 'C');
    of.there.pictures.push({ ...of.world.to.picture('own'), fileName: 'own.png' });
    return of;
  }

  test.each(['A', 'B', 'C'])('stays away where it was not done: %s', async (version) => {
    const { there, shown, laterOn } = await unanswered();
    there.pictures = there.pictures.filter(({ from }) => from !== version);
    await laterOn();
    expect(shown()).toEqual([...['A', 'B', 'C'].filter((each) => each !== version), 'own.png']);
  });

  test('stays away where only his own picture stands there beside those that were sent', async () => {
    const { world, there, shown, pictures, late, laterOn } = await mug('A');
    there.pictures.push({ ...world.to.picture('own'), fileName: 'own.png' });
    await late('A', 'B');
    await pictures('A', 'B');
    there.pictures = there.pictures.filter(({ from }) => from !== 'B');
    await laterOn();
    expect(shown()).toEqual(['A', 'own.png']);
  });

  test('stays away where it stood in the list as it was before', async () => {
    const { world, there, shown, laterOn } = await unanswered();
    world.to.doLateWork();
    there.pictures = there.pictures.filter(({ from }) => from !== 'A');
    await laterOn();
    expect(shown()).toEqual(['B', 'C']);
  });

  test('stays away after that time', async () => {
    const { there, source, world, shown, laterOn } = await unanswered();
    await laterOn();
    there.pictures = there.pictures.filter(({ from }) => from !== 'C');
    source.fields.name = 'Cup';
    await world.run();
    expect(shown()).toEqual(['A', 'B', 'own.png']);
  });
});

test('a shop that is sent one picture after the other has none twice after a call that is done late', async () => {
  const world = new World({ to: new FakeShop('b', net) });
  const source = world.from.put({ sku: 'MOK', pictures: [world.from.picture('A')] });
  await world.run();
  source.pictures.push(world.from.picture('B'));
  world.to.holdsBack = true;
  await world.run();
  await world.run();
  world.to.doLateWork();
  world.now += 10 * minuteMs;
  await world.run();
  const there = world.to.get(world.link(source.id).targetId);
  expect(there.pictures.map(({ from }) => from)).toEqual(['A', 'B']);
});

test('a shop that is sent one picture after the other has one again that a call done late took away, and that is wanted again', async () => {
  const world = new World({ to: new FakeShop('b', net) });
  const source = world.from.put({ sku: 'MOK', pictures: [world.from.picture('A')] });
  await world.run();
  const [first] = source.pictures;
  source.pictures = [world.from.picture('B')];
  world.to.holdsBack = true;
  await world.run();
  world.to.holdsBack = false;
  if (first !== undefined) source.pictures.push(first);
  await world.run();
  world.to.doLateWork();
  world.now += 10 * minuteMs;
  await world.run();
  await world.run();
  const there = world.to.get(world.link(source.id).targetId);
  expect(there.pictures.map(({ from }) => from).toSorted()).toEqual(['A', 'B']);
});
