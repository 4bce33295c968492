import { describe, expect, test } from 'vitest';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { draftDocument } from '../../../src/flows/orders/document/draft.ts';
import { messageOf } from '../told.ts';
import { unanswered, World } from './harness.ts';
import { line, noor, order } from './samples.ts';

/** Ten minutes, and what the search lags. */
const sureAfterMs = 600_000 + jortt.searchDelayMs;

const invoicePost = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/v3/invoices';

test('an order is booked once, to the cent, and linked', async () => {
  const world = new World();
  expect(await world.run(order())).toMatchObject({ kind: 'done', reason: { code: 'booked', params: {} } });
  expect(world.books.invoices).toMatchObject([
    { reference: '1001', invoice_total_incl_vat: { amount: '30.25' }, invoice_status: 'draft' },
  ]);
  expect(world.link('SO-1')?.facts).toEqual({
    gross: '30.25',
    vat: '5.25',
    currency: 'EUR',
    credited: '0',
    reference: '1001',
    state: 'draft',
    bookedAt: '2026-03-02T12:00:00.000Z',
    pieces: [{ sku: 'MUG', quantity: '2' }],
  });
  expect([...world.steps]).toEqual([]);
});

test('a repeated notice costs one call and books nothing', async () => {
  const world = new World();
  await world.run(order());
  const before = world.books.calls.length;
  world.reads = 0;
  for (let notice = 0; notice < 10; notice++) {
    expect(await world.run('SO-1')).toEqual({
      kind: 'skipped',
      reason: { code: 'already_booked', params: {} },
    });
  }
  expect({ reads: world.reads, calls: world.books.calls.length - before }).toEqual({ reads: 10, calls: 0 });
});

test('an order that is filtered costs the target no call', async () => {
  const world = new World({ settings: { paymentStatuses: ['PAID'] } });
  const outcome = await world.run(order({ paymentStatus: 'AWAITING_PAYMENT' }));
  expect(outcome).toMatchObject({ kind: 'skipped' });
  expect(world.books.calls).toEqual([]);
});

test('whose data was read is told before anything ends the task, booked or not', async () => {
  const filtered = new World({ settings: { statuses: ['SHIPPED'] } });
  await filtered.run(order());
  const booked = new World();
  await booked.run(order());
  await booked.run('SO-1');
  const parked = new World();
  await parked.problem(order({ gross: '99' }));
  expect([filtered, booked, parked].map(({ people }) => people.length)).toEqual([1, 2, 1]);
  expect(new Set([...filtered.people, ...booked.people, ...parked.people]).size).toBe(1);
});

test("what a system's own words must not repeat is told with it: the customer's, not the order's", async () => {
  const world = new World();
  await world.run(order({ note: 'Please ring' }));
  expect(world.words).toEqual(
    expect.arrayContaining(['Noor de Wit', 'Noor@Example.com', 'Kade 12', 'Zwolle']),
  );
  expect(world.words).not.toContain('Please ring');
  expect(world.words).not.toContain('person');
});

test('names whom its parcels go to as somebody whom a system must not repeat', async () => {
  const world = new World();
  const delivery = { street: 'Werf 1', city: 'Kampen', country: 'NL', name: 'Jan Bos', phone: '+31 6 1' };
  await world.run(order({ delivery }));
  expect(world.words).toEqual(expect.arrayContaining(['Noor de Wit', 'Jan Bos', '+31 6 1', 'Werf 1']));
});

test('was sent before it came here, and its document says so', async () => {
  const world = new World();
  const { mapped, ...work } = await world.work(order({ shipped: true }));
  const document = draftDocument(work.order, await mapped(), world.settings, work.endpoints.target);
  expect(document.shipped).toBe(true);
});

test('one that is not in the shop is skipped', async () => {
  expect(await new World().run('SO-9')).toMatchObject({ kind: 'skipped' });
});

test('what cannot be booked costs the target no call and makes no customer', async () => {
  const world = new World();
  expect(await world.problem(order({ currency: 'USD' }))).toMatchObject({ code: 'currency_unsupported' });
  expect(await world.problem(order({ gross: '31.00' }))).toMatchObject({ code: 'totals_differ' });
  expect(world.books.calls).toEqual([]);
});

