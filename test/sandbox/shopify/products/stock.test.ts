import { expect, it } from 'vitest';
import { at, TestShop } from '../shop.ts';

const location = 'gid://shopify/Location/87012345678';
const shopFloor = 'gid://shopify/Location/87012345679';
const set = (
  key = '@idempotent(key: $k)',
) => `mutation ($in: InventorySetQuantitiesInput!${key === '' ? '' : ', $k: String!'}) { inventorySetQuantities(input: $in) ${key} {
  inventoryAdjustmentGroup { reason changes { name delta quantityAfterChange } } userErrors { field message code } } }`;

async function shopWithMug() {
  const shop = new TestShop();
  const { id } = await shop.control('POST', '/products', {
    name: 'Mok',
    sku: 'MOK',
    price: '12.10',
    pieces: 15,
  });
  const read = async (): Promise<unknown> => {
    const data = await shop.data(
      '{ inventoryItems(first: 1, query: "sku:MOK") { nodes { id inventoryLevels(first: 5) { nodes { location { id } quantities(names: ["available", "on_hand", "committed"]) { name quantity } } } } } }',
    );
    return at(data, 'inventoryItems', 'nodes', 0);
  };
  const item = at(await read(), 'id');
  const input = (more: object, reason = 'correction') => ({
    ...{
      name: 'available',
      reason,
      quantities: [{ inventoryItemId: item, locationId: location, quantity: 12, ...more }],
    },
  });
  return { shop, id, item, read, input };
}

it('sets a quantity when the one before is as expected, and says by how much', async () => {
  const { shop, input, read } = await shopWithMug();
  const done = await shop.done(set(), { k: 'a', in: input({ changeFromQuantity: 15 }) });
  expect(done.inventoryAdjustmentGroup).toEqual({
    reason: 'correction',
    changes: [
      { name: 'available', delta: -3, quantityAfterChange: null },
      { name: 'on_hand', delta: -3, quantityAfterChange: null },
    ],
  });
  expect(at(await read(), 'inventoryLevels', 'nodes', 0, 'quantities')).toEqual([
    { name: 'available', quantity: 12 },
    { name: 'on_hand', quantity: 12 },
    { name: 'committed', quantity: 0 },
  ]);
});

it('refuses a stale number, and answers a repeat with what the first attempt got', async () => {
  const { shop, input } = await shopWithMug();
  const stale = [
    { field: ['input', 'quantities', '0', 'changeFromQuantity'], code: 'CHANGE_FROM_QUANTITY_STALE' },
  ];
  expect(await shop.refused(set(), { k: 'a', in: input({ changeFromQuantity: 14 }) })).toMatchObject(stale);
  expect(await shop.refused(set(), { k: 'a', in: input({ changeFromQuantity: 14 }) })).toMatchObject(stale);
  const first = await shop.done(set(), { k: 'b', in: input({ changeFromQuantity: 15 }) });
  expect(await shop.done(set(), { k: 'b', in: input({ changeFromQuantity: 15 }) })).toEqual(first);
  expect(
    await shop.refused(set(), { k: 'b', in: input({ changeFromQuantity: 12, quantity: 3 }) }),
  ).toMatchObject([{ code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' }]);
  shop.world.pass(3_600_001);
  expect(await shop.refused(set(), { k: 'b', in: input({ changeFromQuantity: 15 }) })).toMatchObject(stale);
});

it('needs the key and the number from 2026-04 on; null skips the comparison', async () => {
  const { shop, input } = await shopWithMug();
  expect(
    at(
      await shop.ask(set(''), { in: input({ changeFromQuantity: null }) }),
      'errors',
      0,
      'extensions',
      'code',
    ),
  ).toBe('BAD_REQUEST');
  expect(at(await shop.ask(set(), { k: 'a', in: input({}) }), 'errors', 0, 'extensions', 'code')).toBe(
    'INVALID_FIELD_ARGUMENTS',
  );
  expect(await shop.done(set(), { k: 'b', in: input({ changeFromQuantity: null }) })).toMatchObject({
    userErrors: [],
  });
  const older = await shop.ask(set(''), { in: input({ changeFromQuantity: null, quantity: 4 }) }, '2026-01');
  expect(at(older, 'data', 'inventorySetQuantities', 'userErrors')).toEqual([]);
});

it.each([
  ['an unknown item', { inventoryItemId: 'gid://shopify/InventoryItem/1' }, 'INVALID_INVENTORY_ITEM'],
  ['an unknown place', { locationId: 'gid://shopify/Location/1' }, 'INVALID_LOCATION'],
  ['fewer than none', { quantity: -1 }, 'INVALID_QUANTITY_NEGATIVE'],
  ['far too many', { quantity: 1_000_000_001 }, 'INVALID_QUANTITY_TOO_HIGH'],
])('refuses %s, and with it the whole list', async (_, more, code) => {
  const { shop, input, item, read } = await shopWithMug();
  const before = await read();
  const good = { inventoryItemId: item, locationId: shopFloor, quantity: 2, changeFromQuantity: null };
  const given = input({ changeFromQuantity: null, ...more });
  expect(
    await shop.refused(set(), { k: 'a', in: { ...given, quantities: [good, ...given.quantities] } }),
  ).toMatchObject([{ field: ['input', 'quantities', '1', expect.any(String)], code }]);
  expect(await read()).toEqual(before);
});

it('a sale takes from what is available and commits it; sending takes it off the shelf', async () => {
  const { shop, read } = await shopWithMug();
  const buyer = {
    name: 'Piet Jansen',
    email: 'piet@example.com',
    street: 'Kerkstraat 1',
    postalCode: '1017 GA',
    city: 'Amsterdam',
    country: 'NL',
  };
  const { id } = await shop.control('POST', '/sales', {
    buyer,
    basket: { lines: [{ sku: 'MOK', quantity: 3 }] },
  });
  const quantities = async () =>
    (at(await read(), 'inventoryLevels', 'nodes', 0, 'quantities') as { quantity: number }[]).map(
      ({ quantity }) => quantity,
    );
  expect(await quantities()).toEqual([12, 15, 3]);
  await shop.control('POST', `/sales/${id}/ship`);
  expect(await quantities()).toEqual([12, 12, 0]);
  await shop.control('PATCH', `/orders/${id}`, { refund: { pieces: { '0': 1 } } });
  expect(await quantities()).toEqual([13, 13, 0]);
  const other = await shop.control('POST', '/sales', {
    buyer,
    basket: { lines: [{ sku: 'MOK', quantity: 2 }] },
  });
  await shop.control('POST', `/sales/${other.id}/cancel`);
  expect(await quantities()).toEqual([13, 13, 0]);
});
