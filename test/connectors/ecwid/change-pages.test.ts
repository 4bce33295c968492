import { describe, expect, test } from 'vitest';
import type { Query } from '../../../src/connectors/contract/api.ts';
import type { Change, ChangePage } from '../../../src/connectors/contract/source.ts';
import { customerSource } from '../../../src/connectors/ecwid/customers/source.ts';
import { orderSource } from '../../../src/connectors/ecwid/orders/source.ts';
import { changePage, changesIn } from '../read-changes.ts';
import { FakeApi } from './fake-api.ts';

const window = { since: new Date('2026-03-01T00:00:00.900Z'), until: new Date('2026-03-01T10:00:00Z') };
const since = 1772323200;

interface Row {
  readonly id: string;
  updateTimestamp: number;
}

function rows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: `A${index}`, updateTimestamp: since + index }));
}

/** A shop that searches as the sheet says: both bounds inclusive, a window, an offset, nothing else. */
function shop(orders: Row[]) {
  return new FakeApi((_path, query: Query) => {
    const matching = orders.filter(
      ({ updateTimestamp }) =>
        updateTimestamp >= Number(query.updatedFrom) && updateTimestamp <= Number(query.updatedTo),
    );
    const [offset, limit] = [Number(query.offset), Number(query.limit)];
    const items = matching.slice(offset, offset + limit);
    return { total: matching.length, count: items.length, offset, limit, items };
  });
}

function readAll(api: FakeApi, between?: (page: ChangePage) => void): Promise<Change[]> {
  return changesIn(orderSource, api, window, between);
}

describe('orders by time of change', () => {
  test('asks in whole seconds, for ids and times only', async () => {
    const api = shop(rows(1));
    expect(await readAll(api)).toEqual([{ flow: 'orders', key: 'A0', version: String(since) }]);
    expect(api.calls[0]).toMatchObject({
      path: '/orders',
      query: {
        updatedFrom: since,
        updatedTo: 1772359200,
        limit: 100,
        offset: 0,
        responseFields: 'total,count,offset,limit,items(id,updateTimestamp)',
      },
    });
  });

  test.each([
    [0, 1],
    [100, 1],
    [101, 2],
    [250, 3],
  ])('%i rows take %i calls', async (count, calls) => {
    const api = shop(rows(count));
    expect(await readAll(api)).toHaveLength(count);
    expect(api.calls).toHaveLength(calls);
  });

  test('rows that leave the window while it is read do not make it skip any', async () => {
    const orders = rows(250);
    const api = shop(orders);
    let left = 30;
    const changes = await readAll(api, () => {
      for (const order of orders.slice(0, left)) order.updateTimestamp = since + 86_400;
      left = 0;
    });
    expect(new Set(changes.map(({ key }) => key)).size).toBe(250);
  });

  test('it starts again also when so many left that the offset is beyond the end', async () => {
    const orders = rows(150);
    const api = shop(orders);
    await readAll(api, () => {
      for (const order of orders.slice(0, 60)) order.updateTimestamp = since + 86_400;
    });
    expect(api.calls.map(({ query }) => query.offset)).toEqual([0, 100, 0]);
  });

  test('it ends when all of them left', async () => {
    const orders = rows(150);
    await readAll(shop(orders), () => {
      for (const order of orders) order.updateTimestamp = since + 86_400;
    });
  });

  test('rows that enter while it is read are read too', async () => {
    const orders = rows(150);
    const changes = await readAll(shop(orders), () => {
      if (orders.length === 150) orders.push({ id: 'LATE', updateTimestamp: since + 5 });
    });
    expect(changes.map(({ key }) => key)).toContain('LATE');
  });

  test('an empty page ends it whatever the total says', async () => {
    const api = new FakeApi(() => ({ total: 7, count: 0, items: [] }));
    expect(await readAll(api)).toEqual([]);
  });

  test('a row without an id is refused, not left out', async () => {
    const api = new FakeApi(() => ({ total: 1, count: 1, items: [{ id: '', updateTimestamp: 1 }] }));
    await expect(readAll(api)).rejects.toThrow(/id/);
  });

  test('a place that is none of its own is refused', async () => {
    const read = changePage(orderSource, shop([]), { ...window, page: 'elsewhere' });
    await expect(read).rejects.toMatchObject({ code: 'page_unreadable' });
  });
});

test('customers come oldest change first, with the same guard', async () => {
  const answers = [
    { total: 2, count: 1, items: [{ id: 1, updated: '2026-03-01 01:00:00 +0000' }] },
    { total: 1, count: 0, items: [] },
  ];
  const api = new FakeApi(() => answers.shift());
  const first = await changePage(customerSource, api, { ...window, page: null });
  expect(first.changes).toEqual([{ flow: 'customers', key: '1', version: '2026-03-01 01:00:00 +0000' }]);
  const second = await changePage(customerSource, api, { ...window, page: first.next });
  expect(JSON.parse(second.next ?? '')).toEqual({ offset: 0, total: 1 });
  expect(api.calls[1]).toMatchObject({
    path: '/customers',
    query: { sortBy: 'UPDATED_DATE_ASC', offset: 1 },
  });
});
