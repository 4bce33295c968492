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

/**
 * A shop that searches as the sheet says: both bounds inclusive, a window, an offset, nothing else; and gives fewer rows
 * than it is asked for, if it likes.
 */
function shop(orders: Row[], maxRows = 100) {
  return new FakeApi((_path, query: Query) => {
    const matching = orders.filter(
      ({ updateTimestamp }) =>
        updateTimestamp >= Number(query.updatedFrom) && updateTimestamp <= Number(query.updatedTo),
    );
    const [offset, limit] = [Number(query.offset), Number(query.limit)];
    const items = matching.slice(offset, offset + Math.min(limit, maxRows));
    return { total: matching.length, count: items.length, offset, limit, items };
  });
}

function readAll(api: FakeApi, between?: (page: ChangePage) => void): Promise<Change[]> {
  return changesIn(orderSource, api, window, between);
}

describe('orders by time of change', () => {
  test('asks in whole seconds, for ids, times and what shows a change within one', async () => {
    const order = { ...rows(1)[0], id: 'A0', updateTimestamp: since, paymentStatus: 'PAID', total: 12.1 };
    const api = shop([order]);
    expect(await readAll(api)).toEqual([{ flow: 'orders', key: 'A0', version: `${since}|PAID||12.1|` }]);
    expect(api.calls[0]).toMatchObject({
      path: '/orders',
      query: {
        updatedFrom: since,
        updatedTo: 1772359200,
        limit: 100,
        offset: 0,
        responseFields:
          'total,count,offset,limit,items(id,updateTimestamp,paymentStatus,fulfillmentStatus,total,refundedAmount)',
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
    const named = (await readAll(api)).map(({ key }) => key);
    expect(new Set(named).size).toBe(count);
    expect(named.length).toBeLessThanOrEqual(count + 20 * Math.max(0, calls - 1));
    expect(api.calls).toHaveLength(calls);
  });

  test.each([1, 2, 3, 7, 21])('a shop that gives %i rows at a time is read to the end', async (maxRows) => {
    const orders = rows(30);
    const api = shop(orders, maxRows);
    let left = 8;
    const changes = await readAll(api, () => {
      if (left-- > 0) Object.assign(orders[left] ?? {}, { updateTimestamp: since + 86_400 });
    });
    const named = new Set(changes.map(({ key }) => key));
    expect(
      orders.filter(({ id, updateTimestamp }) => updateTimestamp < since + 86_400 && !named.has(id)),
    ).toEqual([]);
    expect(api.calls.length).toBeLessThan(200);
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

  test('it steps back by what left, and no further, also when the offset is beyond the end', async () => {
    const orders = rows(150);
    const api = shop(orders);
    await readAll(api, () => {
      for (const order of orders.slice(0, 60)) order.updateTimestamp = since + 86_400;
    });
    expect(api.calls.map(({ query }) => query.offset)).toEqual([0, 80, 0]);
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

/** A shop in which orders change while the window is read: they leave it. `perPage` tells how many, `order` in what order it lists. */
function livingShop(orders: Row[], perPage: (page: number) => number, order: (a: Row, b: Row) => number) {
  let page = 0;
  let leaving = 0;
  return new FakeApi((_path, query: Query) => {
    const isThere = ({ updateTimestamp: at }: Row) =>
      at >= Number(query.updatedFrom) && at <= Number(query.updatedTo);
    const matching = orders.filter(isThere).sort(order);
    const [offset, limit] = [Number(query.offset), Number(query.limit)];
    const items = matching.slice(offset, offset + limit).map((row) => ({ ...row }));
    // Those that are read already: what moves the rest forward.
    const gone = matching.slice(0, perPage(page++));
    for (const row of gone) row.updateTimestamp = since + 90_000 + leaving++;
    return { total: matching.length, count: items.length, offset, limit, items };
  });
}

describe('a long list in a living shop', () => {
  const orders: [string, (a: Row, b: Row) => number][] = [
    ['oldest change first', (a, b) => a.updateTimestamp - b.updateTimestamp],
    ['newest first', (a, b) => b.updateTimestamp - a.updateTimestamp],
    ['by id', (a, b) => (a.id < b.id ? -1 : 1)],
  ];

  test.each(orders)(
    'listed %s: comes to its end and misses none, though rows leave with every page',
    async (_name, order) => {
      for (const leave of [1, 12, 20, 21, 37, 95]) {
        const sold = rows(2_400);
        const api = livingShop(sold, () => leave, order);
        const keys = new Set((await readAll(api)).map(({ key }) => key));
        // Who left is in the next window.
        const stayed = sold.filter(({ updateTimestamp }) => updateTimestamp <= since + 36_000);
        expect(
          stayed.filter(({ id }) => !keys.has(id)),
          `${leave} a page`,
        ).toEqual([]);
        expect(api.calls.length, `${leave} a page`).toBeLessThan(75);
      }
    },
  );

  test('misses none when a thousand leave at once', async () => {
    const sold = rows(2_400);
    const api = livingShop(
      sold,
      (page) => (page === 12 ? 1_000 : 0),
      (a, b) => (a.id < b.id ? -1 : 1),
    );
    const keys = new Set((await readAll(api)).map(({ key }) => key));
    const stayed = sold.filter(({ updateTimestamp }) => updateTimestamp <= since + 36_000);
    expect(stayed.filter(({ id }) => !keys.has(id))).toEqual([]);
    expect(api.calls.length).toBeLessThan(35);
  });

  test('misses none when as many enter as leave, so that the total tells nothing', async () => {
    const sold = rows(900);
    let entered = 0;
    const api = livingShop(
      sold,
      (page) => {
        if (page >= 6) return 0;
        for (let number = 0; number < 15; number++)
          sold.push({ id: `N${entered++}`, updateTimestamp: since + 35_999 });
        return 15;
      },
      (a, b) => a.updateTimestamp - b.updateTimestamp,
    );
    const keys = new Set((await readAll(api)).map(({ key }) => key));
    const stayed = sold.filter(
      ({ id, updateTimestamp }) => id.startsWith('A') && updateTimestamp <= since + 36_000,
    );
    expect(stayed.filter(({ id }) => !keys.has(id))).toEqual([]);
  });
});

describe('a change in the second of the reading', () => {
  const until = Math.floor(window.until.getTime() / 1000);
  const versionOf = async (row: Record<string, unknown>) =>
    (await readAll(shop([{ id: 'A1', updateTimestamp: until, ...row } as Row])))[0]?.version;

  test('has no version, so that it is looked at once more', async () => {
    expect(await versionOf({ updateTimestamp: until, paymentStatus: 'PAID' })).toBeUndefined();
    expect(await versionOf({ updateTimestamp: until - 1, paymentStatus: 'PAID' })).toBeUndefined();
    expect(await versionOf({ updateTimestamp: until - 2, paymentStatus: 'PAID' })).toBeDefined();
  });

  test.each([
    ['paymentStatus', 'AWAITING_PAYMENT', 'PAID'],
    ['fulfillmentStatus', 'PROCESSING', 'SHIPPED'],
    ['total', 10, 12],
    ['refundedAmount', 0, 5],
  ])('shows in %s where the clocks differ by more', async (field, before, after) => {
    const updateTimestamp = until - 90;
    const first = await versionOf({ updateTimestamp, [field]: before });
    expect(first).toBeDefined();
    expect(await versionOf({ updateTimestamp, [field]: after })).not.toBe(first);
  });

  test('of a customer, whose time tells alone, has no version within a minute', async () => {
    const updated = (age: number) =>
      new Date(window.until.getTime() - age * 1000).toISOString().slice(0, 19).replace('T', ' ');
    const items = [60, 61].map((age) => ({ id: age, updated: `${updated(age)} +0000` }));
    const api = new FakeApi(() => ({ total: 2, count: 2, items }));
    const { changes } = await changePage(customerSource, api, { ...window, page: null });
    expect(changes).toEqual([
      { flow: 'customers', key: '60' },
      { flow: 'customers', key: '61', version: `${updated(61)} +0000` },
    ]);
  });
});

test('customers come oldest change first, with the same guard', async () => {
  const answers = [
    { total: 2, count: 1, items: [{ id: 1, updated: '2026-03-01 01:00:00 +0000' }] },
    { total: 80, count: 0, items: [] },
  ];
  const api = new FakeApi(() => answers.shift());
  const first = await changePage(customerSource, api, { ...window, page: null });
  expect(first.changes).toEqual([{ flow: 'customers', key: '1', version: '2026-03-01 01:00:00 +0000' }]);
  expect(api.calls[0]).toMatchObject({
    path: '/customers',
    query: { sortBy: 'UPDATED_DATE_ASC', offset: 0 },
  });
  const second = await changePage(customerSource, api, { ...window, page: '{"offset":100,"total":130}' });
  // Fifty left, thirty more than the overlap covers.
  expect(JSON.parse(second.next ?? '')).toEqual({ offset: 50, total: 80, overlap: 70 });
  expect(api.calls[1]).toMatchObject({
    path: '/customers',
    query: { sortBy: 'UPDATED_DATE_ASC', offset: 80 },
  });
});
