import { describe, expect, test } from 'vitest';
import type { LevelChange } from '../../../../src/connectors/contract/stock.ts';
import { stockTarget } from '../../../../src/connectors/magento/stock/target.ts';
import { requestFaults } from '../../../vendor/requests.ts';
import { FakeShop } from '../fake-shop.ts';

const sourceItems = 'POST /V1/inventory/source-items';

/** Levels to write, as they stand in the shop. */
async function changes(shop: FakeShop, wanted: Record<string, string>): Promise<LevelChange[]> {
  const ids = Object.keys(wanted).map((sku) => String(shop.have(sku).id));
  const standing = await stockTarget.standing(shop.api, ids, null);
  return Object.entries(wanted).map(([sku, quantity]) => {
    const id = String(shop.have(sku).id);
    const level = standing.get(id);
    if (level === undefined) throw new Error(`no level of ${sku}`);
    return { id, sku, quantity, standing: level };
  });
}

function shopWith(
  quantities: Record<string, number>,
  behaviour: ConstructorParameters<typeof FakeShop>[0] = {},
) {
  const shop = new FakeShop(behaviour);
  for (const [sku, quantity] of Object.entries(quantities)) {
    shop.product(sku);
    shop.keep(sku, quantity);
  }
  return shop;
}

async function standingOf(shop: FakeShop, sku: string) {
  const id = String(shop.have(sku).id);
  return (await stockTarget.standing(shop.api, [id], null)).get(id);
}

describe('a level as it stands', () => {
  test('is what lies in the source, and what open orders hold of it', async () => {
    const shop = shopWith({ MOK: 10 });
    shop.reservations.set('MOK', -3);
    expect(await standingOf(shop, 'MOK')).toEqual({
      sku: 'MOK',
      productId: String(shop.have('MOK').id),
      managed: true,
      location: 'default',
      onHand: '10',
      reserved: '3',
      available: '7',
    });
  });

  test('does not take the threshold for open orders', async () => {
    const shop = shopWith({ MOK: 10 });
    shop.have('MOK').stock.min_qty = 2;
    expect(await standingOf(shop, 'MOK')).toMatchObject({ onHand: '10', reserved: '0' });
  });

  test('asks for no product singly where nothing is reserved, however many there are', async () => {
    const many = Object.fromEntries(Array.from({ length: 98 }, (_, index) => [`SKU-${index}`, index]));
    const shop = shopWith({ ...many, NEW: 0, OUT: 0 });
    const ids = [...shop.products.keys()].map(String);
    expect((await stockTarget.standing(shop.api, ids, null)).size).toBe(100);
    expect(shop.api.calls.filter(({ path }) => path.includes('stockItems'))).toEqual([]);
    expect(shop.api.calls.length).toBeLessThan(12);
  });

  test('is not counted where counting is off, and of a product that consists of others', async () => {
    const shop = shopWith({ MADE: 0 });
    shop.have('MADE').stock.manage_stock = false;
    shop.product('RN-100', { type_id: 'configurable' });
    expect(await standingOf(shop, 'MADE')).not.toHaveProperty('onHand');
    expect(await standingOf(shop, 'MADE')).toMatchObject({ managed: false });
    expect(await standingOf(shop, 'RN-100')).toMatchObject({ managed: false });
  });

  test('of a source that nobody knows is refused by its name', async () => {
    const shop = shopWith({ MOK: 1 });
    const id = String(shop.have('MOK').id);
    await expect(stockTarget.standing(shop.api, [id], 'zuid')).rejects.toMatchObject({
      code: 'location_unknown',
      params: { location: 'zuid' },
    });
  });

  test('that is marked as sold out counts as none, so that its mark is mended', async () => {
    const shop = shopWith({});
    shop.product('MOK');
    shop.keep('MOK', 5, 'default', 0);
    expect(await standingOf(shop, 'MOK')).toMatchObject({ onHand: '0' });
  });
});

