import { beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { lineOf, notebook, novel } from '../../../../sandbox/magento/sales/catalogue.ts';
import { TestShop } from '../shop.ts';

let shop: TestShop;

beforeEach(() => {
  shop = new TestShop();
});

const buyer = {
  firstname: 'Ada',
  lastname: 'Berg',
  email: 'ada@example.com',
  street: ['Kade 1'],
  postcode: '8011 AB',
  city: 'Zwolle',
  country: 'NL',
};
const shipping = { method: 'flatrate_flatrate', description: 'Post', price: '4.95' };
const mug = { productId: 1, sku: 'MOK', name: 'Mok', price: '12.10', quantity: '3', rate: '21' };

async function mugs(more: JsonObject = {}): Promise<{ id: string; row: unknown }> {
  const id = await shop.sell({ buyer, basket: { lines: [mug], shipping, ...more } });
  return { id, row: objectsIn((await shop.order(id)).items)[0]?.item_id };
}

const act = (id: string, what: string, body: unknown = {}) =>
  shop.call('POST', `/V1/order/${id}/${what}`, body);
const some = (row: unknown, qty: number) => ({ items: [{ order_item_id: row, qty }] });

describe('a credit memo', () => {
  it('gives a part back and keeps the rest', async () => {
    const discount = { label: 'D', type: 'percent', value: '10' };
    const { id, row } = await mugs({ discount });
    await act(id, 'invoice');
    const { json } = await act(id, 'refund', {
      ...some(row, 1),
      arguments: { shipping_amount: 0, extension_attributes: { return_to_stock_items: [row] } },
    });
    const { body } = await shop.get(`/V1/creditmemo/${json}`);
    expect(body).toMatchObject({
      state: 2,
      subtotal: 10,
      discount_amount: -1.21,
      discount_tax_compensation_amount: 0.21,
      tax_amount: 1.89,
      grand_total: 10.89,
      shipping_amount: 0,
    });
    expect(await shop.order(id)).toMatchObject({
      state: 'processing',
      total_refunded: 10.89,
      total_offline_refunded: 10.89,
      tax_refunded: 1.89,
      discount_refunded: -1.21,
    });
    await act(id, 'refund');
    expect(await shop.order(id)).toMatchObject({
      state: 'closed',
      total_refunded: 37.62,
      shipping_refunded: 4.09,
      shipping_tax_refunded: 0.86,
    });
  });

  it('can be of the shipping alone, with or without tax as set', async () => {
    const { id, row } = await mugs();
    await act(id, 'invoice');
    const memo = async (shipping_amount: number) => {
      const { json } = await act(id, 'refund', { ...some(row, 0), arguments: { shipping_amount } });
      return (await shop.get(`/V1/creditmemo/${json}`)).body;
    };
    expect(await memo(2)).toMatchObject({
      shipping_amount: 2,
      shipping_tax_amount: 0.42,
      grand_total: 2.42,
      items: [],
    });
    shop.standIn.change({ refundShippingInclTax: true });
    expect(await memo(2.53)).toMatchObject({
      shipping_amount: 2.09,
      shipping_tax_amount: 0.44,
      grand_total: 2.53,
    });
    const more = await act(id, 'refund', { ...some(row, 0), arguments: { shipping_amount: 1 } });
    expect([more.status, more.body.parameters]).toEqual([400, ['0.00']]);
  });

  it('can give more or less than the goods', async () => {
    const { id, row } = await mugs();
    await act(id, 'invoice');
    const { json } = await act(id, 'refund', {
      ...some(row, 1),
      arguments: { shipping_amount: 0, adjustment_positive: 1, adjustment_negative: 3.5 },
    });
    expect((await shop.get(`/V1/creditmemo/${json}`)).body).toMatchObject({
      grand_total: 9.6,
      adjustment: -2.5,
    });
    expect(await shop.order(id)).toMatchObject({ adjustment_positive: 1, adjustment_negative: 3.5 });
  });

  it('goes by an invoice too, and can be paid back through the gateway', async () => {
    const { id, row } = await mugs();
    const { json } = await act(id, 'invoice', some(row, 1));
    await act(id, 'invoice');
    const memo = await shop.call('POST', `/V1/invoice/${json}/refund`, { isOnline: true });
    expect((await shop.get(`/V1/creditmemo/${memo.json}`)).body).toMatchObject({
      invoice_id: json,
      subtotal: 10,
      shipping_amount: 4.09,
    });
    expect(await shop.order(id)).toMatchObject({ total_online_refunded: 17.05 });
  });

  it('is refused with its reasons', async () => {
    const { id, row } = await mugs();
    const message = async (body: unknown) => (await act(id, 'refund', body)).body.message;
    expect(await message({})).toMatch(/does not allow a creditmemo/);
    await act(id, 'invoice');
    expect(await message(some(row, 4))).toMatch(
      /greater than the unrefunded quantity for product SKU "MOK"\.$/,
    );
    expect(await message({ arguments: { adjustment_positive: 0.01 } })).toBe(
      'Creditmemo Document Validation Error(s):\nThe most money available to refund is 41.25.',
    );
    expect(await message({ ...some(row, 0), arguments: { shipping_amount: 0 } })).toMatch(
      /total must be positive/,
    );
    await act(id, 'refund');
    expect(await message({})).toMatch(/when an order has a status of closed$/);
  });

  it('fills gift cards and store credit again before it pays money back', async () => {
    const id = await shop.sell({ buyer, basket: { lines: [mug], giftCard: '20', storeCredit: '5' } });
    await act(id, 'invoice');
    expect(await shop.order(id)).toMatchObject({
      grand_total: 11.3,
      total_paid: 11.3,
      extension_attributes: { gift_cards_invoiced: 20, customer_balance_invoiced: 5 },
    });
    await act(id, 'refund');
    expect(await shop.order(id)).toMatchObject({
      state: 'closed',
      total_refunded: 11.3,
      extension_attributes: { gift_cards_refunded: 20, customer_balance_refunded: 5 },
    });
    expect((await shop.control('GET', `/expectations/${id}`)).body).toMatchObject({
      gross: '36.30',
      refunded: '36.30',
    });
  });

  it('gives fixed product tax back with the goods', async () => {
    const id = await shop.sell({ buyer, basket: { lines: [{ ...mug, fixedTax: '0.15' }] } });
    const row = objectsIn((await shop.order(id)).items)[0]?.item_id;
    await act(id, 'invoice');
    const { json } = await act(id, 'refund', some(row, 1));
    const { body } = await shop.get(`/V1/creditmemo/${json}`);
    expect(body.grand_total).toBe(12.25);
    expect(objectsIn(body.items)).toMatchObject([
      { weee_tax_applied_row_amount: 0.15, base_weee_tax_applied_row_amnt: 0.15 },
    ]);
  });

  it('of unsent goods closes the order', async () => {
    const id = await shop.sell({ buyer, basket: { lines: [lineOf(novel), lineOf(notebook)], shipping } });
    await act(id, 'invoice');
    await act(id, 'refund');
    expect((await shop.order(id)).state).toBe('closed');
  });
});
