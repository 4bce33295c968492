import { describe, expect, it } from 'vitest';
import { FakeShop } from './fake-shop.ts';
import { Between, unanswered } from './harness.ts';

/** Keuken > Thee and Cadeaus > Thee in both. In B the merchant wrote texts. */
function sameTrees(back = false) {
  const between = new Between(back ? { back: {} } : {});
  const { a, b } = between;
  const grow = (shop: FakeShop, description?: string, loud = false) => {
    const text = description === undefined ? {} : { description };
    const keuken = shop.enter({ name: loud ? 'KEUKEN ' : 'Keuken', ...text });
    const cadeaus = shop.enter({ name: 'Cadeaus', ...text });
    return {
      keuken,
      cadeaus,
      thee: shop.enter({ name: 'Thee', parentId: keuken, ...text }),
      ook: shop.enter({ name: 'Thee', parentId: cadeaus, ...text }),
    };
  };
  return {
    between,
    a,
    b,
    inA: grow(a, '<p>Uit de kassa</p>'),
    inB: grow(b, '<p>Voor zoekmachines</p>', true),
  };
}

describe('the first run over a tree that stands in both', () => {
  it('makes nothing and changes no text', async () => {
    const { between, b } = sameTrees();
    const before = structuredClone([...b.rows]);
    expect(await between.rest()).toEqual(new Set());
    expect(between.writes).toEqual([]);
    expect([...b.rows]).toEqual(before);
  });

  it('links every category to the one in the same place', async () => {
    const { between, inA, inB } = sameTrees();
    await between.rest();
    for (const name of ['keuken', 'cadeaus', 'thee', 'ook'] as const) {
      expect(between.links.get(`ab category ${inA[name]}`)?.targetId).toBe(inB[name]);
    }
  });

  it('comes to rest both ways without a write', async () => {
    const { between } = sameTrees(true);
    await between.rest();
    expect(between.writes).toEqual([]);
  });

  it('fills in a description that the target lacks', async () => {
    const between = new Between();
    const key = between.a.enter({ name: 'Mokken', description: 'Van klei' });
    const id = between.b.enter({ name: 'mokken' });
    await between.run(key);
    expect(between.b.row(id)).toEqual({ name: 'mokken', description: 'Van klei' });
  });
});

describe('a tree that the target does not have', () => {
  it('is made from the top down, whichever category comes first', async () => {
    const between = new Between();
    const { a, b } = between;
    const top = a.enter({ name: 'Huis' });
    const middle = a.enter({ name: 'Keuken', parentId: top });
    const deep = a.enter({
      name: ' Thee ',
      parentId: middle,
      description: '<b>x</b>',
      position: 3,
      active: false,
    });
    expect(await between.run(deep)).toMatchObject({ kind: 'done', reason: { code: 'created' } });
    expect(b.paths()).toEqual(['Huis', 'Huis > Keuken', 'Huis > Keuken > Thee']);
    expect([...b.rows.values()].at(-1)).toMatchObject({
      description: '<b>x</b>',
      position: 3,
      active: false,
    });
    between.forgetCalls();
    await between.rest();
    expect(between.writes).toEqual([]);
  });

  it('is made once by tasks that run at the same time', async () => {
    const between = new Between({ back: {} });
    const { a, b } = between;
    const top = a.enter({ name: 'Huis' });
    for (const name of ['Keuken', 'Tuin', 'Zolder']) a.enter({ name, parentId: top });
    await between.restTogether();
    expect(b.paths()).toEqual(a.paths());
  });

  it('takes four calls for a category whose parent is known, and one when nothing is new', async () => {
    const between = new Between();
    const key = between.a.enter({ name: 'Huis' });
    await between.run(key);
    expect(between.calls).toEqual(['read a1', 'children top', 'create', 'get b1']);
    between.forgetCalls();
    expect(await between.run(key)).toMatchObject({ kind: 'skipped', reason: { code: 'nothing_new' } });
    expect(between.calls).toEqual(['read a1']);
  });

  it('hangs under the root', async () => {
    const b = new FakeShop('b');
    const root = b.enter({ name: 'Default Category' });
    b.enter({ name: 'Keuken' });
    const between = new Between({ b, settings: { root } });
    const key = between.a.enter({ name: 'Keuken' });
    between.a.enter({ name: 'Thee', parentId: key });
    await between.rest();
    expect(b.paths()).toEqual([
      'Default Category',
      'Default Category > Keuken',
      'Default Category > Keuken > Thee',
      'Keuken',
    ]);
  });

  it('is left out where none may be made, with all below it', async () => {
    const between = new Between({ settings: { create: false } });
    const top = between.a.enter({ name: 'Huis' });
    const below = between.a.enter({ name: 'Keuken', parentId: top });
    expect(await between.run(top)).toMatchObject({ reason: { code: 'not_created' } });
    expect(await between.run(below)).toMatchObject({
      reason: { code: 'parent_not_made', params: { id: top } },
    });
    expect(between.writes).toEqual([]);
  });

  it('is sent what mapping and constants say', async () => {
    const between = new Between({
      mapping: { title: "'Alles voor ' & category.name" },
      settings: { fixed: { position: 'left' } },
    });
    const key = between.a.enter({ name: 'Thee' });
    await between.run(key);
    expect(between.b.row('b1').values).toEqual({ position: 'left', title: 'Alles voor Thee' });
    between.a.edit(key, { name: 'Koffie' });
    await between.run(key);
    expect(between.b.row('b1')).toMatchObject({ name: 'Koffie', values: { title: 'Alles voor Koffie' } });
  });
});

