import { describe, expect, test } from 'vitest';
import { lookups } from '../../../../src/connectors/shopify/lookups.ts';
import { stockSource } from '../../../../src/connectors/shopify/stock/source.ts';
import { variantLevels } from '../../../../src/connectors/shopify/stock/stock.graphql.ts';
import { stockTarget } from '../../../../src/connectors/shopify/stock/target.ts';
import { maxWaitMs } from '../../../../src/engine/connection/limits/gate.ts';
import { rows } from '../answers.ts';
import { type Answers, FakeShop, type Variables } from '../fake-shop.ts';

interface Entry {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly changeFromQuantity: number | null;
}

const numberIn = (id: string) => Number(/(\d+)$/.exec(id)?.[1]);

/** Two hundred variants at place 57; those of `absent` are not kept there, those of `fixed` cannot be set. */
class Shelf extends FakeShop {
  readonly available = new Map<number, number>();
  readonly keys: string[] = [];

  constructor(
    private readonly given: { readonly absent?: readonly number[]; readonly fixed?: readonly number[] } = {},
    more: Answers = {},
  ) {
    super({
      VariantLevels: ({ ids }) => ({ nodes: (ids as string[]).map((id) => this.#variant(numberIn(id))) }),
      SetLevels: ({ input, key }) => this.#set((input as { quantities: Entry[] }).quantities, String(key)),
      Track: () => ({ inventoryItemUpdate: { userErrors: [] } }),
      ...more,
    });
    for (let number = 1; number <= 200; number++) this.available.set(number, 6);
  }

  #variant(number: number) {
    const quantity = this.available.get(number);
    if (quantity === undefined) return null;
    const quantities = [
      { name: 'available', quantity },
      { name: 'on_hand', quantity: quantity + 4 },
      { name: 'committed', quantity: 4 },
    ];
    return {
      id: `gid://shopify/ProductVariant/${number}`,
      sku: `S-${number}`,
      displayName: `Stoel ${number}`,
      inventoryQuantity: quantity,
      product: { id: 'gid://shopify/Product/9' },
      inventoryItem: {
        id: `gid://shopify/InventoryItem/${number}`,
        tracked: true,
        inventoryLevel: this.given.absent?.includes(number) ? null : { quantities },
      },
    };
  }

  /** One wrong entry refuses the whole list. */
  #set(entries: readonly Entry[], key: string) {
    this.keys.push(key);
    const refused = entries.flatMap(({ inventoryItemId, changeFromQuantity }, index) => {
      const item = numberIn(inventoryItemId);
      const isStale = changeFromQuantity !== null && this.available.get(item) !== changeFromQuantity;
      const code = this.given.fixed?.includes(item)
        ? 'NON_MUTABLE_INVENTORY_ITEM'
        : isStale
          ? 'CHANGE_FROM_QUANTITY_STALE'
          : null;
      const field = ['input', 'quantities', String(index), 'quantity'];
      return code === null ? [] : [{ field, message: `The item is refused: ${code}`, code }];
    });
    if (refused.length === 0)
      for (const { inventoryItemId, quantity } of entries)
        this.available.set(numberIn(inventoryItemId), quantity);
    return { inventorySetQuantities: { refused } };
  }
}

const ids = (numbers: readonly number[]) => numbers.map((number) => `9:${number}`);
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

async function write(shelf: Shelf, numbers: readonly number[], quantity: string) {
  const standing = await stockTarget.standing(shelf, ids(numbers), '57');
  const changes = ids(numbers).flatMap((id) => {
    const level = standing.get(id);
    return level === undefined ? [] : [{ id, sku: level.sku ?? '', quantity, standing: level }];
  });
  return { changes, outcomes: await stockTarget.set(shelf, changes, '57') };
}

describe('levels', () => {
  test('go in one call, each with the number that it had, at the place that is named (S7)', async () => {
    const shelf = new Shelf();
    const { outcomes } = await write(shelf, range(200), '13');
    expect(outcomes.every(({ kind }) => kind === 'written')).toBe(true);
    expect(shelf.keys).toHaveLength(1);
    const [sent] = shelf.operations.slice(-1);
    const input = sent?.variables.input as Variables & { quantities: Entry[] };
    expect(input).toMatchObject({ name: 'available', reason: 'correction' });
    expect(input.quantities[0]).toEqual({
      inventoryItemId: 'gid://shopify/InventoryItem/1',
      locationId: 'gid://shopify/Location/57',
      quantity: 13,
      changeFromQuantity: 6,
    });
  });

  test('are read by calls for whose points the limiter waits on the smallest plan (sheet 3.1)', async () => {
    const shelf = new Shelf();
    const standing = await stockTarget.standing(shelf, ids(range(200)), '57');
    expect(standing.size).toBe(200);
    const sizes = shelf.operations.map(({ variables }) => (variables.ids as string[]).length);
    const pointsASecond = 100;
    expect(Math.max(...sizes) * variantLevels.cost).toBeLessThanOrEqual((pointsASecond * maxWaitMs) / 1000);
  });

  test('of a list with one that cannot be set are set within one more call, under a key of its own (S4)', async () => {
    const shelf = new Shelf({ fixed: [171] });
    const { outcomes } = await write(shelf, range(200), '7');
    expect(outcomes.filter(({ kind }) => kind === 'written')).toHaveLength(199);
    expect(outcomes[170]).toMatchObject({
      kind: 'refused',
      refusal: { systemCode: 'NON_MUTABLE_INVENTORY_ITEM' },
    });
    expect(new Set(shelf.keys).size).toBe(2);
    expect(shelf.available.get(171)).toBe(6);
  });

  test('that the shop has sold of since they were read are stale, and stay (S2)', async () => {
    const shelf = new Shelf();
    const standing = await stockTarget.standing(shelf, ids([1, 2]), '57');
    shelf.available.set(1, 2);
    const changes = ids([1, 2]).map((id) => ({
      id,
      sku: '',
      quantity: '5',
      standing: standing.get(id) ?? {},
    }));
    expect(await stockTarget.set(shelf, changes, '57')).toEqual([{ kind: 'stale' }, { kind: 'written' }]);
    expect(shelf.available.get(1)).toBe(2);
    expect(shelf.available.get(2)).toBe(5);
  });

  test('that are not kept at a place are none, and none is zero (S3)', async () => {
    const shelf = new Shelf({ absent: [3] });
    const standing = await stockTarget.standing(shelf, ids([2, 3, 999]), '57');
    expect([...standing]).toEqual([
      ['9:2', expect.objectContaining({ available: '6', onHand: '10', reserved: '4', managed: true })],
    ]);
  });

  test('that are to be counted are switched on first; what is gone is told', async () => {
    const shelf = new Shelf();
    const standing = { available: '6', managed: false };
    const changes = [
      { id: '9:1', sku: '', quantity: '4', managed: false, standing },
      { id: '9:999', sku: '', quantity: '4', standing },
    ];
    expect(await stockTarget.set(shelf, changes, '57')).toEqual([{ kind: 'written' }, { kind: 'gone' }]);
    expect(shelf.names().slice(1)).toEqual(['Track']);
  });

  test('of one that cannot be counted hold up no other (S4)', async () => {
    const shelf = new Shelf(
      {},
      {
        Track: ({ id }) => ({
          inventoryItemUpdate: {
            refused: numberIn(String(id)) === 1 ? [{ field: ['id'], message: 'No' }] : [],
          },
        }),
      },
    );
    const standing = { available: '6', managed: false };
    const changes = [1, 2].map((number) => ({
      ...{ id: `9:${number}`, sku: '', quantity: '4', managed: false, standing },
    }));
    const outcomes = await stockTarget.set(shelf, changes, '57');
    expect(outcomes).toMatchObject([{ kind: 'refused', refusal: { said: 'No' } }, { kind: 'written' }]);
  });
});

const place = (number: number) => ({
  id: `gid://shopify/Location/${number}`,
  name: `Place ${number}`,
  isActive: true,
});

test('all places are there to pick, however many there are', async () => {
  const shop = new FakeShop({
    Places: ({ after }) => ({
      locations:
        after === null
          ? rows(range(50).map(place), 'p')
          : rows([...range(13).map((n) => place(n + 50)), { ...place(99), isActive: false }]),
    }),
  });
  const { locations } = lookups;
  if (typeof locations !== 'function') throw new Error('not asked for');
  expect((await locations(shop)).map(({ value }) => value)).toHaveLength(63);
});

test('changed levels are read place by place, page by page', async () => {
  const level = (number: number) => ({
    updatedAt: '2026-11-21T11:00:00Z',
    item: { id: `gid://shopify/InventoryItem/${number}` },
  });
  const pages: Record<string, unknown> = {
    'gid://shopify/Location/1 null': rows([level(1)], 'a'),
    'gid://shopify/Location/1 a': rows([level(2)]),
    'gid://shopify/Location/2 null': rows([level(1), level(3)]),
  };
  const shop = new FakeShop({
    Places: () => ({ locations: rows([place(1), place(2)]) }),
    ChangedLevels: ({ id, after }) => ({ location: { inventoryLevels: pages[`${id} ${after}`] } }),
  });
  const { changes } = stockSource;
  if (changes.kind !== 'by-time') throw new Error('not by time');
  const window = { since: new Date('2026-11-21T10:00:00Z'), until: new Date('2026-11-21T12:00:00Z') };
  const keys: string[] = [];
  for (let page: string | null | undefined = null; page !== undefined; ) {
    const read = await changes.page(shop, { ...window, page });
    keys.push(...read.changes.map(({ key }) => key));
    page = read.next ?? undefined;
  }
  expect(keys).toEqual(['1', '2', '1', '3']);
});
