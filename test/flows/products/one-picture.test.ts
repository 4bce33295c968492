/**
 * A target in which a product has one picture, and that picture is an address: it shows the first one of the source, or what somebody put there.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeShop, type ShopProduct, shown } from './fake-shop.ts';
import { type Given, World } from './world.ts';

async function mug(pictures: readonly string[], settings: Given = {}) {
  const world = new World({ to: new FakeShop('b', shown), settings });
  const source = world.from.put({ sku: 'MOK', pictures: pictures.map((each) => world.from.picture(each)) });
  await world.run();
  const there = world.to.get(world.link(source.id).targetId);
  const show = async (...versions: readonly string[]) => {
    source.pictures = versions.map((each) => world.from.picture(each));
    await world.run();
    return shownBy(there);
  };
  return { world, source, there, show };
}

function shownBy({ pictures }: ShopProduct): readonly string[] {
  return pictures.map(({ from, version }) => from ?? version);
}

/** Somebody puts a picture there, in the place of whatever there is. */
function putByHand({ to }: World, there: ShopProduct): void {
  const url = 'https://eigen.example/own.png';
  there.pictures = [to.picture('own', { id: url, url })];
}

describe('a target with room for one picture', () => {
  test('shows the next one when the first is gone, and none when all are', async () => {
    const { there, show } = await mug(['A', 'B']);
    expect(shownBy(there)).toEqual(['A']);
    expect(await show('B')).toEqual(['B']);
    expect(await show()).toEqual([]);
  });

  test('follows another order of pictures, and says nothing where those behind the first change', async () => {
    const { world, show } = await mug(['A', 'B']);
    expect(await show('B', 'A')).toEqual(['B']);
    const { writes } = world;
    expect(await show('B', 'C', 'A')).toEqual(['B']);
    expect(world.writes).toBe(writes);
  });

  test.each([
    ['has another', ['B']],
    ['has none any more', []],
  ])('keeps what somebody put in the place of the first when the source %s', async (_, versions) => {
    const { world, there, show } = await mug(['A']);
    putByHand(world, there);
    expect(await show(...versions)).toEqual(['own']);
    expect(await show('C')).toEqual(['own']);
  });

  test('goes back to one whose successor was sent without an answer', async () => {
    const { world, source, there, show } = await mug(['A']);
    world.to.losesAnswer = true;
    source.pictures = [world.from.picture('B')];
    await world.run();
    expect(shownBy(there)).toEqual(['B']);
    expect(await show('A')).toEqual(['A']);
  });

  test('gets the newest over one that came late, after a look with nothing to write too', async () => {
    const { world, source, there, show } = await mug(['A']);
    world.to.holdsBack = true;
    source.pictures = [world.from.picture('B')];
    await world.run();
    expect(await show('C')).toEqual(['C']);
    world.to.doLateWork();
    expect(shownBy(there)).toEqual(['B']);
    world.now += 10 * 60_000;
    await world.run();
    expect(shownBy(there)).toEqual(['C']);
  });

  test('takes over what an earlier version put there, whose address nobody noted', async () => {
    const { world, source, show } = await mug(['A']);
    const forget = () => {
      const known = world.link(source.id);
      const [[newest = ''] = []] = Object.entries(known.facts.pictures);
      const facts = { ...known.facts, pictures: { [newest]: '! ' } };
      world.forth.links.set(source.id, { ...known, fingerprint: '', facts });
    };
    forget();
    expect(await show('B')).toEqual(['B']);
    forget();
    expect(await show('B')).toEqual(['B']);
    expect(world.link(source.id).facts.pictures).toEqual({ B: 'https://a.example/B.jpg' });
    forget();
    expect(await show()).toEqual([]);
  });

  test('that has no room at all is told of none, and loses none', async () => {
    const { world, there, show } = await mug(['A']);
    world.to.traits = { ...world.to.traits, maxPictures: 0 };
    const { writes } = world;
    expect(await show('B')).toEqual(['A']);
    expect(shownBy(there)).toEqual(['A']);
    expect(world.writes).toBe(writes);
  });
});

const version = fc.constantFrom('A', 'B', 'C');
const step = fc.record({
  kind: fc.constantFrom(
    ...(['toggle', 'toggle', 'turn', 'given', 'given', 'late', 'lost', 'done', 'refused'] as const),
  ),
  version,
});

describe('after any history', () => {
  test('of lost answers, refusals and calls that are done minutes late, it shows the first of the source', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { world, source, there } = await mug(['A']);
        for (const { kind, version: wanted } of steps) {
          const at = source.pictures.findIndex((each) => each.version === wanted);
          if (kind === 'toggle' && at >= 0) source.pictures.splice(at, 1);
          else if (kind === 'toggle') source.pictures.push(world.from.picture(wanted));
          else if (kind === 'turn') source.pictures.reverse();
          else if (kind === 'done') world.to.doLateWork();
          else {
            world.to.holdsBack = kind === 'late';
            world.to.losesAnswer = kind === 'lost';
            if (kind === 'refused') world.to.refuses.add('MOK');
            await world.run();
            world.to.holdsBack = world.to.losesAnswer = false;
            world.to.refuses.clear();
          }
        }
        world.to.doLateWork();
        world.now += 10 * 60_000;
        await world.run();
        await world.run();
        expect(shownBy(there)).toEqual(source.pictures.slice(0, 1).map((each) => each.version));
      }),
      { numRuns: 200 },
    );
  });

  test('of the source, what somebody put there stays', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const { world, source, there } = await mug(['A']);
        putByHand(world, there);
        for (const { kind, version: wanted } of steps) {
          if (kind === 'toggle') source.pictures = [world.from.picture(wanted), ...source.pictures];
          else if (kind === 'turn') source.pictures = [];
          else await world.run();
        }
        await world.run();
        expect(shownBy(there)).toEqual(['own']);
      }),
      { numRuns: 100 },
    );
  });
});
