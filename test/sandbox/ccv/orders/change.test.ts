import { describe, expect, it } from 'vitest';
import { pushedOrder, TestShop } from '../shop.ts';

async function ordered(fields = {}, settings = {}) {
  const shop = new TestShop({ settings });
  const { body } = await shop.call('POST', '/orders/', pushedOrder(fields));
  return { shop, path: `/orders/${body.id}` };
}

describe('a change of an order', () => {
  it('marks it as sent, and mails the customer when that is asked', async () => {
    const { shop, path } = await ordered();
    const sent = {
      status: 5,
      mail: true,
      note: 'Tot morgen',
      track_and_trace_code: '3SABC123456789',
      track_and_trace_carrier: 'PostNL',
    };
    expect((await shop.call('PATCH', `${path}/`, sent)).status).toBe(204);
    expect((await shop.get(`${path}/`)).body).toMatchObject({
      status: 5,
      track_and_trace_code: '3SABC123456789',
      track_and_trace_carrier: 'PostNL',
      track_and_trace_deeplink: 'https://track.example.com/3SABC123456789',
    });
    expect(await shop.items(`${path}/ordernotifications/`)).toMatchObject([{ type: 'Tot morgen' }]);
  });

  it('rows that are sent wipe those that were there, and the order adds up anew', async () => {
    const { shop, path } = await ordered();
    const [before] = await shop.items(`${path}/orderrows/`);
    const orderrows = [{ product_name: 'Thee', count: 1, price: 5.45, tax: 9, package_id: 31 }];
    await shop.call('PATCH', `${path}/`, { orderrows });
    const rows = await shop.items(`${path}/orderrows/`);
    expect(rows).toMatchObject([{ product_name: 'Thee' }]);
    expect(rows[0]?.id).not.toBe(before?.id);
    expect((await shop.get(`${path}/`)).body).toMatchObject({ total_price: 5.45, total_tax: 0.45 });
    await shop.call('PUT', `${path}/orderrows/`, { orderrows: [...orderrows, ...orderrows] });
    expect((await shop.get(`${path}/`)).body.total_price).toBe(10.9);
    await shop.call('POST', `${path}/orderrows/`, orderrows[0]);
    expect(await shop.items(`${path}/orderrows/`)).toHaveLength(3);
  });

  it('a single row is changed only in a basket', async () => {
    const { shop, path } = await ordered();
    const [row] = await shop.items(`${path}/orderrows/`);
    expect((await shop.call('PATCH', `/orderrows/${row?.id}/`, { count: 1 })).body.code).toBe('500.70');
    expect((await shop.call('DELETE', `/orderrows/${row?.id}/`)).body.code).toBe('500.70');
    const basket = pushedOrder({ is_completed: false });
    const { status: _, ...open } = basket;
    const { body } = await shop.call('POST', '/orders/', open);
    expect(body).toMatchObject({
      ordernumber: null,
      ordernumber_full: null,
      status: null,
      is_completed: false,
    });
    expect(body.basket_href).toContain('/basket/');
    const [own] = await shop.items(`/orders/${body.id}/orderrows/`);
    expect((await shop.call('PATCH', `/orderrows/${own?.id}/`, { count: 1, price: 10 })).status).toBe(204);
    expect((await shop.get(`/orders/${body.id}/`)).body.total_price).toBe(10);
    expect((await shop.call('PATCH', `/orders/${body.id}/`, { status: 5 })).status).toBe(400);
  });

  it('customer data lie over what was there', async () => {
    const { shop, path } = await ordered();
    await shop.call('PATCH', `${path}/`, {
      customer: { billingaddress: { street: 'Kade', housenumber: 12 } },
    });
    expect((await shop.get(`${path}/`)).body.customer).toMatchObject({
      email: 'jan@example.test',
      billingaddress: { address_line_1: 'Kade 12', city: 'Zwolle', last_name: 'Smit' },
    });
  });

  it('the same values again may be refused', async () => {
    const { shop, path } = await ordered({}, { sameValues: 'refused' });
    expect((await shop.call('PATCH', `${path}/`, { status: 5 })).status).toBe(204);
    expect((await shop.call('PATCH', `${path}/`, { status: 5 })).body.code).toBe('500.50');
  });

  it('notes are kept for the staff, and can be read again and deleted', async () => {
    const { shop, path } = await ordered();
    const { body } = await shop.call('POST', `${path}/ordernotes/`, { note: 'koppel-7' });
    expect(await shop.items(`${path}/ordernotes/`)).toMatchObject([{ note: 'koppel-7' }]);
    expect((await shop.get(`/ordernotes/${body.id}/`)).body.note).toBe('koppel-7');
    expect((await shop.call('POST', `${path}/ordernotes/`, {})).status).toBe(400);
    await shop.call('DELETE', `/ordernotes/${body.id}/`);
    expect(await shop.items(`${path}/ordernotes/`)).toEqual([]);
    shop.standIn.change({ emptyRows: 'null' });
    expect((await shop.get(`${path}/ordernotes/`)).body.items).toBeNull();
    await shop.call('PUT', `${path}/orderlabels/`, { labels: [3] });
    expect(await shop.items(`${path}/orderlabels/`)).toMatchObject([{ label_id: 3 }]);
  });
});
