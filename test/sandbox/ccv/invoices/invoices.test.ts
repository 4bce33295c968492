import { describe, expect, it } from 'vitest';
import { TestShop } from '../shop.ts';

const buyer = {
  name: 'Ada Vis',
  email: 'ada@example.com',
  street: 'Kade 12',
  zipcode: '9711AA',
  city: 'Groningen',
};
const lines = [
  { name: 'Mok', sku: 'MOK', price: '12.10', quantity: '3' },
  { name: 'Thee', sku: 'THEE', price: '5.45', vat: 'reduced' },
];

async function sold(more = {}) {
  const shop = new TestShop();
  const { body } = await shop.control('POST', '/sales', { buyer, lines, shipping: '4.95', ...more });
  return { shop, path: `/orders/${body.id}` };
}

describe('invoices', () => {
  it('bill the difference to those before', async () => {
    const { shop, path } = await sold();
    const { status, body } = await shop.call('POST', `${path}/invoices/`, {});
    expect(status).toBe(201);
    expect(body).toMatchObject({
      type: 'debit',
      status: 'paid',
      total_price: 46.7,
      total_tax: 7.61,
      total_price_exc_tax: 39.09,
      ordernumber_full: 'WEB-1042',
      invoicenumber_full: 'F-77',
    });
    expect(await shop.items(`/invoices/${body.id}/invoicerows/`)).toMatchObject([
      { invoice_id: String(body.id), count: 3 },
      { count: 1 },
    ]);
    expect((await shop.get(`${path}/`)).body.invoicenumber).toBe(77);
    expect((await shop.call('POST', `${path}/invoices/`, {})).status).toBe(400);
    await shop.control('PATCH', path, { rows: [{ position: 0, count: 2 }] });
    const { body: second } = await shop.call('POST', `${path}/invoices/`, {});
    expect(second).toMatchObject({ type: 'credit', total_price: -12.1, total_tax: -2.1, total_shipping: 0 });
    expect(await shop.items(`${path}/invoices/`)).toHaveLength(2);
  });

  it('are found by their order and changed in what is ours', async () => {
    const { shop, path } = await sold({ paid: false });
    const { body } = await shop.call('POST', `${path}/invoices/`, {});
    expect(body.status).toBe('unpaid');
    const patch = { status: 'paid', external_reference: 'BOEK-9' };
    expect((await shop.call('PATCH', `/invoices/${body.id}/`, patch)).status).toBe(204);
    expect(await shop.items('/invoices/?ordernumber_full=WEB-1042&status=paid')).toMatchObject([
      { external_reference: 'BOEK-9' },
    ]);
    expect(await shop.items('/invoices/?ordernumber=7')).toEqual([]);
    expect((await shop.call('PATCH', `/invoices/${body.id}/`, { status: 'open' })).status).toBe(400);
    expect((await shop.get('/invoices/?status=open')).status).toBe(400);
  });

  it('a refund of the back office is a status of the invoice, and is told', async () => {
    const { shop, path } = await sold();
    await shop.listen('invoices.updated.status');
    expect((await shop.control('PATCH', path, { reimburse: true })).status).toBe(409);
    await shop.control('PATCH', path, { invoice: true });
    await shop.control('PATCH', path, { reimburse: true });
    expect(await shop.items(`${path}/invoices/`)).toMatchObject([
      { status: 'reimbursed', total_price: 46.7 },
    ]);
    await shop.standIn.runDue();
    expect(shop.heard.map(({ body }) => Object.keys(body).sort())).toEqual([['href', 'id', 'triggered_at']]);
  });

  it('a credit of one piece has its share of the coupon', async () => {
    const { shop, path } = await sold({ coupon: { code: 'X', amount: '4.18' } });
    await shop.control('PATCH', path, { credit: { rows: [[0, 1]], costs: false } });
    expect(await shop.items(`${path}/invoices/`)).toMatchObject([
      { type: 'debit', total_discounts: 4.18 },
      {
        type: 'credit',
        status: 'reimbursed',
        total_discounts: -1.21,
        total_price: -10.89,
        total_shipping: 0,
      },
    ]);
  });

  it('a credit of everything comes to nothing together with the order', async () => {
    const { shop, path } = await sold({ coupon: { code: 'X', amount: '2.00' }, paymethodCosts: '0.75' });
    await shop.control('PATCH', path, { credit: {} });
    const [debit, credit] = await shop.items(`${path}/invoices/`);
    expect(Number(debit?.total_price) + Number(credit?.total_price)).toBe(0);
    expect(Number(debit?.total_tax) + Number(credit?.total_tax)).toBe(0);
    const { body } = await shop.control('GET', `/expectations/${path.split('/')[2]}`);
    expect(body).toMatchObject({ bookable: false, why: 'given back as a whole' });
  });
});

describe('returns', () => {
  it('are made by the shopper, read over the API and told', async () => {
    const { shop, path } = await sold();
    await shop.listen('returns.created', 'returns.updated');
    await shop.control('PATCH', path, { return: { rows: [[0, 2]], reason: 'Stuk' } });
    const [found] = await shop.items('/returns/?ordernumber_full=WEB-1042');
    expect(found).toMatchObject({ status: '1', reason_name: 'Stuk', total_price: 24.2, total_tax: 4.2 });
    expect(await shop.items(`/returns/${found?.id}/returnrows/`)).toMatchObject([
      { count: 2, return_id: found?.id, product_name: 'Mok' },
    ]);
    await shop.control('PATCH', `/returns/${found?.id}`, { status: 8 });
    expect((await shop.get(`/returns/${found?.id}/`)).body).toMatchObject({
      status: '8',
      status_name: 'Credited',
    });
    expect(await shop.told()).toEqual(['returns.created', 'returns.updated']);
    expect((await shop.call('POST', '/returns/', {})).body.code).toBe('405.10');
    expect((await shop.control('PATCH', path, { return: { rows: [[0, 9]] } })).status).toBe(409);
  });
});
