import { beforeAll, describe, expect, it } from 'vitest';
import { criteria, TestShop } from '../shop.ts';

let shop: TestShop;
let total: number;

beforeAll(async () => {
  shop = new TestShop({ seeded: true });
  total = Number((await shop.get('/V1/orders?searchCriteria')).body.total_count);
});

const ids = async (path: string) => (await shop.items(path)).map(({ entity_id }) => entity_id);
const found = (...filter: [string, string, string]) => ids(`/V1/orders${criteria([filter])}`);

describe('a list', () => {
  it('needs a search, however empty', async () => {
    const refused = await shop.get('/V1/orders');
    expect([refused.status, refused.body]).toEqual([
      400,
      {
        message: '"%fieldName" is required. Enter and try again.',
        parameters: { fieldName: 'searchCriteria' },
      },
    ]);
    for (const query of ['searchCriteria', 'searchCriteria=', 'search_criteria[current_page]=1']) {
      expect((await shop.get(`/V1/orders?${query}`)).status).toBe(200);
    }
  });

  it('returns everything without a size, unless the shop cuts it', async () => {
    expect(await ids('/V1/orders?searchCriteria')).toHaveLength(total);
    shop.standIn.change({ defaultPageSize: 20 });
    expect(await ids('/V1/orders?searchCriteria')).toHaveLength(20);
    shop.standIn.change({ defaultPageSize: null, maxPageSize: 10 });
    const refused = await shop.get('/V1/orders?searchCriteria[pageSize]=11');
    expect([refused.status, refused.body.parameters]).toEqual([400, { max: 10 }]);
    shop.standIn.change({ maxPageSize: null });
  });

  it('echoes what was asked, in both spellings', async () => {
    const snake = criteria(
      [['status', 'in', 'processing,complete']],
      '&searchCriteria[page_size]=2&searchCriteria[currentPage]=1',
    );
    const camel = snake
      .replaceAll('filter_groups', 'filterGroups')
      .replaceAll('condition_type', 'conditionType');
    for (const query of [snake, camel]) {
      const { body } = await shop.get(`/V1/orders${query}`);
      expect(body.search_criteria).toEqual({
        filter_groups: [
          { filters: [{ field: 'status', value: 'processing,complete', condition_type: 'in' }] },
        ],
        sort_orders: [{ field: 'entity_id', direction: 'ASC' }],
        page_size: 2,
        current_page: 1,
      });
    }
  });
});

describe('a page beyond the end', () => {
  const page = (number: number) =>
    criteria([], `&searchCriteria[pageSize]=15&searchCriteria[currentPage]=${number}`);

  it('is the last one again, with the number that was asked', async () => {
    const last = Math.ceil(total / 15);
    const end = await ids(`/V1/orders${page(last)}`);
    expect(end).toHaveLength(total - (last - 1) * 15);
    const { body } = await shop.get(`/V1/orders${page(last + 3)}`);
    expect(body.search_criteria).toMatchObject({ current_page: last + 3 });
    expect(body.total_count).toBe(total);
    expect(await ids(`/V1/orders${page(last + 3)}`)).toEqual(end);
    expect(await ids(`/V1/orders${page(0)}`)).toEqual(await ids(`/V1/orders${page(1)}`));
  });

  it('is empty from 2.4 on', async () => {
    shop.standIn.change({ pageBeyondEnd: 'empty' });
    const { body } = await shop.get(`/V1/orders${page(99)}`);
    expect([body.items, body.total_count]).toEqual([[], total]);
    shop.standIn.change({ pageBeyondEnd: 'last' });
  });
});

