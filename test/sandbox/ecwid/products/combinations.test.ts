import { beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

let shop: TestShop;
let id: number;

const colour = {
  type: 'SELECT',
  name: 'Kleur',
  choices: [{ text: 'Blauw' }, { text: 'Rood', priceModifier: 2.5 }],
};

async function add(value: string, more: JsonObject = {}) {
  return shop.call('POST', `/products/${id}/combinations`, { options: [{ name: 'Kleur', value }], ...more });
}

async function list(): Promise<JsonObject[]> {
  return objectsIn((await shop.get(`/products/${id}/combinations`)).json);
}

beforeEach(async () => {
  shop = new TestShop();
  const body = { sku: 'MUG', name: 'Mok', price: 10, quantity: 5, options: [colour] };
  id = Number((await shop.call('POST', '/products', body)).body.id);
});

describe('a variation', () => {
  it('inherits what it does not have, and is priced by its choices', async () => {
    const made = await add('Rood');
    const [variation] = await list();
    expect(variation).toMatchObject({
      id: made.body.id,
      combinationNumber: 1,
      options: [{ name: 'Kleur', value: 'Rood' }],
      defaultDisplayedPrice: 12.5,
      quantity: 5,
    });
    expect(variation).not.toHaveProperty('sku');
    expect(variation).not.toHaveProperty('price');
    expect((await shop.get(`/products/${id}/combinations/${made.body.id}`)).body).toEqual(variation);
    expect((await shop.get(`/products/${id}/combinations/1`)).body.errorCode).toBe('COMBINATION_NOT_FOUND');
  });

  it('brings option values with it that did not exist, without new ids for the others', async () => {
    await add('Rood', { sku: 'MUG-R', quantity: 1 });
    const [red] = await list();
    await add('Groen', { sku: 'MUG-G', quantity: 2, attributes: [{ alias: 'UPC', value: '0406381333948' }] });
    const { options } = (await shop.get(`/products/${id}`)).body;
    expect(objectsIn(objectsIn(options)[0]?.choices).map(({ text }) => text)).toEqual([
      'Blauw',
      'Rood',
      'Groen',
    ]);
    const [same, green] = await list();
    expect(same?.id).toBe(red?.id);
    expect(green).toMatchObject({ quantity: 2, attributes: [{ type: 'UPC', value: '0406381333948' }] });
  });

  it('needs a plan that has variations', async () => {
    shop.standIn.change({ planAllowsVariations: false });
    const refused = await add('Rood');
    expect([refused.status, refused.body.errorCode]).toEqual([402, 'NOT_AVAILABLE_ON_CURRENT_PLAN']);
  });

  it('is refused twice, and without options', async () => {
    await add('Rood');
    const again = await add('Rood');
    expect([again.status, again.body.errorCode]).toEqual([409, 'COMBINATION_DUPLICATED']);
    const without = await shop.call('POST', `/products/${id}/combinations`, {});
    expect(without.body.errorMessage).toBe('Field Combination.options is absent');
  });

  it('shares the stock of the product unless it has a SKU of its own', async () => {
    const shared = (await add('Blauw')).body.id;
    const own = (await add('Rood', { sku: 'MUG-R', quantity: 7 })).body.id;
    const inventory = (of: unknown) => `/products/${id}/combinations/${of}/inventory`;
    await shop.call('PUT', inventory(shared), { quantityDelta: -2 });
    await shop.call('PUT', inventory(own), { quantityDelta: 1 });
    expect((await shop.get(`/products/${id}`)).body.quantity).toBe(3);
    expect((await list()).map(({ quantity }) => quantity)).toEqual([3, 8]);
    const refused = await shop.call('PUT', `/products/${id}/combinations/${shared}`, { quantity: 9 });
    expect([refused.status, refused.body.errorCode]).toEqual([400, 'DIFFERENT_COMBINATION_STOCK']);
    shop.standIn.change({ parentQuantity: 'sum' });
    expect((await shop.get(`/products/${id}`)).body.quantity).toBe(11);
  });

  it('begins with the shared stock when it gets a SKU of its own', async () => {
    const blue = (await add('Blauw')).body.id;
    await shop.call('PUT', `/products/${id}/combinations/${blue}`, { sku: 'MUG-B' });
    await shop.call('PUT', `/products/${id}`, { unlimited: true });
    expect((await list())[0]).toMatchObject({ sku: 'MUG-B', unlimited: false, quantity: 5 });
    await shop.call('PUT', `/products/${id}/combinations/${blue}`, { sku: null });
    expect((await list())[0]).toMatchObject({ unlimited: true });
    expect((await list())[0]).not.toHaveProperty('quantity');
  });

  it('is changed in part, and deleted singly or all together', async () => {
    const red = (await add('Rood', { sku: 'MUG-R', quantity: 7, price: 11 })).body.id;
    await add('Blauw');
    await shop.call('PUT', `/products/${id}/combinations/${red}`, { quantity: 3 });
    expect((await list())[0]).toMatchObject({ id: red, sku: 'MUG-R', price: 11, quantity: 3 });
    expect((await shop.call('DELETE', `/products/${id}/combinations/${red}`)).body).toEqual({
      deleteCount: 1,
    });
    expect(await list()).toHaveLength(1);
    expect((await shop.call('DELETE', `/products/${id}/combinations`)).body).toEqual({ deleteCount: 1 });
    expect(await list()).toEqual([]);
  });
});

describe('the options of a product with variations', () => {
  const fewer = { options: [{ ...colour, choices: [{ text: 'Blauw' }] }] };

  beforeEach(async () => {
    await add('Blauw', { sku: 'MUG-B', quantity: 4 });
    await add('Rood', { sku: 'MUG-R', quantity: 6 });
  });

  it('keep what a variation uses', async () => {
    const value = await shop.call('PUT', `/products/${id}`, fewer);
    expect([value.status, value.body.errorCode]).toEqual([409, 'COMBINATION_CONTAINS_REMOVED_OPTION_VALUE']);
    const option = await shop.call('PUT', `/products/${id}`, { options: [] });
    expect(option.body.errorCode).toBe('COMBINATION_CONTAINS_REMOVED_OPTION');
    expect(await list()).toHaveLength(2);
  });

  it('lose it where variations are to be rebuilt; those that stay have new ids and their stock', async () => {
    const before = (await list()).map((each) => each.id);
    await shop.call('PUT', `/products/${id}?rebuildVariationsOnOptionsUpdate=true`, fewer);
    const [blue, ...rest] = await list();
    expect([blue?.sku, blue?.quantity, rest]).toEqual(['MUG-B', 4, []]);
    expect(before).not.toContain(blue?.id);
  });

  it('give new ids to variations when they change, and none when they are sent as they were', async () => {
    const before = (await list()).map((each) => each.id);
    await shop.call('PUT', `/products/${id}`, { options: [colour] });
    expect((await list()).map((each) => each.id)).toEqual(before);
    const more = { options: [{ ...colour, choices: [...colour.choices, { text: 'Groen' }] }] };
    shop.standIn.change({ combinationIds: 'kept' });
    await shop.call('PUT', `/products/${id}`, more);
    expect((await list()).map((each) => each.id)).toEqual(before);
    shop.standIn.change({ combinationIds: 'new' });
    await shop.call('PUT', `/products/${id}`, { options: [colour] });
    expect((await list()).some((each) => before.includes(each.id ?? null))).toBe(false);
  });
});

describe('variations in the body of the product', () => {
  const combinations = [
    { options: [{ name: 'Kleur', value: 'Rood' }], sku: 'MUG-R', quantity: 1 },
    { options: [{ name: 'Kleur', value: 'Geel' }], sku: 'MUG-Y', quantity: 2 },
  ];

  it('are ignored in silence unless they are to be saved', async () => {
    await add('Rood', { sku: 'MUG-R', quantity: 9 });
    await shop.call('PUT', `/products/${id}`, { combinations });
    expect((await list()).map(({ quantity }) => quantity)).toEqual([9]);
  });

  it('are the whole list where they are saved; one keeps its id by its choices', async () => {
    const red = (await add('Rood', { sku: 'MUG-R', quantity: 9 })).body.id;
    await add('Blauw');
    await shop.call('PUT', `/products/${id}?saveCombinations=true`, { combinations });
    expect((await list()).map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['MUG-R', 1],
      ['MUG-Y', 2],
    ]);
    expect((await list())[0]?.id).toBe(red);
  });

  it('are at most two hundred', async () => {
    const many = Array.from({ length: 201 }, (_, index) => ({
      options: [{ name: 'Nr', value: String(index) }],
    }));
    const refused = await shop.call('PUT', `/products/${id}?saveCombinations=true`, { combinations: many });
    expect(refused.body.errorCode).toBe('COMBINATION_LIMIT_PER_REQUEST_EXCEEDED');
  });
});
