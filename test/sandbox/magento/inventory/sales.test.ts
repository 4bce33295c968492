import { describe, expect, it } from 'vitest';
import { inSource, order, raincoat, salable, sell, setStock } from '../goods.ts';
import { TestShop } from '../shop.ts';

const act = (shop: TestShop, id: string, what: unknown) => shop.control('PATCH', `/orders/${id}`, what);

async function counts(shop: TestShop, sku = 'A') {
  return [(await inSource(shop, sku))?.quantity, await salable(shop, sku)];
}

async function shopWith(quantity: number, settings: Record<string, unknown> = {}) {
  const shop = new TestShop({ settings });
  await sell(shop, 'A', quantity);
  return shop;
}

describe('an order', () => {
  it('promises goods; its shipment takes them from the source', async () => {
    const shop = await shopWith(10);
    const id = await order(shop, 'A', 3);
    expect(await counts(shop)).toEqual([10, 7]);
    expect((await shop.call('POST', `/V1/order/${id}/ship`, {})).status).toBe(200);
    expect(await counts(shop)).toEqual([7, 7]);
  });

  it('does not change the promise when a number is written over the source', async () => {
    const shop = await shopWith(10);
    await order(shop, 'A', 3);
    await setStock(shop, 'A', 7);
    expect(await counts(shop)).toEqual([7, 4]);
  });

  it('gives the goods free when it is cancelled', async () => {
    const shop = await shopWith(10);
    const id = await order(shop, 'A', 3);
    await act(shop, id, { cancel: true });
    expect(await counts(shop)).toEqual([10, 10]);
  });

  it('is promised anew when the merchant edits it', async () => {
    const shop = await shopWith(10);
    const id = await order(shop, 'A', 3);
    await act(shop, id, { edit: { rows: [{ position: 0, quantity: '5' }] } });
    expect(await counts(shop)).toEqual([10, 5]);
  });

  it('cannot be sent where the source holds less', async () => {
    const shop = await shopWith(3);
    const id = await order(shop, 'A', 3);
    await setStock(shop, 'A', 2);
    const refused = await shop.call('POST', `/V1/order/${id}/ship`, {});
    expect([refused.status, refused.body.message]).toEqual([
      400,
      'Could not save a shipment, see error log for details',
    ]);
    expect((await shop.order(id)).state).toBe('new');
    expect(await counts(shop)).toEqual([2, -1]);
    await setStock(shop, 'A', 3);
    await shop.call('POST', `/V1/order/${id}/ship`, {});
    expect(await inSource(shop, 'A')).toMatchObject({ quantity: 0, status: 0 });
  });

  it('is sent from the source that is named', async () => {
    const shop = await shopWith(3);
    const source = { source_code: 'zwolle', name: 'Zwolle', country_id: 'NL', postcode: '8011 AB' };
    await shop.call('POST', '/V1/inventory/sources', { source });
    const id = await order(shop, 'A', 1);
    const from = { arguments: { extension_attributes: { source_code: 'zwolle' } } };
    expect((await shop.call('POST', `/V1/order/${id}/ship`, from)).status).toBe(400);
    const row = { sku: 'A', source_code: 'zwolle', quantity: 2, status: 1 };
    await shop.call('POST', '/V1/inventory/source-items', { sourceItems: [row] });
    expect((await shop.call('POST', `/V1/order/${id}/ship`, from)).status).toBe(200);
    expect(await inSource(shop, 'A')).toMatchObject({ source_code: 'default', quantity: 3 });
  });

  it('of a variant counts for the variant', async () => {
    const shop = new TestShop();
    await raincoat(shop);
    await setStock(shop, 'RN-100-M', 5);
    const variant = { productId: 1, name: 'M', options: [{ attributeId: '140', valueId: 51 }] };
    const id = await order(shop, 'RN-100-M', 2, { type: 'configurable', productId: 3, variant });
    expect(await counts(shop, 'RN-100-M')).toEqual([5, 3]);
    await act(shop, id, { invoice: true, ship: true });
    expect(await counts(shop, 'RN-100-M')).toEqual([3, 3]);
  });

  it('of something that is not counted, or that the shop does not have, counts nowhere', async () => {
    const shop = await shopWith(1);
    await order(shop, 'UNKNOWN', 2);
    const stockItem = { manage_stock: false, use_config_manage_stock: false };
    await shop.call('PUT', '/V1/products/A/stockItems/1', { stockItem });
    const id = await order(shop, 'A', 9);
    expect((await shop.call('POST', `/V1/order/${id}/ship`, {})).status).toBe(200);
    expect(await inSource(shop, 'A')).toMatchObject({ quantity: 1 });
    expect((await shop.get('/V1/inventory/is-product-salable/A/1')).json).toBe(true);
  });
});

describe('a credit memo', () => {
  it('before the shipment gives the goods free; after it they come back only when told so', async () => {
    const shop = await shopWith(10);
    const unsent = await order(shop, 'A', 1);
    await act(shop, unsent, { invoice: true, refund: {} });
    expect(await counts(shop)).toEqual([10, 10]);
    const kept = await order(shop, 'A', 2);
    await act(shop, kept, { invoice: true, ship: true, refund: {} });
    expect(await counts(shop)).toEqual([8, 8]);
    const returned = await order(shop, 'A', 3);
    await act(shop, returned, { invoice: true, ship: true });
    const rows = (await shop.order(returned)).items as { item_id: number }[];
    const extension_attributes = { return_to_stock_items: rows.map(({ item_id }) => item_id) };
    await shop.call('POST', `/V1/order/${returned}/refund`, { arguments: { extension_attributes } });
    expect(await counts(shop)).toEqual([8, 8]);
    const by = await order(shop, 'A', 1);
    await act(shop, by, { invoice: true, ship: true });
    await act(shop, by, { refund: { restock: true } });
    expect(await counts(shop)).toEqual([8, 8]);
  });
});

describe('goods that come back', () => {
  it('are in stock again', async () => {
    const shop = await shopWith(2);
    const id = await order(shop, 'A', 2);
    await act(shop, id, { invoice: true, ship: true });
    expect(await inSource(shop, 'A')).toMatchObject({ quantity: 0, status: 0 });
    await act(shop, id, { refund: { restock: true } });
    expect(await inSource(shop, 'A')).toMatchObject({ quantity: 2, status: 1 });
  });
});

describe('without reservations', () => {
  it('an order takes the goods at once, and its shipment nothing', async () => {
    const shop = await shopWith(10, { reservations: false });
    const id = await order(shop, 'A', 3);
    expect(await counts(shop)).toEqual([7, 7]);
    await act(shop, id, { ship: true });
    expect(await counts(shop)).toEqual([7, 7]);
    await act(shop, await order(shop, 'A', 2), { cancel: true });
    expect(await counts(shop)).toEqual([7, 7]);
  });
});

describe('virtual goods', () => {
  it('leave with the invoice', async () => {
    const shop = new TestShop();
    await sell(shop, 'CURSUS', 5, { type_id: 'virtual' });
    const id = await order(shop, 'CURSUS', 2, { type: 'virtual' });
    expect(await counts(shop, 'CURSUS')).toEqual([5, 3]);
    await act(shop, id, { invoice: true });
    expect(await counts(shop, 'CURSUS')).toEqual([3, 3]);
  });
});
