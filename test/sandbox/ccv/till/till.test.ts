import { describe, expect, it } from 'vitest';
import { TestShop } from '../shop.ts';
import { sold } from '../sold.ts';

describe('a till', () => {
  const cash = 20;
  const till = { till: true, buyer: null, status: 7 };

  it('case T3: rounding and tips carry no VAT and are part of the total', async () => {
    const first = await sold({
      ...till,
      lines: [{ name: 'A', price: '4.98' }],
      paymethod: cash,
      rounding: '0.02',
    });
    expect(first.order).toMatchObject({
      total_price: 5,
      total_tax: 0.86,
      extra_costs: 0.02,
      extra_costs_description: 'Afronding',
      paymethod: 'Cash',
      customer: null,
      deliver_method: 'pickup',
    });
    const second = await sold({
      ...till,
      lines: [{ name: 'B', price: '7.32' }],
      paymethod: cash,
      rounding: '-0.02',
    });
    expect(second.order).toMatchObject({ total_price: 7.3, total_tax: 1.27 });
    const tipped = await sold({
      ...till,
      lines: [{ name: 'C', price: '12.10' }],
      paymethod: 21,
      tip: '2.00',
    });
    expect(tipped.order).toMatchObject({ total_price: 14.1, total_tax: 2.1 });
    expect(await tipped.shop.items(`${tipped.path}/orderrows/`)).toMatchObject([
      {},
      { product_name: 'Fooi', tax: 0 },
    ]);
  });

  it('case T4: a voucher that is used is a row below zero', async () => {
    const { shop, order, path } = await sold({
      ...till,
      lines: [{ name: 'Mok', price: '30.25' }],
      voucher: '25.00',
      paymethod: cash,
    });
    expect(order).toMatchObject({ total_price: 5.25, total_tax: 5.25 });
    expect(await shop.items(`${path}/orderrows/`)).toMatchObject([{}, { price: -25, tax: 0 }]);
  });

  it('tips, rounding and vouchers may stand elsewhere', async () => {
    const settings = { tipsAre: 'extra costs', roundingIs: 'row', vouchersAre: 'coupon' };
    const lines = [{ name: 'Mok', price: '30.25' }];
    const more = { tip: '2.00', rounding: '-0.02', voucher: '25.00', paymethod: cash };
    const { shop, order, path } = await sold({ ...till, lines, ...more }, settings);
    expect(order).toMatchObject({
      extra_costs: 2,
      extra_costs_description: 'Fooi',
      total_discounts: 25,
      total_price: 7.23,
    });
    expect(await shop.items(`${path}/orderrows/`)).toMatchObject([
      { product_name: 'Mok' },
      { product_number: 'AFRONDING', price: -0.02, tax: 0 },
    ]);
  });

  it('case T2: each receipt of 1.60 at 9 % has 0.13', async () => {
    const { order } = await sold({ ...till, lines: [{ name: 'Zakje', price: '1.60', vat: 'reduced' }] });
    expect(order).toMatchObject({ total_price: 1.6, total_tax: 0.13 });
  });

  it('case T1: receipts before and after midnight, one of them sent late', async () => {
    const shop = new TestShop({ till: true });
    const receipt = (placedAt: string, price: string) =>
      shop.control('POST', '/sales', { ...till, placedAt, lines: [{ name: 'Mok', price }] });
    await receipt('2025-12-31T22:50:00Z', '12.10');
    await receipt('2026-01-01T03:30:00Z', '36.30');
    await receipt('2026-01-01T00:30:00Z', '24.20');
    const day = 'min_create_date=2025-12-31T03:00:00Z&max_create_date=2026-01-01T02:59:59Z';
    const found = await shop.items(`/orders/?${day}&orderby=create_date`);
    expect(found.map(({ total_price, ordernumber }) => [total_price, ordernumber])).toEqual([
      [12.1, 1042],
      [24.2, 1044],
    ]);
  });

  it('goods that come back are below zero, and in stock again', async () => {
    const shop = new TestShop({ seeded: true, till: true });
    const { id, stock } = await shop.product('ZEEF');
    const line = { productId: id, sku: 'ZEEF', name: 'Zeefje', price: '8.25', quantity: '-2' };
    const { body } = await shop.control('POST', '/sales', { ...till, lines: [line] });
    expect((await shop.get(`/orders/${body.id}/`)).body).toMatchObject({
      total_price: -16.5,
      total_tax: -2.86,
    });
    expect((await shop.get(`/products/${id}/`)).body.stock).toBe(Number(stock) + 2);
    expect(body).toMatchObject({ bookable: false, why: 'a return at the till, below zero' });
  });

  it('a receipt may have no lines', async () => {
    const { shop, order, path } = await sold({ ...till, lines: [] });
    expect(order).toMatchObject({ total_price: 0, total_tax: 0 });
    expect(await shop.items(`${path}/orderrows/`)).toEqual([]);
  });

  it('has a day that is opened and closed, and what the terminal printed', async () => {
    const shop = new TestShop({ till: true });
    expect((await shop.call('POST', '/cashups/', {})).body).toMatchObject({
      status: 'OPEN',
      number_full: '2026-18',
    });
    expect((await shop.call('POST', '/cashups/', {})).status).toBe(400);
    const { body } = await shop.control('POST', '/sales', {
      ...till,
      lines: [{ name: 'A', price: '1.00' }],
      paymethod: 21,
    });
    expect(await shop.items(`/orders/${body.id}/terminalreceipts/`)).toHaveLength(1);
    shop.world.pass(3_600_000);
    await shop.call('PATCH', '/cashups/18/', { status: 'CLOSED' });
    expect((await shop.get('/cashups/18/')).body).toMatchObject({
      status: 'CLOSED',
      end_period: '2026-03-10T13:00:00Z',
      balances: [],
      vat_totals: [],
    });
    await shop.control('POST', '/cashups');
    expect((await shop.control('POST', '/cashups/close')).status).toBe(200);
    expect(await shop.items('/cashups/')).toHaveLength(2);
    const signed = {
      create_date: '2026-03-10T13:00:00Z',
      type: 'T',
      signature_identifier: 's1',
      signature_data: 'x',
    };
    const made = await shop.call('POST', `/orders/${body.id}/fiscaltransactionsignatures/`, signed);
    await shop.call('PATCH', `/fiscaltransactionsignatures/${made.body.id}/`, { signature_data: 'y' });
    expect(await shop.items(`/orders/${body.id}/fiscaltransactionsignatures/`)).toMatchObject([
      { signature_identifier: 's1', signature_data: 'y' },
    ]);
  });

  it('300 receipts an hour come by themselves, mostly of nobody who is named', async () => {
    const shop = new TestShop({ seeded: true, till: true });
    const before = (await shop.all('/orders/?size=100')).length;
    await shop.control('POST', '/orders', { count: 300, everyMs: 12_000 });
    shop.world.pass(3_600_000);
    await shop.standIn.runDue();
    const orders = await shop.all('/orders/?size=100');
    expect(orders).toHaveLength(before + 300);
    expect(orders.filter(({ customer }) => customer === null).length).toBeGreaterThan(100);
  });
});