describe('writing levels', () => {
  test('sends all of them in one call, each with its status', async () => {
    const shop = shopWith({ A: 1, B: 4 });
    const outcomes = await stockTarget.set(shop.api, await changes(shop, { A: '7', B: '0' }), null);
    expect(outcomes).toEqual([{ kind: 'written' }, { kind: 'written' }]);
    expect(shop.deeds).toEqual([sourceItems]);
    const [body] = shop.bodies(sourceItems);
    expect(body).toEqual({
      sourceItems: [
        { sku: 'A', source_code: 'default', quantity: 7, status: 1 },
        { sku: 'B', source_code: 'default', quantity: 0, status: 0 },
      ],
    });
    expect(
      requestFaults('magento', { method: 'POST', path: '/V1/inventory/source-items', query: {}, body }),
    ).toEqual([]);
  });

  test('keeps what may be sold below zero in stock', async () => {
    const shop = shopWith({ A: 3 });
    shop.have('A').stock.backorders = 1;
    await stockTarget.set(shop.api, await changes(shop, { A: '0' }), null);
    expect(shop.items).toEqual([{ sku: 'A', source_code: 'default', quantity: 0, status: 1 }]);
  });

  test('what is sold out is asked for a few at a time, and each of these lists is written before the next', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`SKU-${index}`, 1]));
    const shop = shopWith(many);
    const wanted = await changes(shop, Object.fromEntries(Object.keys(many).map((sku) => [sku, '0'])));
    await stockTarget.set(shop.api, wanted, null);
    const sizes = shop.bodies(sourceItems).map(({ sourceItems: rows }) => (rows as unknown[]).length);
    expect(sizes).toEqual([15, 15, 10]);
    expect(shop.items.every(({ quantity, status }) => quantity === 0 && status === 0)).toBe(true);
  });

  test('S1: the last piece that is sold and not shipped stays in the source', async () => {
    const shop = shopWith({ A: 1 });
    shop.reservations.set('A', -1);
    const [change] = await changes(shop, { A: '1' });
    expect(change?.standing).toMatchObject({ onHand: '1', reserved: '1', available: '0' });
  });

  test('S4: 99 are written when one has a SKU that the sources do not take, in one call', async () => {
    const many = Object.fromEntries(Array.from({ length: 99 }, (_, index) => [`SKU-${index}`, 1]));
    const shop = shopWith({ ...many, 'SKU-X ': 1 });
    const wanted = await changes(
      shop,
      Object.fromEntries([...shop.products.values()].map(({ sku }) => [sku, '5'])),
    );
    const outcomes = await stockTarget.set(shop.api, wanted, null);
    expect(outcomes.filter(({ kind }) => kind === 'written')).toHaveLength(99);
    expect(outcomes[99]).toMatchObject({ kind: 'refused', refusal: { fields: ['sku'] } });
    expect(shop.deeds).toEqual([sourceItems]);
  });

  test('a row that nobody could know of is found, and the rest is written', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`SKU-${index}`, 1]));
    const shop = shopWith(many, { refusedSkus: ['SKU-17'] });
    const wanted = await changes(shop, Object.fromEntries(Object.keys(many).map((sku) => [sku, '5'])));
    const outcomes = await stockTarget.set(shop.api, wanted, null);
    expect(outcomes.flatMap(({ kind }, index) => (kind === 'refused' ? [wanted[index]?.sku] : []))).toEqual([
      'SKU-17',
    ]);
    expect(outcomes[17]).toMatchObject({
      refusal: { said: 'Validation Failed; "sku" can not contain that.' },
    });
    expect(shop.items.filter(({ quantity }) => quantity === 5)).toHaveLength(39);
    expect(shop.deeds.length).toBeLessThan(14);
  });

  test('what refuses every row is a problem of the list', async () => {
    const shop = shopWith({ A: 1, B: 1 }, { refusedSkus: ['A', 'B'] });
    await expect(
      stockTarget.set(shop.api, await changes(shop, { A: '2', B: '2' }), null),
    ).rejects.toMatchObject({
      code: 'refused',
    });
  });

  test('goes on with as many rows as the shop says that it takes, also with the next list', async () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`SKU-${index}`, 1]));
    const shop = shopWith(many, { maxRows: 20 });
    const all = (quantity: string) => Object.fromEntries(Object.keys(many).map((sku) => [sku, quantity]));
    await stockTarget.set(shop.api, await changes(shop, all('5')), null);
    const sizes = () => shop.bodies(sourceItems).map(({ sourceItems: rows }) => (rows as unknown[]).length);
    expect(sizes()).toEqual([50, 20, 20, 10]);
    await stockTarget.set(shop.api, await changes(shop, all('6')), null);
    expect(sizes().slice(4)).toEqual([20, 20, 10]);
    expect(shop.items.every(({ quantity }) => quantity === 6)).toBe(true);
  });

  test('S5: counting is switched on before the number', async () => {
    const shop = shopWith({ MADE: 0 });
    shop.have('MADE').stock.manage_stock = false;
    const [change] = await changes(shop, { MADE: '3' });
    if (change === undefined) throw new Error('no change');
    await stockTarget.set(shop.api, [{ ...change, managed: true }], null);
    expect(shop.deeds).toEqual(['PUT /V1/products/MADE/stockItems/1', sourceItems]);
    expect(shop.have('MADE').stock).toMatchObject({ manage_stock: true, use_config_manage_stock: false });
  });

  test('S6: what comes back gets its mark with its number', async () => {
    const shop = shopWith({ 'RN-100-L': 0 });
    await stockTarget.set(shop.api, await changes(shop, { 'RN-100-L': '5' }), null);
    expect(shop.items).toMatchObject([{ quantity: 5, status: 1 }]);
  });
});