describe('a create that was not answered', () => {
  it('is found and linked, and what changed since is a change like any other', async () => {
    const between = new Between();
    const { a, b } = between;
    const key = a.enter({ name: 'Thee' });
    b.trouble = (call, when) => {
      if (call === 'create' && when === 'after') throw unanswered();
    };
    expect(await between.problem(key)).toMatchObject({ kind: 'outcome-unknown' });
    b.trouble = () => undefined;
    a.edit(key, { name: 'Koffie' });
    await between.run(key);
    expect(b.paths()).toEqual(['Koffie']);
    expect(between.steps.size).toBe(0);
  });

  it('waits until it is sure that nothing was made', async () => {
    const between = new Between();
    const { a, b } = between;
    const key = a.enter({ name: 'Thee' });
    b.trouble = (call, when) => {
      if (call === 'create' && when === 'before') throw unanswered();
    };
    await between.problem(key);
    b.trouble = () => undefined;
    expect(await between.problem(key)).toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
    between.now += 700_000;
    await between.run(key);
    expect(b.paths()).toEqual(['Thee']);
  });

  it('is left to whoever made it, when it comes back the other way under a name that it has no more', async () => {
    const between = new Between({ back: {} });
    const { a, b } = between;
    const key = a.enter({ name: 'Thee' });
    b.trouble = (call, when) => {
      if (call === 'create' && when === 'after') throw unanswered();
    };
    await between.problem(key);
    b.trouble = () => undefined;
    a.edit(key, { name: 'Koffie' });
    expect(await between.problem('b1', 'ba')).toMatchObject({ kind: 'wait' });
    await between.rest();
    expect([a.paths(), b.paths()]).toEqual([['Koffie'], ['Koffie']]);
  });

  it.each(['intend', 'finish', 'link', 'forget'])(
    'makes one, when the object dies before "%s"',
    async (what) => {
      const between = new Between({ back: {} });
      const key = between.a.enter({ name: 'Thee' });
      let dies = true;
      between.storing = (each) => {
        if (each !== what || !dies) return;
        dies = false;
        throw new Error('died');
      };
      await expect(between.run(key)).rejects.toThrow('died');
      between.now += 700_000;
      await between.rest();
      expect([between.a.paths(), between.b.paths()]).toEqual([['Thee'], ['Thee']]);
      expect(between.steps.size).toBe(0);
    },
  );
});

describe('a rename', () => {
  it('keeps the id', async () => {
    const { between, a, b, inA, inB } = sameTrees();
    await between.rest();
    a.edit(inA.keuken, { name: 'Koken' });
    await between.run(inA.keuken);
    expect(between.writes).toEqual([`update ${inB.keuken}`]);
    expect(b.row(inB.keuken)).toEqual({ name: 'Koken', description: '<p>Voor zoekmachines</p>' });
  });

  it('is not followed where the name is the target’s own', async () => {
    const between = new Between({ settings: { fields: { name: 'createOnly' } } });
    const key = between.a.enter({ name: 'Keuken' });
    await between.run(key);
    between.a.edit(key, { name: 'Koken', description: 'x' });
    await between.run(key);
    expect(between.b.row('b1')).toMatchObject({ name: 'Keuken', description: 'x' });
  });
});

