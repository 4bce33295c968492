import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/connectors/contract/source.ts';
import { customerSource } from '../../../src/connectors/magento/customers/source.ts';
import { orderSource } from '../../../src/connectors/magento/orders/source.ts';
import { changePage, changesIn } from '../read-changes.ts';
import { type Call, FakeApi, filtersOf } from './fake-api.ts';

const window = { since: new Date('2026-03-01T00:00:00.900Z'), until: new Date('2026-03-01T10:00:00Z') };

interface Row {
  readonly entity_id: number;
  updated_at: string;
  state?: string;
}

function at(second: number): string {
  return new Date(Date.parse('2026-03-01T00:00:00Z') + second * 1000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
}

const compare = {
  gteq: (one: string, other: string) => one >= other,
  lteq: (one: string, other: string) => one <= other,
  gt: (one: string, other: string) => one > other,
};

function matches(row: Row, filter: string): boolean {
  const [field = '', condition = '', ...value] = filter.split(' ');
  const padded = (text: string) => (field === 'entity_id' ? text.padStart(15, '0') : text);
  const stored = String(row[field as 'entity_id' | 'updated_at']);
  return compare[condition as keyof typeof compare](padded(stored), padded(value.join(' ')));
}

/** A shop that searches as the sheet says: groups with AND, filters with OR, pages cut as it likes. */
function shop(rows: Row[], cut = 100) {
  return new FakeApi((call: Call) => {
    expect(call.query['searchCriteria[currentPage]']).toBe(1);
    const found = rows
      .filter((row) => filtersOf(call).every((group) => group.some((filter) => matches(row, filter))))
      .sort((a, b) => a.updated_at.localeCompare(b.updated_at) || a.entity_id - b.entity_id);
    const size = Math.min(cut, Number(call.query['searchCriteria[pageSize]']));
    return { items: found.slice(0, size), total_count: found.length };
  });
}

function readAll(api: FakeApi, between?: () => void): Promise<Change[]> {
  return changesIn(orderSource, api, window, between);
}

function rowsAt(...seconds: number[]): Row[] {
  return seconds.map((second, index) => ({ entity_id: index + 1, updated_at: at(second) }));
}

describe('orders by time of change', () => {
  test('are asked for in whole seconds of UTC, in a certain order, ids and amounts only', async () => {
    const api = shop(rowsAt(5));
    await readAll(api);
    const [call] = api.calls;
    expect(call && filtersOf(call)).toEqual([
      ['updated_at gteq 2026-03-01 00:00:00'],
      ['updated_at lteq 2026-03-01 10:00:00'],
    ]);
    expect(call?.query).toMatchObject({
      'searchCriteria[sortOrders][0][field]': 'updated_at',
      'searchCriteria[sortOrders][0][direction]': 'ASC',
      'searchCriteria[sortOrders][1][field]': 'entity_id',
      'searchCriteria[sortOrders][1][direction]': 'ASC',
      'searchCriteria[pageSize]': 100,
      fields:
        'items[entity_id,updated_at,state,status,grand_total,total_paid,total_refunded,total_canceled],total_count',
    });
  });

  test('both ends of the window belong to it', async () => {
    expect(await readAll(shop(rowsAt(0, 36_000, 36_001)))).toHaveLength(2);
  });

  test.each([
    [0, 1],
    [100, 2],
    [101, 2],
    [250, 3],
  ])('%i rows take %i calls', async (count, calls) => {
    const api = shop(rowsAt(...Array.from({ length: count }, (_, index) => index)));
    expect(new Set((await readAll(api)).map(({ key }) => key)).size).toBe(count);
    expect(api.calls.length).toBeLessThanOrEqual(calls);
  });

  test('none is missed, whatever seconds they share, pages are cut at, and changes come between', async () => {
    const seconds = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        seconds,
        fc.integer({ min: 1, max: 7 }),
        fc.nat({ max: 39 }),
        async (times, cut, moved) => {
          const rows = rowsAt(...times);
          const changes = await readAll(shop(rows, cut), () => {
            const row = rows[moved];
            if (row !== undefined) row.updated_at = at(20);
          });
          expect(new Set(changes.map(({ key }) => key)).size).toBe(times.length);
        },
      ),
    );
  });

  test('the version tells two states of one second apart', async () => {
    const row = { entity_id: 4, updated_at: at(9), state: 'new' };
    const [before] = await readAll(shop([row]));
    const [after] = await readAll(shop([{ ...row, state: 'processing' }]));
    expect(before?.version).toContain('2026-03-01 00:00:09');
    expect(after?.version).not.toBe(before?.version);
  });

  test('a place to go on that is not one is refused', async () => {
    for (const page of ['x', '{}', '{"updatedAt":"","id":"1"}', '{"updatedAt":"a","id":"../2"}']) {
      await expect(changePage(orderSource, shop([]), { ...window, page })).rejects.toMatchObject({
        code: 'page_unreadable',
      });
    }
  });
});

test('customers that changed just now are looked at again, as a second may hold two changes', async () => {
  const items = [
    { id: 3, updated_at: '2026-03-01 09:58:59' },
    { id: 4, updated_at: '2026-03-01 09:59:30' },
  ];
  const api = new FakeApi(() => ({ items, total_count: 2 }));
  expect(await changePage(customerSource, api, { ...window, page: null })).toEqual({
    changes: [
      { flow: 'customers', key: '3', version: '2026-03-01 09:58:59' },
      { flow: 'customers', key: '4' },
    ],
    next: null,
  });
  expect(api.calls[0]).toMatchObject({
    path: '/V1/customers/search',
    query: { fields: 'items[id,updated_at],total_count' },
  });
});

describe('a connection to one store view', () => {
  const scoped = () => {
    const api = new FakeApi(() => ({ items: [], total_count: 0 }));
    api.account = { ...api.account, traits: { ...api.account.traits, scope: 'store' } };
    return api;
  };

  test('asks for the orders of that view', async () => {
    const api = scoped();
    await changePage(orderSource, api, { ...window, page: null });
    expect(api.calls[0] && filtersOf(api.calls[0])).toContainEqual(['store_id eq 2']);
  });

  test('asks for the customers of its website', async () => {
    const api = scoped();
    await changePage(customerSource, api, { ...window, page: null });
    expect(api.calls[0] && filtersOf(api.calls[0])).toContainEqual(['website_id eq 3']);
  });
});

describe('an order that changed in the second of the reading', () => {
  const at = (age: number) =>
    new Date(window.until.getTime() - age * 1000).toISOString().slice(0, 19).replace('T', ' ');

  test('has no version, so that it is looked at once more', async () => {
    const items = [2, 1, 0].map((age) => ({ entity_id: age + 1, updated_at: at(age), status: 'pending' }));
    const api = new FakeApi(() => ({ items, total_count: 3 }));
    const { changes } = await changePage(orderSource, api, { ...window, page: null });
    expect(changes.map(({ key, version }) => [key, version !== undefined])).toEqual([
      ['3', true],
      ['2', false],
      ['1', false],
    ]);
  });
});
