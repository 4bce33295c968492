/** A write that was not answered is done minutes later, over what was written since; and nobody looks for long. */
import { describe, expect, test } from 'vitest';
import type { Row } from './fake-shop.ts';
import { Between, type Given, unanswered } from './harness.ts';

const weekMs = 7 * 24 * 3_600_000;
const delayMs = 600_000;

const bothWays: Given = { back: {} };
const oneWay: Given = {};

interface Change {
  readonly first: Partial<Row>;
  readonly next: Partial<Row>;
}

const changes: Record<string, Change> = {
  'a rename': { first: { name: 'Koffie' }, next: { name: 'Cacao' } },
  'a rename that was taken back': { first: { name: 'Koffie' }, next: { name: 'Thee' } },
  'a move that was taken back': { first: { parentId: 'a1' }, next: { parentId: null } },
  'a switch-off that was taken back': { first: { active: false }, next: { active: true } },
};

/** `first` was sent and not answered, then `next`, which was, as far as it was news. */
async function late({ first, next }: Change, given: Given) {
  const between = new Between(given);
  const { a, b } = between;
  a.enter({ name: 'Keuken', active: true });
  const id = a.enter({ name: 'Thee', active: true });
  await between.rest();
  if (!given.back) for (const key of [...a.rows.keys()]) await between.run(key);
  a.edit(id, first);
  b.hangsUp = () => true;
  expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
  b.hangsUp = () => false;
  a.edit(id, next);
  const until = between.now + delayMs;
  between.now += 30_000;
  const ended = await between.run(id);
  for (const { changed } of [a, b]) changed.clear();
  const doLate = () => {
    for (const work of b.late.splice(0)) work();
  };
  return { between, id, ended, until, doLate, before: [seen(between, 'a'), seen(between, 'b')] };
}

function seen({ a, b }: Between, name: 'a' | 'b'): string[] {
  const shop = name === 'a' ? a : b;
  return [...shop.rows.keys()].map((id) => `${shop.path(id)}: ${shop.row(id).active}`).sort();
}

function both(between: Between): string[][] {
  return [seen(between, 'a'), seen(between, 'b')];
}

describe.each(Object.entries(changes))('%s', (_name, change) => {
  test('that is done late is looked for at the end of that time, and not after it', async () => {
    const { between, id, ended, until } = await late(change, oneWay);
    expect(ended).toMatchObject({ looksAgainAt: until });
    between.now = until;
    expect(await between.run(id)).not.toHaveProperty('looksAgainAt');
    between.forgetCalls();
    await between.run(id);
    expect(between.calls).toEqual([`read ${id}`]);
  });

  test('is written over by that look', async () => {
    const { between, id, doLate, until, before } = await late(change, oneWay);
    doLate();
    between.now = until;
    await between.run(id);
    expect(both(between)).toEqual(before);
  });

  test('is nobody’s change where the way back sees it first, soon or a week later', async () => {
    for (const afterMs of [300_000, weekMs]) {
      const { between, doLate, before } = await late(change, bothWays);
      between.now += afterMs;
      doLate();
      expect(await between.rest()).toEqual(new Set());
      expect(both(between)).toEqual(before);
    }
  });

  test('is known still where it is written over, and that is not answered', async () => {
    const { between, id, doLate, before } = await late(change, bothWays);
    doLate();
    between.now += weekMs;
    between.b.hangsUp = () => true;
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    between.b.hangsUp = () => false;
    doLate();
    between.now += weekMs;
    expect(await between.rest()).toEqual(new Set());
    expect(both(between)).toEqual(before);
  });

  test('is somebody’s change once it can be none of ours, and was looked for', async () => {
    const { between, id } = await late(change, bothWays);
    between.now += weekMs;
    await between.run(id);
    const { name = 'Thee', active = true, parentId } = change.first;
    between.b.edit('b2', { ...change.first, ...(parentId ? { parentId: 'b1' } : {}) });
    expect(await between.rest()).toEqual(new Set());
    const path = parentId ? `Keuken > ${name}` : name;
    expect(both(between).map((all) => all.includes(`${path}: ${active}`))).toEqual([true, true]);
  });
});