describe('a move', () => {
  it('keeps the id', async () => {
    const { between, a, b, inA, inB } = sameTrees();
    await between.rest();
    a.edit(inA.thee, { parentId: null });
    await between.run(inA.thee);
    expect(b.path(inB.thee)).toBe('Thee');
    expect(b.rows.size).toBe(4);
  });

  it('onto a place where one of that name stands is parked with both named, and nothing is made', async () => {
    const { between, a, b, inA, inB } = sameTrees();
    await between.rest();
    const before = structuredClone([...b.rows]);
    a.edit(inA.thee, { parentId: inA.cadeaus });
    expect(await between.problem(inA.thee)).toMatchObject({
      kind: 'rejected',
      code: 'category_name_taken',
      params: { of: 'moved', ids: [inB.thee, inB.ook] },
    });
    expect(between.writes).toEqual([]);
    expect([...b.rows]).toEqual(before);
  });

  it('under a new category brings that one first', async () => {
    const { between, a, b, inA, inB } = sameTrees();
    await between.rest();
    const fresh = a.enter({ name: 'Dranken' });
    a.edit(inA.thee, { parentId: fresh });
    await between.run(inA.thee);
    expect(b.path(inB.thee)).toBe('Dranken > Thee');
  });

  it('that turns two round ends right, whichever comes first', async () => {
    const between = new Between();
    const { a, b } = between;
    const x = a.enter({ name: 'X' });
    const y = a.enter({ name: 'Y', parentId: x });
    await between.rest();
    a.edit(y, { parentId: null });
    a.edit(x, { parentId: y });
    await between.run(x);
    await between.rest();
    expect(b.paths()).toEqual(['Y', 'Y > X']);
  });

  it('under a new one below what was its own ends right', async () => {
    const between = new Between();
    const { a, b } = between;
    const x = a.enter({ name: 'X' });
    const y = a.enter({ name: 'Y', parentId: x });
    await between.rest();
    a.edit(y, { parentId: null });
    a.edit(x, { parentId: a.enter({ name: 'N', parentId: y }) });
    await between.run(x);
    expect(b.paths()).toEqual(['Y', 'Y > N', 'Y > N > X']);
  });

  it('of two under each other, one on each side, is parked with both named', async () => {
    const between = new Between({ back: {} });
    const { a, b } = between;
    const [x, y] = [a.enter({ name: 'X' }), a.enter({ name: 'Y' })];
    await between.rest();
    a.edit(x, { parentId: y });
    b.edit('b2', { parentId: 'b1' });
    expect(await between.problem(x)).toMatchObject({
      code: 'category_cycle',
      params: { ids: [x, 'b2'] },
    });
    expect(await between.problem('b2', 'ba')).toMatchObject({ code: 'category_cycle' });
    expect(b.paths()).toEqual(['X', 'X > Y']);
  });
});

describe('what the merchant changes in the target', () => {
  it('stays, as long as the source does not change the same', async () => {
    const between = new Between();
    const { a, b } = between;
    const key = a.enter({ name: 'Thee', description: 'oud', position: 1 });
    await between.run(key);
    b.edit('b1', { description: 'van de winkelier' });
    a.edit(key, { position: 2 });
    await between.run(key);
    expect(b.row('b1')).toMatchObject({ description: 'van de winkelier', position: 2 });
    a.edit(key, { description: 'nieuw' });
    await between.run(key);
    expect(b.row('b1').description).toBe('nieuw');
  });

  it('stays whatever the source says, where `fields` says so', async () => {
    const between = new Between({ settings: { fields: { description: 'createOnly', position: 'never' } } });
    const { a, b } = between;
    const key = a.enter({ name: 'Thee', description: 'oud', position: 1 });
    await between.run(key);
    expect(b.row('b1')).toEqual({ name: 'Thee', parentId: null, description: 'oud', values: {} });
    a.edit(key, { description: 'nieuw', position: 2 });
    await between.run(key);
    expect(between.writes).toEqual(['create']);
  });

  it('is left alone where nothing is to be updated', async () => {
    const between = new Between({ settings: { update: false } });
    const key = between.a.enter({ name: 'Thee' });
    await between.run(key);
    between.a.edit(key, { name: 'Koffie' });
    expect(await between.run(key)).toMatchObject({ kind: 'skipped', reason: { code: 'not_updated' } });
    expect(between.b.paths()).toEqual(['Thee']);
  });
});

