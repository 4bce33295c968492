import { describe, expect, test } from 'vitest';
import { Problem } from '../../../src/records/problem.ts';
import { FakeShop, net } from './fake-shop.ts';
import { World } from './world.ts';

describe('a preview', () => {
  test('of a new product shows the whole body, and the prices as people pay them', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'MOK', fields: { price: '29.99', listPrice: '34.99' } });
    const shown = await world.preview(id);
    expect(shown).toMatchObject({
      source: { id, sku: 'MOK' },
      skips: null,
      writes: [{ what: 'product', does: 'create', body: { sku: 'MOK', price: '24.785124' } }],
      checks: [
        { name: 'price', expected: '29.99', actual: '29.99' },
        { name: 'listPrice', expected: '34.99', actual: '34.99' },
      ],
      problem: null,
    });
    expect(world.to.writes).toEqual([]);
    expect(world.intended).toEqual([]);
    expect(world.fetched).toEqual([]);
  });

  test.each([
    ['its own', { vatRate: '21' }, {}],
    ['that of its class', { vatRate: undefined, vatClass: 'goods' }, { vatRate: { map: { goods: '21' } } }],
  ])('finds prices right that are rounded, at the rate that is %s', async (_whose, fields, price) => {
    const settings = { price };
    const world = new World({ to: new FakeShop('b', { ...net, priceDecimals: 2 }), settings });
    const { id } = world.from.put({ sku: 'MOK', fields: { price: '10.00', ...fields } });
    expect(await world.preview(id)).toMatchObject({
      writes: [{ body: { price: '8.26' } }],
      checks: [{ name: 'price', expected: '10.00', actual: '10.00' }],
    });
  });

  test('finds prices right that are at rest by a rate of each side, and shows what they are worth where they are not', async () => {
    const world = new World({ to: new FakeShop('b', { ...net, priceDecimals: 2 }) });
    world.bothWays = true;
    const { id } = world.from.put({ sku: 'MOK', fields: { price: '10.90', vatRate: '9' } });
    await world.run();
    await world.runBack();
    world.to.get(world.link(id).targetId).fields.price = '20';
    await world.runBack();
    const checks = async () => (await world.preview(id)).checks;
    expect(world.from.get(id).fields.price).toBe('24.2');
    expect(await checks()).toEqual([{ name: 'price', expected: '24.20', actual: '24.20' }]);
    world.to.get(world.link(id).targetId).fields.price = '21';
    expect(await checks()).toEqual([{ name: 'price', expected: '24.20', actual: '21.80' }]);
  });

  test('of one that stands there shows what would change, pictures without their bytes', async () => {
    const world = new World();
    const source = world.from.put({ sku: 'MOK' });
    await world.run();
    source.fields.name = 'Mok';
    source.pictures = [world.from.picture('one')];
    const [write] = (await world.preview(source.id)).writes;
    expect(write).toMatchObject({
      does: 'update',
      body: { fields: { name: 'Mok' }, addPictures: [{ url: source.pictures[0]?.url, position: 0 }] },
    });
    expect(Object.keys(write?.body as object)).toEqual(['fields', 'addPictures']);
  });

  test('of one with nothing new, of one that would be adopted, and of one that would not be made', async () => {
    const world = new World({ settings: { create: false, update: false } });
    const known = world.from.put({ sku: 'A' });
    world.to.put({ sku: 'A' });
    expect(await world.preview(known.id)).toMatchObject({
      writes: [{ does: 'adopt', body: null }],
      skips: null,
    });
    await world.run();
    expect(await world.preview(known.id)).toMatchObject({
      writes: [{ does: 'use' }],
      skips: { code: 'nothing_new' },
    });
    const missing = world.from.put({ sku: 'B' });
    expect(await world.preview(missing.id)).toMatchObject({
      writes: [{ does: 'skip' }],
      skips: { code: 'not_created' },
    });
  });

  test('of one that would be parked shows why, and what was read', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'MOK', fields: { vatRate: undefined } });
    expect(await world.preview(id)).toMatchObject({
      source: { sku: 'MOK' },
      writes: [],
      problem: { code: 'product_vat_unknown' },
    });
    const bundle = world.from.put({ sku: 'SET', fields: { unsupported: 'bundle' } });
    expect(await world.preview(bundle.id)).toMatchObject({ skips: { code: 'unsupported' } });
  });

  test('of one that is gone', async () => {
    const world = new World({ settings: { gone: 'deactivate' } });
    const { id } = world.from.put({ sku: 'MOK' });
    await world.run();
    world.from.products.clear();
    expect(await world.preview(id)).toMatchObject({
      writes: [{ does: 'update', body: { fields: { active: false } } }],
    });
    await expect(world.preview('none')).rejects.toThrow(Problem);
    expect(world.to.writes).toHaveLength(1);
  });
});