test('several of them, each with a name of its own, bring none of them back', async () => {
  const between = new Between(bothWays);
  const { a, b } = between;
  const id = a.enter({ name: 'Thee' });
  await between.rest();
  b.hangsUp = () => true;
  for (const name of ['Koffie', 'Cacao']) {
    a.edit(id, { name });
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
  }
  b.hangsUp = () => false;
  a.edit(id, { name: 'Melk' });
  between.now += 30_000;
  await between.rest();
  for (const work of b.late) {
    work();
    expect(await between.rest()).toEqual(new Set());
    expect([a.paths(), b.paths()]).toEqual([['Melk'], ['Melk']]);
  }
});

test('a position that came with a move which was done late is nobody’s change', async () => {
  const between = new Between(bothWays);
  const { a, b } = between;
  a.enter({ name: 'Keuken', position: 1 });
  const id = a.enter({ name: 'Thee', position: 2 });
  await between.rest();
  a.edit(id, { parentId: 'a1' });
  b.hangsUp = () => true;
  expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
  b.hangsUp = () => false;
  a.edit(id, { parentId: null });
  await between.rest();
  for (const work of b.late.splice(0)) work();
  b.edit('b2', { position: 51 });
  expect(await between.rest()).toEqual(new Set());
  expect([a.row(id), b.row('b2')]).toMatchObject([{ parentId: null, position: 2 }, { parentId: null }]);
});

test('one that met what stood there, by a write that was not answered, is known likewise', async () => {
  const between = new Between({ settings: { fields: { description: 'always' } } });
  const { a, b } = between;
  b.enter({ name: 'Thee' });
  const id = a.enter({ name: 'Thee', description: 'warm' });
  b.hangsUp = () => true;
  expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
  b.hangsUp = () => false;
  a.edit(id, { description: 'heet' });
  await between.run(id);
  for (const work of b.late.splice(0)) work();
  between.now += delayMs;
  await between.run(id);
  expect(b.row('b1').description).toBe('heet');
});

describe('a create that was not answered', () => {
  async function begun(given: Given) {
    const between = new Between(given);
    const { a, b } = between;
    const id = a.enter({ name: 'Thee', active: true });
    b.trouble = (call, when) => {
      if (call === 'create' && when === 'after') throw unanswered();
    };
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    b.trouble = () => undefined;
    return { between, id, a, b };
  }

  test('and of which a part is done late, does not bring that part back', async () => {
    for (const given of [oneWay, bothWays]) {
      const { between, id, a, b } = await begun(given);
      // What it was made by took two calls, and the second is not done yet.
      b.edit('b1', { active: false });
      a.edit(id, { active: false });
      const until = between.now + delayMs;
      between.now += 30_000;
      expect(await between.run(id)).toMatchObject({ looksAgainAt: until });
      b.edit('b1', { active: true });
      between.now = until;
      await (given.back ? between.rest() : between.run(id));
      expect([a.row(id).active, b.row('b1').active]).toEqual([false, false]);
    }
  });

  test('is switched off where the source has it no longer', async () => {
    const { between, id, a, b } = await begun({ settings: { gone: 'deactivate' } });
    a.delete(id);
    await between.run(id);
    expect(b.row('b1').active).toBe(false);
  });
});