describe('categories of one name in one place', () => {
  it('of the source: the second is parked, and both are named', async () => {
    const between = new Between();
    const [first, second] = [between.a.enter({ name: 'Thee' }), between.a.enter({ name: 'thee ' })];
    await between.run(first);
    expect(await between.problem(second)).toMatchObject({
      code: 'category_name_taken',
      params: { of: 'kept', key: second, ids: ['b1'] },
    });
    expect(between.b.rows.size).toBe(1);
  });

  it('of the target: parked, both named', async () => {
    const between = new Between();
    const ids = [between.b.enter({ name: 'Thee' }), between.b.enter({ name: 'THEE' })];
    const key = between.a.enter({ name: 'Thee' });
    expect(await between.problem(key)).toMatchObject({ params: { of: 'several', ids } });
  });

  it('holds up what is below, until it is solved', async () => {
    const between = new Between();
    const { a, b } = between;
    a.enter({ name: 'Thee' });
    const second = a.enter({ name: 'Thee' });
    const below = a.enter({ name: 'Groen', parentId: second });
    expect(await between.rest()).toEqual(new Set([second, below]));
    expect(await between.problem(below)).toMatchObject({
      kind: 'retry',
      code: 'category_parent_parked',
      params: { id: second, code: 'category_name_taken' },
    });
    a.edit(second, { name: 'Koffie' });
    await between.run(below);
    expect(b.paths()).toEqual(['Koffie', 'Koffie > Groen', 'Thee']);
  });
});

describe('a category that is gone', () => {
  it('at the source stays in the target', async () => {
    const between = new Between();
    const key = between.a.enter({ name: 'Thee', active: true });
    await between.run(key);
    between.a.delete(key);
    expect(await between.run(key)).toMatchObject({ kind: 'skipped', reason: { code: 'gone' } });
    expect(between.b.row('b1').active).toBe(true);
  });

  it('at the source is hidden where that is wanted, and shown again when it is back', async () => {
    const between = new Between({ settings: { gone: 'deactivate' }, back: {} });
    const { a, b } = between;
    const key = a.enter({ name: 'Thee', active: true });
    await between.rest();
    const row = a.row(key);
    a.delete(key);
    expect(await between.rest()).toEqual(new Set());
    expect(b.row('b1').active).toBe(false);
    a.rows.set(key, row);
    await between.run(key);
    await between.rest();
    expect(b.row('b1').active).toBe(true);
    expect(a.row(key)).toEqual(row);
  });

  it('in the target is parked when it changes, left alone when a person says so, and made again when one asks', async () => {
    const between = new Between();
    const { a, b } = between;
    const key = a.enter({ name: 'Thee' });
    await between.run(key);
    b.delete('b1');
    expect(await between.run(key)).toMatchObject({ reason: { code: 'nothing_new' } });
    a.edit(key, { name: 'Koffie' });
    expect(await between.problem(key)).toMatchObject({
      code: 'category_gone',
      params: { of: 'target', id: 'b1' },
    });
    between.accept(key);
    expect(await between.run(key)).toMatchObject({ kind: 'skipped', reason: { code: 'left_gone' } });
    between.unaccept(key);
    expect(await between.problem(key)).toMatchObject({ code: 'category_gone' });
    between.asked = between.named = true;
    await between.run(key);
    expect(b.paths()).toEqual(['Koffie']);
  });
});

describe('a tree that is none', () => {
  it('is parked where categories stand under each other', async () => {
    const between = new Between();
    const x = between.a.enter({ name: 'X' });
    const y = between.a.enter({ name: 'Y', parentId: x });
    between.a.edit(x, { parentId: y });
    expect(await between.problem(x)).toMatchObject({ code: 'category_cycle', params: { ids: [x, y, x] } });
    expect(between.writes).toEqual([]);
  });

  it('is parked where its parent is gone, where it has no name, and where it is too long', async () => {
    const between = new Between();
    const { a } = between;
    expect(await between.problem(a.enter({ name: 'X', parentId: 'a99' }))).toMatchObject({
      code: 'category_parent_gone',
      params: { id: 'a99' },
    });
    expect(await between.problem(a.enter({ name: ' ' }))).toMatchObject({ code: 'category_unnamed' });
    expect(await between.problem(a.enter({ name: 'x'.repeat(61) }))).toMatchObject({ code: 'text_too_long' });
  });

  it('is brought in several runs where many are above it, and parked where it is bottomless', async () => {
    const between = new Between();
    const { a, b } = between;
    let parentId: string | null = null;
    for (let depth = 0; depth < 10; depth++) parentId = a.enter({ name: `n${depth}`, parentId });
    const key = parentId ?? '';
    expect(await between.problem(key)).toMatchObject({ kind: 'wait', code: 'category_parents_first' });
    expect(between.calls.length).toBeLessThanOrEqual(40);
    await between.run(key);
    expect(b.rows.size).toBe(10);
    for (let depth = 0; depth < 30; depth++) parentId = a.enter({ name: `m${depth}`, parentId });
    expect(await between.problem(parentId ?? '')).toMatchObject({ code: 'category_too_deep' });
  });
});
