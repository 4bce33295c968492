/** Categories while an update that was not answered may still be done: it takes a product out, puts it in, or says the whole list again. */
import { expect, test } from 'vitest';
import { laterOn, type Shirt, saidTwice, shirt } from './late-shirt.ts';

async function placed(...ids: readonly string[]) {
  const of = await shirt();
  const { world, source } = of;
  for (const id of ['14', '15', '16']) world.forth.categories.set(id, `c${id}`);
  source.categories = [...ids];
  await world.run();
  expect(of.there.categories).toEqual(ids.map((id) => `c${id}`));
  const to = (...wanted: readonly string[]) => Object.assign(source, { categories: [...wanted] });
  return { of, to };
}

const now = ({ there }: Shirt) => there.categories.toSorted();

test('one that the merchant takes it out of in that time stays out', async () => {
  const { of, to } = await placed('14');
  await saidTwice(
    of,
    () => to('14', '15'),
    () => to('14', '15'),
  );
  expect(now(of)).toEqual(['c14', 'c15']);
  of.there.categories = ['c14'];
  await laterOn(of);
  expect(now(of)).toEqual(['c14']);
});

test('one that it was not sent to is not taken for Koppel’s', async () => {
  const { of, to } = await placed('14', '15');
  await saidTwice(
    of,
    () => to('14'),
    () => to('14'),
  );
  of.there.categories = ['c14', 'c15'];
  await laterOn(of);
  expect(now(of)).toEqual(['c14', 'c15']);
});

test('one that it is taken out of minutes later is its again', async () => {
  const { of, to } = await placed('14', '15');
  await saidTwice(
    of,
    () => to('14'),
    () => to('14', '15', '16'),
  );
  of.world.to.doLateWork();
  expect(now(of)).toEqual(['c14', 'c16']);
  await laterOn(of);
  expect(now(of)).toEqual(['c14', 'c15', 'c16']);
});

test('one that came after a list that is said again minutes later is its again', async () => {
  const { of, to } = await placed('14');
  await saidTwice(
    of,
    () => to('14', '15'),
    () => to('14', '15', '16'),
  );
  // A shop that is sent whole lists.
  of.there.categories = ['c14', 'c15'];
  await laterOn(of);
  expect(now(of)).toEqual(['c14', 'c15', 'c16']);
});

test('one that the merchant takes it out of stays out also where another comes minutes later', async () => {
  const { of, to } = await placed('14', '15');
  await saidTwice(
    of,
    () => to('14', '15', '16'),
    () => to('14', '15'),
  );
  of.there.categories = ['c14'];
  of.world.to.doLateWork();
  expect(now(of)).toEqual(['c14', 'c16']);
  await laterOn(of);
  expect(now(of)).toEqual(['c14']);
});
