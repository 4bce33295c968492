import { describe, expect, test } from 'vitest';
import { customerTarget } from '../../../src/connectors/magento/customers/target.ts';
import { orderTarget } from '../../../src/connectors/magento/orders/target.ts';
import { articles } from '../../../src/connectors/magento/products/articles.ts';
import { articleIds } from '../../support/fake-api.ts';
import { account, FakeApi, filtersOf } from './fake-api.ts';

function shopOf(products: readonly { id: number; sku: string }[], maxRows = 100) {
  const api = new FakeApi((call) => {
    const [[filter = ''] = []] = filtersOf(call);
    const [, condition, list = ''] = /^sku (\w+) (.*)$/.exec(filter) ?? [];
    const values = (condition === 'in' ? list.split(',') : [list]).map((value) => value.toLowerCase());
    const items = products.filter(({ sku }) => values.includes(sku.toLowerCase()));
    return { items: items.slice(0, maxRows), total_count: items.length };
  });
  const asked = () => api.calls.flatMap((call) => filtersOf(call).flat());
  return { api, asked };
}

describe('several keys', () => {
  const mug = { id: 3, sku: 'MUG' };
  const tea = { id: 4, sku: 'tea, green' };
  const pot = { id: 5, sku: 'POT' };

  test('are one search', async () => {
    const { api, asked } = shopOf([mug, pot, { id: 6, sku: 'pot' }]);
    expect(await articleIds(articles, api, ['MUG', 'POT', 'pot', 'CUP'])).toEqual({
      MUG: '3',
      POT: '5',
      pot: '6',
    });
    expect(asked()).toEqual(['sku in MUG,POT,pot,CUP']);
  });

  test('are searches of twenty', async () => {
    const many = Array.from({ length: 45 }, (_, index) => ({ id: index + 1, sku: `S${index}` }));
    const { api } = shopOf(many);
    const found = await articleIds(
      articles,
      api,
      many.map(({ sku }) => sku),
    );
    expect(Object.values(found)).toEqual(many.map(({ id }) => String(id)));
    expect(api.calls).toHaveLength(3);
    // Shops may refuse larger pages.
    for (const { query } of api.calls) expect(query['searchCriteria[pageSize]']).toBe(100);
  });

  test('with a comma in them are asked for alone, as a list cannot hold them', async () => {
    const { api, asked } = shopOf([mug, tea, pot]);
    expect(await articleIds(articles, api, ['MUG', 'tea, green', 'POT'])).toEqual({
      MUG: '3',
      'tea, green': '4',
      POT: '5',
    });
    expect(asked()).toEqual(['sku eq tea, green', 'sku in MUG,POT']);
  });

  test('whose rows do not fit in one answer are asked for one by one', async () => {
    const { api, asked } = shopOf([{ id: 2, sku: 'mug' }, mug, pot], 2);
    expect(await articleIds(articles, api, ['MUG', 'POT'])).toEqual({ MUG: '3', POT: '5' });
    expect(asked()).toEqual(['sku in MUG,POT', 'sku eq MUG', 'sku eq POT']);
  });

  test('of orders and customers are one search each', async () => {
    const orders = new FakeApi(() => ({ items: [], total_count: 0 }));
    await orderTarget.find(orders, ['WEB-1', 'WEB-2'], new Date(0));
    expect(orders.calls.map(filtersOf)).toEqual([[['ext_order_id in WEB-1,WEB-2']]]);
    const customers = new FakeApi(() => ({ items: [], total_count: 0 }));
    customers.account = { ...account, traits: { ...account.traits, scope: 'store' } };
    await customerTarget.find(customers, ['A@x.example', 'b@x.example', 'a@X.example']);
    expect(customers.calls.map(filtersOf)).toEqual([
      [['email in a@x.example,b@x.example'], ['website_id eq 3']],
    ]);
  });
});