describe('conditions', () => {
  it('compare numbers as numbers', async () => {
    expect(await found('entity_id', 'gt', '9')).toHaveLength(total - 9);
    expect(await found('entity_id', 'gteq', '9')).toHaveLength(total - 8);
    expect(await found('entity_id', 'lt', '10')).toHaveLength(9);
    expect(await found('entity_id', 'lteq', '10')).toHaveLength(10);
    expect(await found('entity_id', 'neq', '1')).toHaveLength(total - 1);
    expect(await found('entity_id', 'in', '1, 3,99999')).toEqual([1, 3]);
    expect(await found('entity_id', 'nin', '1,3')).toHaveLength(total - 2);
  });

  it('fall through to equality where they are none', async () => {
    expect(await found('entity_id', 'moreq', '3')).toEqual([3]);
  });

  it('compare text without regard to case and accents', async () => {
    const plain = await found('customer_lastname', 'eq', 'MULLER');
    expect(plain.length).toBeGreaterThan(0);
    expect(await found('customer_lastname', 'eq', 'Müller')).toEqual(plain);
    expect((await found('customer_firstname', 'like', 'j_rg%')).length).toBeGreaterThan(0);
    expect(await found('customer_firstname', 'like', 'j.rg')).toEqual([]);
    expect((await found('customer_email', 'nlike', '%@example.com')).length).toBeGreaterThan(0);
  });

  it('know what is missing', async () => {
    const guests = await found('customer_id', 'null', '1');
    expect(guests.length).toBeGreaterThan(0);
    expect(await found('customer_id', 'notnull', '1')).toHaveLength(total - guests.length);
    // Compared with nothing, nothing is true.
    expect(await found('customer_id', 'neq', '0')).toHaveLength(total - guests.length);
  });

  it('look into lists', async () => {
    expect((await found('applied_rule_ids', 'finset', '7')).length).toBeGreaterThan(0);
    expect(await found('applied_rule_ids', 'finset', '77')).toEqual([]);
  });

  it('join with AND between groups and OR within', async () => {
    const group = (at: number, within: number, field: string, value: string) =>
      `searchCriteria[filter_groups][${at}][filters][${within}][field]=${field}&searchCriteria[filter_groups][${at}][filters][${within}][value]=${value}`;
    const either = `${group(0, 0, 'entity_id', '2')}&${group(0, 1, 'entity_id', '3')}`;
    expect(await ids(`/V1/orders?${either}`)).toEqual([2, 3]);
    expect(await ids(`/V1/orders?${either}&${group(1, 0, 'entity_id', '3')}`)).toEqual([3]);
  });

  it('take a day as its midnight', async () => {
    const all = await shop.items(`/V1/orders${criteria([])}`);
    const day = String(all[20]?.created_at).slice(0, 10);
    const later = all.filter(({ created_at }) => String(created_at) >= `${day} 00:00:00`);
    expect(await found('created_at', 'gteq', day)).toHaveLength(later.length);
    expect(await found('created_at', 'gteq', `${day}T00:00:00Z`)).toHaveLength(later.length);
  });

  it('refuse a column that there is not, also one of a joined table', async () => {
    for (const field of ['nonsense', 'sku', 'postcode', '__proto__']) {
      const refused = await shop.get(`/V1/orders${criteria([[field, 'eq', '1']])}`);
      expect(refused.status, field).toBe(400);
    }
  });
});

describe('sorting', () => {
  it('goes down when nothing is said, and by several columns', async () => {
    expect((await ids('/V1/orders?searchCriteria[sortOrders][0][field]=entity_id'))[0]).toBe(total);
    const sorts =
      'searchCriteria[sortOrders][0][field]=state&searchCriteria[sortOrders][0][direction]=asc&searchCriteria[sortOrders][1][field]=entity_id&searchCriteria[sortOrders][1][direction]=DESC';
    const rows = await shop.items(`/V1/orders?${sorts}`);
    const keys = rows.map(({ state, entity_id }) => [String(state), -Number(entity_id)] as const);
    expect(keys).toEqual(
      keys.toSorted((one, other) => (one[0] === other[0] ? one[1] - other[1] : one[0] < other[0] ? -1 : 1)),
    );
    const refused = await shop.get(
      '/V1/orders?searchCriteria[sortOrders][0][field]=entity_id&searchCriteria[sortOrders][0][direction]=up',
    );
    expect([refused.status, refused.body.parameters]).toEqual([400, ['ASC', 'DESC']]);
  });

  it('is by chance where none is asked, if set so', async () => {
    shop.standIn.change({ shuffleUnsorted: true });
    expect(await ids('/V1/orders?searchCriteria')).not.toEqual(await ids('/V1/orders?searchCriteria'));
    expect(await ids(`/V1/orders${criteria([])}`)).toEqual(Array.from({ length: total }, (_, at) => at + 1));
    shop.standIn.change({ shuffleUnsorted: false });
  });
});

describe('fields', () => {
  it('leave only what is asked, within lists and objects too', async () => {
    const { json } = await shop.get(
      '/V1/orders/1?fields=increment_id,billing_address[city,country_id],items[sku]',
    );
    expect(json).toEqual({
      increment_id: '000000001',
      billing_address: { city: 'Eindhoven', country_id: 'NL' },
      items: [{ sku: 'SCHR-A5' }, { sku: 'PEN-FIJN' }],
    });
    const listed = await shop.get(
      `/V1/orders${criteria([['entity_id', 'eq', '1']], '&fields=items[entity_id],total_count')}`,
    );
    expect(listed.json).toEqual({ items: [{ entity_id: 1 }], total_count: 1 });
  });

  it.each(['a b', 'items[sku', 'items]', '[sku]', 'a;b', ''])('answer nothing to %j', async (fields) => {
    expect((await shop.get(`/V1/orders/1?fields=${encodeURIComponent(fields)}`)).json).toEqual([]);
  });
});

describe('a list that runs behind', () => {
  it('shows a write only after the lag; by id it is fresh', async () => {
    const slow = new TestShop({ seeded: true, settings: { searchLagMs: 5000 } });
    expect(
      (
        await slow.call('POST', '/V1/orders/1/comments', {
          statusHistory: { comment: 'x', status: 'complete' },
        })
      ).json,
    ).toBe(true);
    const listed = async () =>
      (await slow.items(`/V1/orders${criteria([['entity_id', 'eq', '1']])}`))[0]?.updated_at;
    expect((await slow.order(1)).updated_at).toBe('2026-03-10 12:00:00');
    expect(await listed()).not.toBe('2026-03-10 12:00:00');
    slow.world.pass(5000);
    expect(await listed()).toBe('2026-03-10 12:00:00');
  });
});
