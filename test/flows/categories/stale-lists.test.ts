/** A shop whose lists show for a while what stood before a write: its own address tells at once. */
import { expect, test } from 'vitest';
import { Between, unanswered } from './harness.ts';

/** One is called otherwise since just now, and lists do not show it yet. */
async function renamed() {
  const between = new Between();
  const { a, b } = between;
  const key = a.enter({ name: 'Thee' });
  await between.run(key);
  b.listedAs.set('b1', { ...b.row('b1') });
  a.edit(key, { name: 'Koffie' });
  await between.run(key);
  return between;
}

test('the name that one had a moment ago is free for a new one', async () => {
  const between = await renamed();
  await between.run(between.a.enter({ name: 'Thee' }));
  expect(between.b.paths()).toEqual(['Koffie', 'Thee']);
});

test('and for another one that takes it', async () => {
  const between = await renamed();
  const { a, b } = between;
  const other = a.enter({ name: 'Kruiden' });
  await between.run(other);
  a.edit(other, { name: 'Thee' });
  await between.run(other);
  expect(b.paths()).toEqual(['Koffie', 'Thee']);
});

test('a place that one has just left is free for a new one', async () => {
  const between = new Between();
  const { a, b } = between;
  const [dranken, thee] = [a.enter({ name: 'Dranken' }), a.enter({ name: 'Thee' })];
  await between.run(dranken);
  await between.run(thee);
  b.listedAs.set('b2', { ...b.row('b2') });
  a.edit(thee, { parentId: dranken });
  await between.run(thee);
  await between.run(a.enter({ name: 'Thee' }));
  expect(b.paths()).toEqual(['Dranken', 'Dranken > Thee', 'Thee']);
});

test('one of nobody’s that has just been renamed by hand is not taken for that', async () => {
  const between = new Between();
  const { a, b } = between;
  const other = b.enter({ name: 'Thee' });
  b.listedAs.set(other, { ...b.row(other) });
  b.edit(other, { name: 'Koffie' });
  await between.run(a.enter({ name: 'Thee' }));
  expect(b.paths()).toEqual(['Koffie', 'Thee']);
});

test('nor for what a create made that was not answered', async () => {
  const between = new Between();
  const { a, b } = between;
  const key = a.enter({ name: 'Thee' });
  b.trouble = (call, when) => {
    if (call === 'create' && when === 'before') throw unanswered();
  };
  await between.problem(key);
  b.trouble = () => undefined;
  const other = b.enter({ name: 'Thee' });
  b.listedAs.set(other, { ...b.row(other) });
  b.edit(other, { name: 'Koffie' });
  expect(await between.problem(key)).toMatchObject({ kind: 'wait' });
  expect(b.paths()).toEqual(['Koffie']);
  between.now += 15 * 60_000;
  await between.run(key);
  expect(b.paths()).toEqual(['Koffie', 'Thee']);
});

test('one that has the name for certain is named, as ever', async () => {
  const between = new Between();
  const { a } = between;
  await between.run(a.enter({ name: 'Thee' }));
  expect(await between.problem(a.enter({ name: 'Thee' }))).toMatchObject({ code: 'category_name_taken' });
});

test('no call is made beyond the list where nobody has the name', async () => {
  const between = new Between();
  const { a, b } = between;
  await between.run(a.enter({ name: 'Thee' }));
  b.calls.splice(0);
  await between.run(a.enter({ name: 'Koffie' }));
  expect(b.calls.filter((call) => call.startsWith('get'))).toEqual(['get b2']);
});
