/** What a batch is given by an object of another version. */
import { expect, test } from 'vitest';
import { type BulkContextParts, bulkContext } from '../../../src/engine/bulk/bulk-context.ts';

test('orders under way that are told by their ids alone are not booked', async () => {
  const end = { place: 'shop', connector: {}, api: () => ({}) };
  const context = bulkContext({
    ...{ integration: 'i', flow: {}, reverse: null, from: end, to: end, clock: { now: () => 0 } },
    ordersAtFirst: ['A'],
    ask: async () => ['A', { id: 'B', booked: [{ sku: 'MOK', quantity: '1' }] }],
  } as unknown as BulkContextParts);
  expect(context.ordersAtFirst).toEqual([{ id: 'A', booked: [] }]);
  expect(await context.ordersUnderWay()).toEqual([
    { id: 'A', booked: [] },
    { id: 'B', booked: [{ sku: 'MOK', quantity: '1' }] },
  ]);
});
