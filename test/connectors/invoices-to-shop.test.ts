import { expect, test } from 'vitest';
import { ecwid } from '../../src/connectors/ecwid/index.ts';
import { jortt } from '../../src/connectors/jortt/index.ts';
import { TestShop } from '../sandbox/ecwid/shop.ts';
import { line, Office } from '../sandbox/jortt/office.ts';
import { CarriedOrders } from './carried-orders.ts';
import { ShopApi } from './ecwid/shop-api.ts';
import { OfficeApi } from './jortt/office-api.ts';

/** The orders flow from Jortt to Ecwid, both played by their stand-ins. */
async function begin(settings: Record<string, unknown> = {}) {
  const office = await Office.open({}, true);
  const shop = new TestShop({ seeded: true });
  const books = { name: 'books', connector: jortt, api: new OfficeApi(office) };
  const target = { name: 'shop', connector: ecwid, api: new ShopApi(shop) };
  const carried = new CarriedOrders(books, target, settings);
  return { office, shop, links: carried.links, run: (key: string) => carried.run(key) };
}

const buyer = {
  is_private: true,
  customer_name: 'Ann Berg',
  email: 'ann@mail.example',
  address_city: 'Utrecht',
};

test('an invoice becomes one order of the shop, with its customer and to the cent', async () => {
  const { office, shop, run } = await begin();
  const customer_id = await office.person(buyer);
  const id = await office.sentInvoice({
    ...{ customer_id, reference: 'WEB-9', net_amounts: true },
    line_items: [line('12.10', '2'), line('10.90', '0.5', '0.09'), line('-1.21', '1')],
    discounts: [{ percentage: 10, description: 'Loyal' }],
  });
  const done = await run(id);
  expect(done).toMatchObject({ kind: 'done', reason: { code: 'booked' } });
  const invoice = await office.readInvoice(id);
  const { body } = await shop.get(`/orders/${done.kind === 'done' ? done.targetId : ''}`);
  const { invoice_total_incl_vat: gross, invoice_total: net } = invoice as Record<string, { amount: string }>;
  expect(body.total).toBe(Number(gross?.amount));
  expect(body.totalWithoutTax).toBe(Number(net?.amount));
  expect(body).toMatchObject({
    email: 'ann@mail.example',
    paymentStatus: 'AWAITING_PAYMENT',
    billingPerson: { name: 'Ann Berg', city: 'Utrecht' },
    privateAdminNotes: `Referentie: ${invoice.invoice_number}\nGemaakt door Koppel`,
  });
  const [account] = await shop.items('/customers?email=ann@mail.example&useExactEmailMatch=true');
  expect(body.customerId).toBe(account?.id);
  expect(await run(id)).toMatchObject({ kind: 'skipped', reason: { code: 'already_booked' } });
});

test('what was made and not linked is found by its reference', async () => {
  const { office, links, run, shop } = await begin();
  const id = await office.sentInvoice({ customer_id: await office.person(buyer) });
  await run(id);
  const { total } = (await shop.get('/orders?limit=1')).body;
  links.clear();
  expect(await run(id)).toMatchObject({
    kind: 'skipped',
    reason: { code: 'found' },
  });
  expect((await shop.get('/orders?limit=1')).body.total).toBe(total);
});

test('an invoice that is credited after it was booked is for a person where the shop is not to be told, and never a second order', async () => {
  const { office, run, shop } = await begin({ refunds: 'credit', aftermath: 'ignore' });
  const id = await office.sentInvoice({ customer_id: await office.person(buyer) });
  await run(id);
  const { total } = (await shop.get('/orders?limit=1')).body;
  await office.create(`/v3/invoices/${id}/credit`, { send_method: 'self' });
  await expect(run(id)).rejects.toMatchObject({ code: 'order_refunded', kind: 'rejected' });
  await expect(run(id)).rejects.toMatchObject({ code: 'order_refunded' });
  expect((await shop.get('/orders?limit=1')).body.total).toBe(total);
});

test('an invoice that is credited as a whole is called off in the shop, once, and no second order', async () => {
  const { office, run, shop } = await begin();
  const id = await office.sentInvoice({ customer_id: await office.person(buyer) });
  const booked = await run(id);
  const { total } = (await shop.get('/orders?limit=1')).body;
  await office.create(`/v3/invoices/${id}/credit`, { send_method: 'self' });
  expect(await run(id)).toMatchObject({ reason: { code: 'went_on', params: { what: ['cancelled'] } } });
  const order = async () => (await shop.get(`/orders/${booked.kind === 'done' ? booked.targetId : ''}`)).body;
  expect(await order()).toMatchObject({
    paymentStatus: 'CANCELLED',
    fulfillmentStatus: 'WILL_NOT_DELIVER',
  });
  expect(await run(id)).toMatchObject({ reason: { code: 'already_booked' } });
  expect((await shop.get('/orders?limit=1')).body.total).toBe(total);
});

test('an invoice that is paid after it was booked is paid in the shop, and what people make of it there stays', async () => {
  const { office, run, shop } = await begin();
  const id = await office.sentInvoice({ customer_id: await office.person(buyer) });
  const booked = await run(id);
  const orderId = booked.kind === 'done' ? booked.targetId : '';
  await office.lever('POST', `/invoices/${id}/pay`, {});
  expect(await run(id)).toMatchObject({ reason: { code: 'went_on', params: { what: ['paid'] } } });
  expect((await shop.get(`/orders/${orderId}`)).body).toMatchObject({
    paymentStatus: 'PAID',
    fulfillmentStatus: 'AWAITING_PROCESSING',
  });
  await shop.call('PUT', `/orders/${orderId}`, { paymentStatus: 'AWAITING_PAYMENT' });
  expect(await run(id)).toMatchObject({ reason: { code: 'already_booked' } });
  expect((await shop.get(`/orders/${orderId}`)).body.paymentStatus).toBe('AWAITING_PAYMENT');
});

test('a draft becomes an order only where the settings name its status', async () => {
  const plain = await begin();
  const draft = await plain.office.invoice({ customer_id: await plain.office.person(buyer) });
  expect(await plain.run(draft)).toMatchObject({ kind: 'skipped', reason: { code: 'draft' } });
  const { office, run } = await begin({ statuses: ['draft', 'sent'] });
  const named = await office.invoice({ customer_id: await office.person(buyer) });
  expect(await run(named)).toMatchObject({ kind: 'done', reason: { code: 'booked' } });
});
