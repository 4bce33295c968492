import { describe, expect, it } from 'vitest';
import { problem } from '../../../src/records/problem.ts';
import { Between } from './harness.ts';

describe('a preview', () => {
  it('shows the parents that would be made first, and writes nothing', async () => {
    const between = new Between();
    const { a, b } = between;
    const id = b.enter({ name: 'Huis' });
    const huis = a.enter({ name: 'Huis' });
    const keuken = a.enter({ name: 'Keuken', parentId: huis });
    const thee = a.enter({ name: 'Thee', parentId: keuken });
    expect(await between.preview(thee)).toMatchObject({
      source: { id: thee, name: 'Thee' },
      skips: null,
      problem: null,
      writes: [
        { does: 'adopt', body: null },
        { does: 'create', body: { name: 'Keuken', parentId: id } },
        { does: 'create', body: { name: 'Thee', parentId: null } },
      ],
    });
    expect([between.writes, between.links.size, between.steps.size]).toEqual([[], 0, 0]);
  });

  it('shows what an update would set', async () => {
    const between = new Between();
    const key = between.a.enter({ name: 'Thee', description: 'x' });
    await between.run(key);
    expect(await between.preview(key)).toMatchObject({ skips: { code: 'nothing_new' }, writes: [] });
    between.a.edit(key, { description: 'y' });
    expect(await between.preview(key)).toMatchObject({
      skips: null,
      writes: [{ what: 'category', does: 'update', body: { description: 'y' } }],
    });
  });

  it('shows why it would be skipped, or parked', async () => {
    const between = new Between({ settings: { create: false } });
    const { a, b } = between;
    const top = a.enter({ name: 'Huis' });
    const below = a.enter({ name: 'Thee', parentId: top });
    expect(await between.preview(top)).toMatchObject({ skips: { code: 'not_created' } });
    expect(await between.preview(below)).toMatchObject({ skips: { code: 'parent_not_made' } });
    b.enter({ name: 'Huis' });
    b.enter({ name: 'huis' });
    expect(await between.preview(top)).toMatchObject({
      source: { id: top },
      problem: { code: 'category_name_taken' },
    });
    await expect(between.preview('a99')).rejects.toMatchObject({ code: 'category_gone' });
  });

  it('shows what there is where the target is away, and says so', async () => {
    const between = new Between();
    const key = between.a.enter({ name: 'Huis' });
    between.b.trouble = () => {
      throw problem('retry', 'network_failed', { system: 'B' });
    };
    expect(await between.preview(key)).toMatchObject({
      ...{ source: { id: key }, skips: null, writes: [] },
      problem: { kind: 'retry', code: 'network_failed' },
    });
  });
});
