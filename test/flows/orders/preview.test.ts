import { describe, expect, test } from 'vitest';
import { type Given, World } from './harness.ts';
import { charge, line, noor, order } from './samples.ts';

const rich = order({
  lines: [line({ quantity: '3', unitPrice: '0.333', discount: '0.10' }), line({ vatRate: '9' })],
  discounts: [charge({ amount: '2.00', vatRate: '9' })],
  fees: [charge({ amount: '0.99' })],
});

const givens: Given[] = [
  {},
  { settings: { state: 'sent', lines: 'split', discounts: 'spread', rounding: { tolerance: '0.10' } } },
  {
    settings: { lines: 'summary', fixed: { remarks: 'x' } },
    mapping: { introduction: 'order.customer.name' },
  },
];

describe('what is shown is what is sent, byte for byte', () => {
  test.each(givens)('to a customer that exists: %j', async (given) => {
    const world = new World(given);
    world.books.addCustomer({ email: 'noor@example.com', shift_vat: false });
    const shown = await world.preview(rich);
    await world.run(rich);
    expect(JSON.stringify(shown.target)).toBe(JSON.stringify(world.books.sent[0]));
    expect(shown).toMatchObject({ skips: null, customer: { does: 'update' } });
  });

  test('to a new customer: all but the id that it will get', async () => {
    const world = new World();
    const shown = await world.preview(rich);
    await world.run(rich);
    const { customer_id: _id, ...rest } = world.books.sent[0] ?? {};
    expect(JSON.stringify(shown.target)).toBe(JSON.stringify(rest));
    const posted = world.books.api.calls.find(
      ({ path, method }) => path === '/v3/customers' && method === 'POST',
    );
    expect(JSON.stringify(shown.customer)).toBe(JSON.stringify({ does: 'create', body: posted?.body }));
  });

  test('with both totals', async () => {
    expect((await new World().preview(order())).totals).toEqual({
      expected: { gross: '30.25', vat: '5.25' },
      target: { gross: '30.25', vat: '5.25', byRate: [{ rate: '21', vat: '5.25' }] },
    });
  });
});

describe('a preview', () => {
  test('writes nothing, in the target or here', async () => {
    const world = new World({ settings: { writeBack: { status: 'X' } } });
    world.storing = (what) => {
      throw new Error(`stored ${what}`);
    };
    await world.preview(order());
    expect(world.books.calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
    expect(world.people).toEqual([]);
  });

  test('tells why an order would be skipped, and shows it still', async () => {
    const shown = await new World({ settings: { statuses: ['SHIPPED'] } }).preview(order());
    expect(shown.skips).toContain('AWAITING_PROCESSING');
    expect(shown.target).toMatchObject({ reference: '1001' });
  });

  test('of an order that is booked says so, also when it has changed since', async () => {
    const world = new World();
    await world.run(order());
    expect(await world.preview('SO-1')).toMatchObject({
      skips: { code: 'already_booked', params: {} },
      target: { reference: '1001' },
    });
    const changed = order({ lines: [line({ quantity: '5' })] });
    expect(await world.preview(changed)).toMatchObject({
      skips: { code: 'already_booked', params: {} },
      totals: { target: { gross: '66.55' } },
    });
  });

  test('of an order that stands in the target already says so', async () => {
    const world = new World();
    world.books.addInvoice({ reference: '1001', invoice_total_incl_vat: { amount: '30.25' } });
    expect(await world.preview(order())).toMatchObject({
      skips: expect.stringContaining('reference'),
      target: null,
    });
  });

  test('fails with the problem that the task would have', async () => {
    await expect(new World().preview(order({ gross: '99' }))).rejects.toMatchObject({
      code: 'totals_differ',
    });
    const { email: _none, ...guest } = noor;
    await expect(new World().preview(order({ customer: guest }))).rejects.toMatchObject({
      code: 'email_missing',
    });
    await expect(new World().preview('SO-9')).rejects.toMatchObject({ code: 'order_gone' });
  });
});
