import { describe, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { MagentoStandIn } from '../../../../sandbox/magento/index.ts';
import { inSource, sell, simple } from '../goods.ts';
import { nobody, TestShop } from '../shop.ts';

const bulk = '/rest/all/async/bulk/V1';

async function status(shop: TestShop, uuid: unknown) {
  const { body } = await shop.get(`/V1/bulk/${uuid}/status`);
  return objectsIn(body.operations_list).map((each) => [each.status, each.result_message]);
}

describe('a list of calls', () => {
  it('is taken in, and done when the queue comes to it; each fails for itself', async () => {
    const shop = new TestShop();
    const { status: code, body } = await shop.call('POST', `${bulk}/products`, [
      simple('A'),
      simple('B', { attribute_set_id: 99 }),
      'no message',
    ]);
    expect([code, body]).toMatchObject([
      202,
      {
        errors: true,
        request_items: [{ id: 0, status: 'accepted' }, { status: 'accepted' }, { status: 'rejected' }],
      },
    ]);
    const open = [4, null];
    expect(await status(shop, body.bulk_uuid)).toEqual([open, open, [5, null]]);
    expect((await shop.get('/V1/products/A')).status).toBe(404);
    await shop.run(2000);
    expect(await status(shop, body.bulk_uuid)).toEqual([
      [1, 'Service execution success'],
      [3, 'Invalid product data: Invalid attribute set entity type'],
      [5, null],
    ]);
    expect((await shop.get('/V1/products/A')).status).toBe(200);
    expect((await shop.get(`/V1/bulk/${body.bulk_uuid}/operation-status/3`)).json).toBe(1);
    const listed = await shop.items(
      `/V1/bulk?searchCriteria[filter_groups][0][filters][0][field]=bulk_uuid&searchCriteria[filter_groups][0][filters][0][value]=${body.bulk_uuid}`,
    );
    expect(listed.map(({ topic_name }) => topic_name)).toEqual(Array(3).fill('async.magento.products.post'));
  });

  it('finds what belongs into the address in each message, and keeps the scope', async () => {
    const shop = new TestShop();
    await sell(shop, 'A/1', 1);
    const messages = [{ product: { sku: 'A/1', name: 'Later' } }, { product: { name: 'of nothing' } }];
    const { body } = await shop.call('PUT', `${bulk}/products/bySku`, messages);
    expect(body.errors).toBe(true);
    await shop.run(2000);
    expect((await shop.get('/rest/vlaams/V1/products/A%2F1')).body.name).toBe('Later');
    const stock = [{ productSku: 'A/1', itemId: 1, stockItem: { qty: 9, is_in_stock: true } }];
    await shop.call('PUT', `${bulk}/products/byProductSku/stockItems/byItemId`, stock);
    await shop.run(2000);
    expect(await inSource(shop, 'A%2F1')).toMatchObject({ quantity: 9 });
  });

  it('one call alone has the form of that call', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 1);
    const sourceItems = [{ sku: 'A', source_code: 'default', quantity: 6, status: 1 }];
    const { status: code } = await shop.call('POST', '/rest/all/async/V1/inventory/source-items', {
      sourceItems,
    });
    expect(code).toBe(202);
    await shop.run(2000);
    expect(await inSource(shop, 'A')).toMatchObject({ quantity: 6 });
  });

  it('stays open where no consumer runs, also over a snapshot', async () => {
    const shop = new TestShop({ settings: { asyncConsumer: false } });
    const { body } = await shop.call('POST', `${bulk}/products`, [simple('A')]);
    await shop.run(60_000);
    expect(await status(shop, body.bulk_uuid)).toEqual([[4, null]]);
    const other = new MagentoStandIn(shop.world, nobody);
    other.restore(JSON.parse(JSON.stringify(shop.standIn.snapshot())));
    other.change({ asyncConsumer: true });
    await other.runDue();
    const twin = Object.assign(new TestShop(), { world: shop.world, standIn: other });
    expect((await twin.get('/V1/products/A')).status).toBe(200);
  });

  it('needs a route, a right and a verb that writes', async () => {
    const shop = new TestShop();
    expect((await shop.get(`${bulk}/products`)).body.message).toBe('Specified request cannot be processed.');
    expect((await shop.call('POST', `${bulk}/nothing`, [])).status).toBe(404);
    expect((await shop.call('POST', `${bulk}/products`, [], {})).status).toBe(401);
    expect((await shop.call('POST', `${bulk}/products`, {})).body.message).toBe('Decoding error.');
    expect((await shop.get('/V1/bulk/none/status')).status).toBe(404);
  });
});
