import { expect, test } from 'vitest';
import { World } from './world.ts';

test('pictures that fill the memory go by themselves, and are all there once', async () => {
  const world = new World();
  world.pictureBytes = 6_000_000;
  const { from, to } = world;
  const pictures = ['A', 'B', 'C', 'D', 'E'].map((each) => from.picture(each));
  const source = from.put({ sku: 'MOK', pictures });
  expect(await world.code(source.id)).toBe('created');
  const there = to.get(world.link(source.id).targetId);
  expect(there.pictures).toHaveLength(5);
  expect(to.writes).toEqual(['create MOK', `update ${there.id}`, `update ${there.id}`]);
  expect(await world.code(source.id)).toBe('nothing_new');
  expect(to.writes).toHaveLength(3);
});

test('pictures of several products are held one after the other', async () => {
  const world = new World();
  const { from, to } = world;
  for (const sku of ['A', 'B', 'C'])
    from.put({ sku, pictures: [from.picture(`${sku}-1`), from.picture(`${sku}-2`)] });
  await world.run();
  const order = world.fetched.map((url) => url.replace(/^.*\/(.)-\d\.jpg$/, '$1'));
  expect(order).toEqual(['A', 'A', 'B', 'B', 'C', 'C']);
  expect([...to.products.values()].map(({ pictures }) => pictures.length)).toEqual([2, 2, 2]);
});

test('what fails after the product was made is told beside it, and goes with the next run', async () => {
  const world = new World();
  world.pictureBytes = 9_000_000;
  const { from, to } = world;
  const source = from.put({ sku: 'MOK', pictures: ['A', 'B'].map((each) => from.picture(each)) });
  world.onFetch = (url) => {
    if (url.includes('B')) to.refuses.add('MOK');
  };
  expect(await world.outcome(source.id)).toMatchObject({ kind: 'problem', problem: { code: 'refused' } });
  expect(to.products.size).toBe(1);
  to.refuses.clear();
  world.onFetch = () => undefined;
  expect(await world.code(source.id)).toBe('updated');
  expect([...to.products.values()].map(({ pictures }) => pictures.length)).toEqual([2]);
});