describe('one that the source has no longer, switched off by a call that was not answered', () => {
  async function gone(given: Given = {}) {
    const between = new Between({ ...given, settings: { gone: 'deactivate' } });
    const { a, b } = between;
    const id = a.enter({ name: 'Thee', active: true });
    await between.rest();
    const row = a.row(id);
    a.delete(id);
    b.hangsUp = () => true;
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    b.hangsUp = () => false;
    between.now += 30_000;
    return { between, id, a, b, row };
  }

  test.each([true, undefined])('is on again where it comes back (stated as %s)', async (active) => {
    const { between, id, a, b, row } = await gone();
    const { active: _active, ...rest } = row;
    a.rows.set(id, active === undefined ? rest : { ...rest, active });
    await between.run(id);
    for (const work of b.late.splice(0)) work();
    between.now += delayMs;
    await between.run(id);
    expect(b.row('b1').active).toBe(true);
  });

  test('is off once that is repeated, and is not looked at again', async () => {
    const { between, id, b } = await gone();
    expect(await between.run(id)).not.toHaveProperty('looksAgainAt');
    expect(b.row('b1').active).toBe(false);
    between.forgetCalls();
    await between.run(id);
    expect(between.calls).toEqual([`read ${id}`]);
  });
});

test('one that the source has no longer is off, though it is switched on late', async () => {
  for (const given of [{}, bothWays]) {
    const between = new Between({ ...given, settings: { gone: 'deactivate' } });
    const { a, b } = between;
    const id = a.enter({ name: 'Thee', active: false });
    await between.rest();
    if (!given.back) await between.run(id);
    a.edit(id, { active: true });
    b.hangsUp = () => true;
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    b.hangsUp = () => false;
    a.delete(id);
    const until = between.now + delayMs;
    between.now += 30_000;
    expect(await between.run(id)).toMatchObject({ looksAgainAt: until });
    for (const work of b.late.splice(0)) work();
    between.now = until;
    expect(await between.run(id)).not.toHaveProperty('looksAgainAt');
    expect(b.row('b1').active).toBe(false);
  }
});

test('one that was moved for another one’s sake is looked at again by itself', async () => {
  const between = new Between();
  const { a, b } = between;
  const top = a.enter({ name: 'Keuken' });
  const below = a.enter({ name: 'Thee', parentId: top });
  await between.rest();
  // They are turned round: the lower one is moved first, for the upper one's sake.
  a.edit(below, { parentId: null });
  a.edit(top, { parentId: below });
  b.hangsUp = () => true;
  expect(await between.problem(top)).toMatchObject({ kind: 'outcome-unknown' });
  b.hangsUp = () => false;
  a.changed.clear();
  await between.run(top);
  expect([...a.changed]).toContain(below);
});

describe.each([bothWays, oneWay])(
  'a name that another one has only by a call that was done late',
  (given) => {
    test.each(['is made', 'is renamed'])('is waited for where a category %s so', async (what) => {
      const between = new Between(given);
      const { a, b } = between;
      const id = a.enter({ name: 'Thee' });
      const other = what === 'is made' ? null : a.enter({ name: 'Water' });
      await between.rest();
      a.edit(id, { name: 'Koffie' });
      b.hangsUp = () => true;
      expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
      b.hangsUp = () => false;
      a.edit(id, { name: 'Cacao' });
      await between.rest();
      const key = other ?? a.enter({ name: 'Koffie' });
      a.edit(key, { name: 'Koffie' });
      for (const work of b.late.splice(0)) work();
      a.changed.clear();
      expect(await between.problem(key)).toMatchObject({ kind: 'wait' });
      a.changed.add(key);
      expect(await between.rest()).toEqual(new Set());
      expect(b.paths()).toEqual(['Cacao', 'Koffie']);
    });
  },
);

test('what was sent to a category that was deleted since is nothing that the one in its place may yet do', async () => {
  const between = new Between(bothWays);
  const { a, b } = between;
  const id = a.enter({ name: 'Thee', active: true, description: 'x' });
  b.enter({ name: 'Thee', active: true });
  b.hangsUp = () => true;
  expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
  b.hangsUp = () => false;
  b.late.splice(0);
  b.delete('b1');
  b.enter({ name: 'Thee', active: true });
  a.edit(id, { description: 'y' });
  between.now += 30_000;
  expect(await between.run(id)).toMatchObject({ targetId: 'b2' });
  for (const { changed } of [a, b]) changed.clear();
  b.edit('b2', { description: 'x' });
  await between.rest();
  expect([a.row(id).description, b.row('b2').description]).toEqual(['x', 'x']);
});
