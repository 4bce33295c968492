import { beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { course, lineOf, readingSet, shirt } from '../../../../sandbox/magento/sales/catalogue.ts';
import { criteria, TestShop } from '../shop.ts';

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

describe('what is said with a document', () => {
  const comment = { comment: 'Betaald in de boekhouding', is_visible_on_front: 0 };

  it.each([
    ['invoice', 'invoices'],
    ['ship', 'shipment'],
  ])('%s: is a comment of the document, and no comment of the order', async (what, path) => {
    const { id } = await mugs();
    const { json } = await act(id, what, { comment, notify: true, appendComment: true });
    const { body } = await shop.get(`/V1/${path}/${json}`);
    expect(body).toMatchObject({ email_sent: 1, comments: [{ ...comment, is_customer_notified: 1 }] });
    expect((await shop.order(id)).status_histories).toEqual([]);
  });

  it('is mailed only when that is asked for', async () => {
    const { id } = await mugs();
    const mails = () => (shop.standIn.state() as JsonObject).mails;
    expect(mails()).toEqual([{ about: 'welcome', id: 1 }]);
    await act(id, 'invoice', { comment });
    expect(mails()).toHaveLength(1);
    const { json } = await act(id, 'ship', { notify: true });
    expect(mails()).toEqual([
      { about: 'welcome', id: 1 },
      { about: 'shipments', id: json },
    ]);
  });
});

describe('an invoice', () => {
  it('takes everything that is left, and pays the order', async () => {
    const { id } = await mugs();
    const { json } = await act(id, 'invoice', { capture: false, notify: true });
    const { body } = await shop.get(`/V1/invoices/${json}`);
    expect(body).toMatchObject({
      increment_id: '000000001',
      state: 2,
      grand_total: 41.25,
      subtotal: 30,
      tax_amount: 7.16,
      shipping_amount: 4.09,
      total_qty: 3,
      order_id: Number(id),
    });
    expect(await shop.order(id)).toMatchObject({
      state: 'processing',
      status: 'processing',
      total_paid: 41.25,
      total_due: 0,
      total_invoiced: 41.25,
      shipping_invoiced: 4.09,
    });
    expect(await shop.items(`/V1/invoices${criteria([['order_id', 'eq', id]])}`)).toEqual([body]);
  });

  it('in parts comes to the same, with the shipping on the first', async () => {
    const discount = { label: 'D', type: 'percent', value: '10' };
    const { id, row } = await mugs({ discount });
    const first = await act(id, 'invoice', some(row, 1));
    const second = await act(id, 'invoice', { items: [] });
    const [one, two] = await Promise.all(
      [first, second].map(async ({ json }) => (await shop.get(`/V1/invoices/${json}`)).body),
    );
    expect([one?.shipping_amount, two?.shipping_amount]).toEqual([4.09, 0]);
    expect(one).toMatchObject({ grand_total: 15.84, discount_amount: -1.21 });
    expect(two).toMatchObject({ grand_total: 21.78, discount_amount: -2.42 });
    expect(await shop.order(id)).toMatchObject({ grand_total: 37.62, total_paid: 37.62, total_due: 0 });
  });

  it('lists rows that do not count, without totals', async () => {
    const id = await shop.sell({
      buyer,
      basket: { lines: [lineOf(shirt), lineOf(readingSet, { quantity: '2' })] },
    });
    const { json } = await act(id, 'invoice');
    const items = objectsIn((await shop.get(`/V1/invoices/${json}`)).body.items);
    expect(items.map((item) => [item.sku, item.qty, 'row_total' in item])).toEqual([
      ['TRUI-NRD-M', 1, true],
      ['TRUI-NRD-M', 1, false],
      ['SET-LEES-BOEK-ROM-PEN-FIJN', 2, false],
      ['BOEK-ROM', 2, true],
      ['PEN-FIJN', 6, true],
      ['KOFF-1K', 2, true],
    ]);
  });

  it('of what is not sent completes the order', async () => {
    const id = await shop.sell({ buyer, basket: { lines: [lineOf(course)] } });
    await act(id, 'invoice');
    expect(await shop.order(id)).toMatchObject({ is_virtual: 1, state: 'complete' });
  });

  it('is refused with its reasons, a line each', async () => {
    const { id, row } = await mugs();
    const message = async (body: unknown) => {
      const answer = await act(id, 'invoice', body);
      expect(answer.status).toBe(400);
      return answer.body.message;
    };
    expect(
      await message({
        items: [
          { order_item_id: row, qty: 4 },
          { order_item_id: 9999, qty: 1 },
        ],
      }),
    ).toBe(
      'Invoice Document Validation Error(s):\nThe invoice contains one or more items that are not part of the original order.\nThe quantity to invoice must not be greater than the uninvoiced quantity for product SKU "MOK".',
    );
    expect(await message(some(row, 0))).toMatch(/without products/);
    await act(id, 'invoice');
    expect(await message({})).toMatch(/does not allow an invoice/);
    expect((await act('999', 'invoice')).status).toBe(404);
  });
});

describe('a shipment', () => {
  it('completes what is paid, and carries its numbers', async () => {
    const { id } = await mugs();
    const tracks = [{ track_number: '3S1', title: 'PostNL', carrier_code: 'custom' }];
    const { json } = await act(id, 'ship', { tracks });
    const { body } = await shop.get(`/V1/shipment/${json}`);
    expect(body).toMatchObject({
      total_qty: 3,
      extension_attributes: { source_code: 'default' },
      tracks: [{ track_number: '3S1', weight: null }],
    });
    expect((await shop.order(id)).state).toBe('processing');
    await act(id, 'invoice');
    expect((await shop.order(id)).state).toBe('complete');
    const track = {
      order_id: Number(id),
      parent_id: body.entity_id,
      track_number: '3S2',
      title: 'PostNL',
      carrier_code: 'custom',
    };
    expect((await shop.call('POST', '/V1/shipment/track', { entity: track })).status).toBe(200);
    expect(objectsIn((await shop.get(`/V1/shipment/${json}`)).body.tracks)).toHaveLength(2);
  });

  it('names the parent of a configurable article; the child stays unshipped', async () => {
    const id = await shop.sell({ buyer, basket: { lines: [lineOf(shirt)], shipping } });
    await act(id, 'ship');
    expect(objectsIn((await shop.order(id)).items).map(({ qty_shipped }) => qty_shipped)).toEqual([1, 0]);
  });

  it('is refused with its reasons', async () => {
    const { id, row } = await mugs();
    expect((await act(id, 'ship', some(row, 5))).body.message).toMatch(
      /must not be greater than the unshipped quantity/,
    );
    expect((await act(id, 'ship', { tracks: [{ track_number: '' }] })).body.message).toMatch(
      /Please enter a tracking number\.$/,
    );
    await shop.call('POST', `/V1/orders/${id}/hold`);
    expect((await act(id, 'ship')).body.message).toMatch(/when an order has a status of holded$/);
  });
});