test.each([true, false])('S6: a parent that stays sold out (%s) is told', async (sleepy) => {
  const shop = shopWith({}, { sleepy });
  const child = shop.product('RN-100-L', { visibility: 1 });
  shop.keep('RN-100-L', 5);
  shop.product('RN-100', { type_id: 'configurable', children: [child.id] });
  const id = String(child.id);
  expect(await stockTarget.asleep?.(shop.api, [id])).toEqual(new Map(sleepy ? [[id, 'RN-100']] : []));
});

describe('what is written counts open orders', () => {
  const open = (sku: string) => ({
    items: [{ sku, product_type: 'simple', qty_ordered: 3, qty_shipped: 0 }],
  });

  test('as still on the shelf, where the shop reserves', async () => {
    const shop = shopWith({ A: 10 });
    shop.reservations.set('A', -3);
    shop.orders.push(open('A'));
    expect(await stockTarget.counts(shop.api)).toBe('physical');
  });

  test('as gone, where a module switched reservations off', async () => {
    const shop = shopWith({ A: 10 });
    shop.orders.push(open('A'));
    expect(await stockTarget.counts(shop.api)).toBe('net');
  });

  test('as still on the shelf, where no order is open', async () => {
    expect(await stockTarget.counts(shopWith({ A: 10 }).api)).toBe('physical');
  });

  test('as gone, where there are no sources', async () => {
    expect(await stockTarget.counts(shopWith({ A: 1 }, { hasSources: false }).api)).toBe('net');
  });
});

test('without sources each number is written by itself, with its mark', async () => {
  const shop = shopWith({ A: 0 }, { hasSources: false });
  Object.assign(shop.have('A').stock, { qty: 4, is_in_stock: true });
  expect(await standingOf(shop, 'A')).toMatchObject({ onHand: '4', managed: true });
  await stockTarget.set(shop.api, await changes(shop, { A: '0' }), null);
  expect(shop.have('A').stock).toMatchObject({ qty: 0, is_in_stock: false });
});

test('SKUs are found as the shop compares them', async () => {
  const shop = shopWith({ 'AB-1': 1 });
  const { skus } = stockTarget;
  if (skus.kind !== 'by-search') throw new Error('it is searched');
  expect(await skus.find(shop.api, ['ab-1 ', 'AB 1'])).toEqual(
    new Map([['ab-1 ', [String(shop.have('AB-1').id)]]]),
  );
});
