import { describe, expect, test } from 'vitest';
import { type Given, World } from './world.ts';

async function inCategories(ids: string[], settings: Given = {}) {
  const world = new World({ settings });
  for (const id of ['14', '20', '21']) world.forth.categories.set(id, `c${id}`);
  const source = world.from.put({ sku: 'MOK', categories: ids });
  await world.run();
  return { world, source, there: world.to.get(world.link(source.id).targetId) };
}

describe('categories', () => {
  test('are followed; what the merchant added stays (C2)', async () => {
    const { world, source, there } = await inCategories(['14', '20']);
    expect(there.categories).toEqual(['c14', 'c20']);
    there.categories.push('c33');
    source.categories = ['14', '21'];
    await world.run();
    expect(new Set(there.categories)).toEqual(new Set(['c14', 'c21', 'c33']));
    source.fields.price = '14.52';
    await world.run();
    expect(new Set(there.categories)).toEqual(new Set(['c14', 'c21', 'c33']));
  });

  test('that the merchant had put it into before Koppel came are not taken away', async () => {
    const world = new World();
    for (const id of ['14', '20']) world.forth.categories.set(id, `c${id}`);
    const source = world.from.put({ sku: 'MOK', categories: ['14', '20'] });
    const there = world.to.put({ sku: 'MOK', categories: ['c14'] });
    await world.run();
    source.categories = [];
    await world.run();
    expect(there.categories).toEqual(['c14']);
  });

  test('that the merchant took it out of stay out until the source changes them', async () => {
    const { world, source, there } = await inCategories(['14', '20']);
    there.categories = ['c14'];
    source.fields.name = 'Mok';
    await world.run();
    expect(there.categories).toEqual(['c14']);
    source.categories.push('21');
    await world.run();
    expect(there.categories).toEqual(['c14', 'c21']);
  });

  test('whose link is gone for a while are not taken away', async () => {
    const { world, source, there } = await inCategories(['14', '20']);
    world.forth.categories.clear();
    await world.run();
    expect(there.categories).toEqual(['c14', 'c20']);
    source.categories = ['14'];
    await world.run();
    expect(there.categories).toEqual(['c14']);
    world.forth.categories.set('14', 'c14');
    await world.run();
    expect(there.categories).toEqual(['c14']);
  });

  test('follow the table when it is changed', async () => {
    const { world, there } = await inCategories(['14'], {
      categories: { by: 'map', map: { map: { '14': 'tea' } } },
    });
    world.forth.settings.categories.map = { map: { '14': 'coffee' } };
    await world.run();
    expect(there.categories).toEqual(['coffee']);
  });

  test('that no link places are left out, and follow once they are linked', async () => {
    const { world, source, there } = await inCategories(['14', '99']);
    expect(there.categories).toEqual(['c14']);
    world.forth.categories.set('99', 'c99');
    await world.run([source.id]);
    expect(there.categories).toEqual(['c14', 'c99']);
  });

  test('go by a table with "map"', async () => {
    const { there } = await inCategories(['14', '20'], {
      categories: { by: 'map', map: { map: { '20': 'tea' } } },
    });
    expect(there.categories).toEqual(['tea']);
  });

  test('are left alone with "ignore"', async () => {
    const { there } = await inCategories(['14', '20'], { categories: { by: 'ignore' } });
    expect(there.categories).toEqual([]);
  });
});

describe('attributes', () => {
  const settings = { attributes: { map: { Origin: 'herkomst', Glaze: 'glazuur' } } };

  test('go under the target’s name where the table has one, else they are left out', async () => {
    const world = new World({ settings });
    const attributes = [
      { name: 'Origin', values: ['Delft'] },
      { name: 'Shelf', values: ['7'] },
    ];
    world.from.put({ sku: 'MOK', attributes });
    await world.run();
    expect(world.to.bySku('MOK')[0]?.attributes).toEqual([{ name: 'herkomst', values: ['Delft'] }]);
  });

  test('are followed one by one, and those of the merchant stay', async () => {
    const world = new World({ settings });
    const source = world.from.put({
      sku: 'MOK',
      attributes: [
        { name: 'Origin', values: ['Delft'] },
        { name: 'Glaze', values: ['matt'] },
      ],
    });
    await world.run();
    const there = world.to.get(world.link(source.id).targetId);
    there.attributes = [
      { name: 'herkomst', values: ['Delft, NL'] },
      { name: 'glazuur', values: ['matt'] },
      { name: 'own', values: ['x'] },
    ];
    source.attributes = [{ name: 'Origin', values: ['Delft'] }];
    await world.run();
    expect(there.attributes).toEqual([
      { name: 'herkomst', values: ['Delft, NL'] },
      { name: 'own', values: ['x'] },
    ]);
    source.attributes = [{ name: 'Origin', values: ['Makkum'] }];
    await world.run();
    expect(there.attributes).toContainEqual({ name: 'herkomst', values: ['Makkum'] });
  });
});