describe('a document with this reference', () => {
  const found = (amount: string, fields = {}) => ({
    reference: '1001',
    invoice_total_incl_vat: { amount, currency: 'EUR' },
    ...fields,
  });

  test('of the same amount is the order: linked, not booked again', async () => {
    const world = new World();
    const id = world.books.bookByHand('noor@example.com', found('30.25'));
    expect(await world.run(order())).toMatchObject({ kind: 'skipped' });
    expect(world.link('SO-1')).toMatchObject({ targetId: id, facts: { state: 'sent' } });
    expect(world.books.sent).toEqual([]);
  });

  test('of another amount parks: nobody knows whose it is', async () => {
    const world = new World();
    world.books.addInvoice(found('12.00'));
    const problem = await world.problem(order());
    expect(problem).toMatchObject({ kind: 'rejected', code: 'reference_taken' });
    expect(messageOf(problem)).toContain('12.00');
    expect(world.books.customers).toEqual([]);
  });

  test('is no credit note and no document whose reference only contains it', async () => {
    const world = new World();
    world.books.addInvoice(found('-30.25', { credited_invoice_id: 'x' }));
    world.books.addInvoice(found('30.25', { reference: '10012' }));
    expect(await world.run(order())).toMatchObject({ kind: 'done' });
  });
});

describe('a document that was not answered', () => {
  async function cutOff(when: 'before' | 'after'): Promise<World> {
    const world = new World();
    world.books.trouble = (call, now) => {
      if (invoicePost(call) && now === when) throw unanswered();
    };
    expect(await world.problem(order())).toMatchObject({ kind: 'outcome-unknown' });
    world.books.trouble = () => undefined;
    return world;
  }

  test('is found and linked, not repeated', async () => {
    const world = await cutOff('after');
    expect(await world.run('SO-1')).toMatchObject({ kind: 'done', reason: { code: 'booked', params: {} } });
    expect(world.books.sent).toHaveLength(1);
    expect(await world.run('SO-1')).toMatchObject({ reason: { code: 'already_booked', params: {} } });
  });

  test('is found by the reference that it was sent with, whatever the mapping says by now', async () => {
    const world = await cutOff('after');
    world.mapping = { reference: "'WEB-' & order.number" };
    expect(await world.run('SO-1')).toMatchObject({ kind: 'done', reason: { code: 'booked', params: {} } });
    expect(world.books.sent).toHaveLength(1);
    expect(world.link('SO-1')?.facts).toMatchObject({ reference: '1001' });
  });

  test('is not made again while the search may not show it yet', async () => {
    const world = await cutOff('after');
    world.books.indexed = false;
    expect(await world.problem('SO-1')).toMatchObject({ kind: 'wait', retryAt: world.now + 5_000 });
    world.now += sureAfterMs - 1;
    expect(await world.problem('SO-1')).toMatchObject({ kind: 'wait', retryAt: world.now + 1 });
    world.now += 1;
    world.books.indexed = true;
    await world.run('SO-1');
    expect(world.books.invoices).toHaveLength(1);
  });

  test('is made anew when it is still not there after that', async () => {
    const world = await cutOff('before');
    expect(await world.problem('SO-1')).toMatchObject({ kind: 'wait' });
    world.now += sureAfterMs;
    expect(await world.run('SO-1')).toMatchObject({ kind: 'done' });
    expect(world.books.invoices).toHaveLength(1);
  });

  test('of an order that was cancelled meanwhile is not made any more', async () => {
    const world = await cutOff('before');
    world.now += sureAfterMs;
    expect(await world.run(order({ cancelled: true }))).toMatchObject({ kind: 'skipped' });
    expect(world.books.invoices).toEqual([]);
    expect([...world.steps]).toEqual([]);
  });

  test('of an order that was cancelled meanwhile, and stands, is flagged', async () => {
    const world = await cutOff('after');
    expect(await world.problem(order({ cancelled: true }))).toMatchObject({ code: 'order_refunded' });
    expect(world.link('SO-1')).toBeDefined();
    expect(await world.problem('SO-1')).toMatchObject({ code: 'order_refunded' });
  });

  test('of an order that was refunded meanwhile is credited, as set', async () => {
    const world = await cutOff('after');
    world.settings = { ...world.settings, refunds: 'credit' };
    Object.assign(world.books.invoices[0] ?? {}, { invoice_status: 'sent' });
    expect(await world.run(order({ refunded: '30.25' }))).toMatchObject({
      kind: 'done',
      reason: { code: 'credited', params: {} },
    });
    expect(world.books.invoices).toHaveLength(2);
  });

  test('of an order that was changed meanwhile is flagged with both amounts', async () => {
    const world = await cutOff('after');
    const problem = await world.problem(order({ lines: [line({ quantity: '3' })] }));
    expect(problem).toMatchObject({ code: 'order_changed' });
    expect(messageOf(problem)).toMatch(/30\.25.*42\.35/);
    expect(world.books.sent).toHaveLength(1);
  });
});

