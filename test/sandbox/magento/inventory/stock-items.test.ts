import { describe, expect, it } from 'vitest';
import { all, inSource, order, salable, sell } from '../goods.ts';
import { TestShop } from '../shop.ts';

async function put(shop: TestShop, stockItem: unknown, sku = 'A') {
  return shop.call('PUT', `/V1/products/${sku}/stockItems/1`, { stockItem });
}

describe('the old stock item', () => {
  it('is the default source with another face', async () => {
    const shop = new TestShop();
    const { id } = await sell(shop, 'A', 3);
    expect((await put(shop, { qty: 118, is_in_stock: true })).json).toBe(id);
    expect(await inSource(shop, 'A')).toMatchObject({ quantity: 118, status: 1 });
    await put(shop, { is_in_stock: false });
    expect(await inSource(shop, 'A')).toMatchObject({ quantity: 118, status: 0 });
    expect((await shop.get('/V1/stockItems/A')).body).toMatchObject({
      ...{ item_id: id, qty: 118, is_in_stock: false, manage_stock: true, low_stock_date: null },
    });
    expect((await shop.get('/V1/stockStatuses/A')).body).toMatchObject({
      product_id: id,
      qty: 118,
      stock_status: 0,
    });
  });

  it('has a threshold, which is not for sale, and may allow what is not there', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 3);
    await put(shop, { min_qty: 2, use_config_min_qty: false });
    expect(await salable(shop, 'A')).toBe(1);
    await order(shop, 'A', 1);
    const isSalable = async () => (await shop.get('/V1/inventory/is-product-salable/A/1')).json;
    expect(await isSalable()).toBe(false);
    await put(shop, { backorders: 1, use_config_backorders: false });
    expect(await isSalable()).toBe(true);
  });

  it('of an unknown SKU is not there', async () => {
    const shop = new TestShop();
    for (const { status, body } of [await shop.get('/V1/stockItems/X'), await put(shop, { qty: 1 }, 'X')]) {
      expect([status, body.message]).toEqual([404, 'The Product with the "%1" SKU doesn\'t exist.']);
    }
  });

  it('a save of the product overwrites the default source', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 3);
    const extension_attributes = { stock_item: { qty: 8, is_in_stock: true } };
    await shop.call('PUT', `${all}/products/A`, { product: { extension_attributes } });
    expect(await inSource(shop, 'A')).toMatchObject({ quantity: 8 });
  });

  it('what is low is listed', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 3);
    await sell(shop, 'B', 9);
    const { body } = await shop.get('/V1/stockItems/lowStock/?scopeId=0&qty=5&currentPage=1&pageSize=50');
    expect(body).toMatchObject({ items: [{ qty: 3 }], total_count: 1 });
  });
});

describe('a shop without MSI', () => {
  it('has none of its routes, and orders take the goods at once', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 5);
    const modules = async () => (await shop.get('/V1/modules')).json;
    expect(await modules()).toContain('Magento_InventoryApi');
    shop.standIn.change({ inventory: false });
    expect(await modules()).not.toContain('Magento_InventoryApi');
    const { status, body } = await shop.get('/V1/inventory/source-items?searchCriteria');
    expect([status, body.message]).toEqual([404, 'Request does not match any route.']);
    const id = await order(shop, 'A', 2);
    const quantity = async () => (await shop.get('/V1/stockItems/A')).body.qty;
    expect(await quantity()).toBe(3);
    await shop.control('PATCH', `/orders/${id}`, { ship: true });
    expect(await quantity()).toBe(3);
    await shop.control('PATCH', `/orders/${await order(shop, 'A', 1)}`, { cancel: true });
    expect(await quantity()).toBe(3);
  });
});
