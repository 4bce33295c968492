import { describe, expect, it } from 'vitest';
import { FakeShop } from './fake-shop.ts';
import { Between, unanswered } from './harness.ts';

describe('two shops that are kept in step both ways', () => {
  it('come to rest after a change, without an echo', async () => {
    const between = new Between({ back: {} });
    const { a, b } = between;
    const key = a.enter({ name: 'Thee', description: 'x' });
    await between.rest();
    between.forgetCalls();
    b.edit('b1', { name: 'Koffie', description: 'y' });
    await between.rest();
    expect(a.row(key)).toMatchObject({ name: 'Koffie', description: 'y' });
    expect(between.writes).toEqual([`update ${key}`]);
  });

  it('come to rest where each keeps texts and positions in a form of its own', async () => {
    const a = new FakeShop('a', { keeps: (row) => ({ ...row, position: (row.position ?? 0) * 10 }) });
    const b = new FakeShop('b', {
      keeps: (row) => ({
        ...row,
        position: Math.ceil((row.position ?? 0) / 7),
        description: row.description?.replace(/<[^>]*>/g, '').trim() ?? '',
      }),
    });
    const between = new Between({ a, b, back: {} });
    const key = a.enter({ name: 'Thee', description: '<p>warm</p>', position: 3 });
    expect(await between.rest()).toEqual(new Set());
    between.forgetCalls();
    a.edit(key, { description: '<p>heet</p>', position: 4 });
    expect(await between.rest()).toEqual(new Set());
    expect(between.writes).toEqual(['update b1']);
    expect(a.row(key).description).toBe('<p>heet</p>');
    expect(b.row('b1').description).toBe('heet');
  });

  it('take a position that a move brings with it for their own work', async () => {
    const b: FakeShop = new FakeShop('b', {
      keeps: (row, before) =>
        before && row.parentId !== before.parentId ? { ...row, position: (before.position ?? 0) + 50 } : row,
    });
    const between = new Between({ b, back: {} });
    const { a } = between;
    const to = a.enter({ name: 'Keuken', position: 1 });
    const key = a.enter({ name: 'Thee', position: 2 });
    await between.rest();
    between.forgetCalls();
    a.edit(key, { parentId: to });
    expect(await between.rest()).toEqual(new Set());
    a.edit(key, { parentId: null });
    expect(await between.rest()).toEqual(new Set());
    expect(between.writes).toEqual(['update b2', 'update b2']);
    a.edit(key, { position: 3 });
    expect(await between.rest()).toEqual(new Set());
    expect([a.row(key).position, b.row('b2').position]).toEqual([3, 3]);
  });

  it('know their own work of an update that was not answered, in whatever form it stands there', async () => {
    const b = new FakeShop('b', { keeps: (row) => ({ ...row, name: row.name.toUpperCase() }) });
    const between = new Between({ b, back: {} });
    const { a } = between;
    const key = a.enter({ name: 'Thee' });
    await between.rest();
    a.edit(key, { name: 'Koffie' });
    b.trouble = (call, when) => {
      if (call === 'update b1' && when === 'after') throw unanswered();
    };
    expect(await between.problem(key)).toMatchObject({ kind: 'outcome-unknown' });
    b.trouble = () => undefined;
    const retryAt = between.now + 30_000;
    expect(await between.problem('b1', 'ba')).toMatchObject({ code: 'outcome_unknown', retryAt });
    // Nobody tries again for long.
    between.now += 600_000;
    expect(await between.problem('b1', 'ba')).toMatchObject({ code: 'category_conflict' });
    between.forgetCalls();
    b.changed.clear();
    await between.run(key);
    expect([...b.changed]).toEqual(['b1']);
    expect(await between.rest()).toEqual(new Set());
    expect(between.writes).toEqual([]);
    expect([a.paths(), b.paths()]).toEqual([['Koffie'], ['KOFFIE']]);
  });

  it('keep what each side changed', async () => {
    const between = new Between({ back: {} });
    const { a, b } = between;
    const key = a.enter({ name: 'Thee', description: 'x' });
    await between.rest();
    a.edit(key, { name: 'Koffie' });
    b.edit('b1', { description: 'y' });
    expect(await between.rest()).toEqual(new Set());
    for (const row of [a.row(key), b.row('b1')])
      expect(row).toMatchObject({ name: 'Koffie', description: 'y' });
  });

  it('park what both changed, carry the rest, and leave it when a person says so', async () => {
    const between = new Between({ back: {} });
    const { a, b } = between;
    const key = a.enter({ name: 'Thee', description: 'x', position: 1 });
    await between.rest();
    a.edit(key, { description: 'van a', position: 2 });
    b.edit('b1', { description: 'van b' });
    expect(await between.problem(key)).toMatchObject({
      code: 'category_conflict',
      params: { key, fields: ['description'] },
    });
    expect(between.kept.get('conflict')).toEqual([{ part: 'description', source: 'van a', target: 'van b' }]);
    expect(b.row('b1')).toMatchObject({ description: 'van b', position: 2 });
    between.accept(key);
    between.unaccept(key);
    expect(await between.problem(key)).toMatchObject({ code: 'category_conflict' });
    between.accept(key);
    between.asked = true;
    expect(await between.run(key)).toMatchObject({ kind: 'skipped' });
    expect([a.row(key).description, b.row('b1').description]).toEqual(['van a', 'van b']);
  });

  it('have one tree under a root, and leave what is beside it', async () => {
    const b = new FakeShop('b');
    const root = b.enter({ name: 'Default Category' });
    const beside = b.enter({ name: 'Groothandel' });
    const between = new Between({ b, settings: { root }, back: {} });
    const key = between.a.enter({ name: 'Keuken' });
    const inB = b.enter({ name: 'Tuin', parentId: root });
    await between.rest();
    expect(between.a.paths()).toEqual(['Keuken', 'Tuin']);
    expect(between.links.get(`ab category ${key}`)?.targetId).toBeDefined();
    for (const id of [root, beside]) {
      expect(await between.run(id, 'ba')).toMatchObject({ reason: { code: 'outside_root' } });
    }
    b.edit(inB, { parentId: beside });
    expect(await between.run(inB, 'ba')).toMatchObject({ reason: { code: 'outside_root' } });
  });

  it('link what the other direction has linked, when that one stands alone', async () => {
    const between = new Between({ back: {} });
    const key = between.a.enter({ name: 'Thee' });
    await between.rest();
    between.links.delete('ba category b1');
    between.b.edit('b1', { name: 'Koffie' });
    await between.run('b1', 'ba');
    expect(between.a.paths()).toHaveLength(1);
    expect(between.links.get('ba category b1')?.targetId).toBe(key);
  });
});