describe('a document that was perhaps made, of an order that went another way meanwhile', () => {
  async function made(): Promise<World> {
    const world = new World();
    world.books.trouble = (call, when) => {
      if (invoicePost(call) && when === 'after') throw unanswered();
    };
    await world.problem(order());
    world.books.trouble = () => undefined;
    return world;
  }

  test('is linked and flagged, though the order could not be booked as it is now', async () => {
    const world = await made();
    expect(await world.problem(order({ gross: '99.00' }))).toMatchObject({ code: 'order_changed' });
    expect(world.link('SO-1')?.facts).toMatchObject({ gross: '30.25' });
    expect([...world.steps]).toEqual([]);
  });

  test('is not passed over in silence when the order is gone from the shop', async () => {
    const world = await made();
    world.orders.clear();
    const problem = await world.problem('SO-1');
    expect(problem).toMatchObject({ code: 'order_gone' });
    expect(messageOf(problem)).toContain('perhaps booked');
  });
});

describe('a death at any moment, and a second try', () => {
  const moments = [
    'intend customer',
    'finish customer',
    'link customer',
    'forget customer',
    'intend order',
    'finish order',
    'link order',
    'write back',
    'forget order',
  ];

  test.each(moments)('at "%s" leaves one customer, one document, one link', async (moment) => {
    const world = new World({ settings: { writeBack: { note: "'Booked as ' & document.reference" } } });
    let deaths = 0;
    world.storing = (what) => {
      if (what.startsWith(moment) && deaths++ === 0) throw new Error('the object died');
    };
    await expect(world.run(order())).rejects.toThrow('died');
    // A second later, long before the index has settled.
    world.now += 1_000;
    await world.run('SO-1').catch(() => undefined);
    world.now += 60_000;
    await world.run('SO-1');
    expect(deaths).toBeGreaterThan(0);
    expect({
      customers: world.books.customers.length,
      invoices: world.books.invoices.length,
      steps: [...world.steps.keys()].filter((step) => step.startsWith('order')),
      note: world.writtenBack.at(-1)?.note,
    }).toEqual({ customers: 1, invoices: 1, steps: [], note: 'Booked as 1001' });
    expect(world.link('SO-1')?.targetId).toBe(world.books.invoices[0]?.id);
  });
});

describe('write back', () => {
  test('status and note go to the shop once the order is booked', async () => {
    const world = new World({
      settings: { writeBack: { status: 'PROCESSING', note: "'Invoice ' & document.id" } },
    });
    await world.run(order());
    expect(world.writtenBack).toEqual([
      { key: 'SO-1', status: 'PROCESSING', note: `Invoice ${world.books.invoices[0]?.id}` },
    ]);
    await world.run('SO-1');
    expect(world.writtenBack).toHaveLength(1);
  });

  test('without the setting nothing is written', async () => {
    const world = new World();
    await world.run(order());
    expect(world.writtenBack).toEqual([]);
  });

  test('that fails is done again without booking again', async () => {
    const world = new World({ settings: { writeBack: { status: 'PROCESSING' } } });
    world.storing = (what) => {
      if (what === 'write back') throw unanswered();
    };
    await world.problem(order());
    world.storing = () => undefined;
    await world.run('SO-1');
    expect(world.writtenBack).toHaveLength(1);
    expect(world.books.sent).toHaveLength(1);
  });

  test('does not touch a shop order that was cancelled while it was booked', async () => {
    const world = new World({ settings: { writeBack: { status: 'PROCESSING' }, refunds: 'ignore' } });
    world.books.trouble = (call, now) => {
      if (invoicePost(call) && now === 'after') throw unanswered();
    };
    await world.problem(order());
    world.books.trouble = () => undefined;
    await world.run(order({ cancelled: true }));
    expect(world.writtenBack).toEqual([]);
  });
});

test('two orders of one customer at once make two documents', async () => {
  const world = new World();
  await Promise.all(
    ['1', '2', '3', '4'].map((number) => world.run(order({ id: `SO-${number}`, number: `100${number}` }))),
  );
  expect(world.books.sent.map(({ reference }) => reference).sort()).toEqual(['1001', '1002', '1003', '1004']);
  expect(world.books.customers).toHaveLength(1);
});

test('an order of another customer with the same number is not taken for the first', async () => {
  const world = new World();
  await world.run(order());
  const other = order({
    id: 'SO-X',
    customer: { ...noor, email: 'ann@example.com' },
    lines: [line({ quantity: '1' })],
  });
  expect(await world.problem(other)).toMatchObject({ code: 'reference_taken' });
});
