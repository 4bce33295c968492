import { expect, test } from 'vitest';
import { orderSource } from '../../../../src/connectors/shopify/orders/source.ts';
import { FakeShop, type Variables } from '../fake-shop.ts';

/** A shop that keeps the note and the tags of one order. */
function shopWith(order: Variables) {
  let standing: Variables = {
    note: null,
    tags: [],
    displayFinancialStatus: 'PAID',
    displayFulfillmentStatus: 'UNFULFILLED',
    canMarkAsPaid: false,
    closed: false,
    cancelledAt: null,
    ...order,
  };
  const change = (field: string, more: Variables) => {
    standing = { ...standing, ...more };
    return { [field]: { userErrors: [] } };
  };
  return new FakeShop({
    Standing: () => ({ order: standing }),
    SetNote: ({ input }) => change('orderUpdate', { note: (input as Variables).note }),
    AddTags: ({ tags }) =>
      change('tagsAdd', { tags: [...(standing.tags as string[]), ...(tags as string[])] }),
    Close: () => change('orderClose', { closed: true }),
  });
}

const writes = (shop: FakeShop) => shop.operations.filter(({ name }) => name !== 'Standing');

test('a note goes beside what the merchant wrote, and a tag beside the others, once (O5)', async () => {
  const shop = shopWith({ note: 'Bel eerst', tags: ['zomer'] });
  for (let time = 0; time < 3; time++)
    await orderSource.writeBack?.(shop, '5', { note: 'Factuur 2026-7', status: 'tag:Geboekt' });
  const id = 'gid://shopify/Order/5';
  expect(writes(shop)).toEqual([
    { name: 'SetNote', variables: { input: { id, note: 'Bel eerst\nFactuur 2026-7' } } },
    { name: 'AddTags', variables: { id, tags: ['Geboekt'] } },
  ]);
});

test('an order is archived once, and not paid where nothing is open', async () => {
  const shop = shopWith({});
  for (const status of ['CLOSED', 'CLOSED', 'PAID']) await orderSource.writeBack?.(shop, '5', { status });
  expect(writes(shop).map(({ name }) => name)).toEqual(['Close']);
});

test('a status that nobody can set is refused, and an order that is gone is left', async () => {
  await expect(orderSource.writeBack?.(shopWith({}), '5', { status: 'SCHEDULED' })).rejects.toMatchObject({
    code: 'status_unknown',
  });
  const gone = new FakeShop({ Standing: () => ({ order: null }) });
  await orderSource.writeBack?.(gone, '5', { note: 'x' });
  await orderSource.writeBack?.(gone, 'no id', { note: 'x' });
  expect(gone.names()).toEqual(['Standing']);
});
