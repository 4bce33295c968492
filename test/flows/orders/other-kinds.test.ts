/** A system may keep several kinds of documents apart, as Jortt does invoices and estimates: the setting `document` says which. */
import { describe, expect, test } from 'vitest';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { orders } from '../../../src/flows/orders/index.ts';
import { ordersSettings } from '../../../src/flows/orders/settings.ts';
import { toldOf } from '../told.ts';
import { type Given, unanswered, World } from './harness.ts';
import { order } from './samples.ts';

const asOrder = { document: 'order' } as const;
const asInvoice = { document: 'invoice' } as const;

function set(world: World, settings: Given['settings']): void {
  world.settings = ordersSettings.parse(settings);
}

async function booked(settings: Given['settings'] = asOrder): Promise<World> {
  const world = new World({ settings });
  expect(await world.run(order())).toMatchObject({ kind: 'done', reason: { code: 'booked' } });
  return world;
}

/** What stands in the books. */
function standing({ books }: World) {
  return { invoices: books.invoices.length, estimates: books.estimates.length };
}

const oneEstimate = { invoices: 0, estimates: 1 };
const oneInvoice = { invoices: 1, estimates: 0 };

/** The call that makes a document is done, and nobody hears of it. */
function deaf(world: World): void {
  world.books.trouble = ({ method, path }, when) => {
    if (method === 'POST' && /\/(estimates|invoices)$/.test(path) && when === 'after') throw unanswered();
  };
}

describe('an order that is made as an order', () => {
  test('is an estimate to the cent, of its customer, and is read back and compared', async () => {
    const world = await booked();
    expect(standing(world)).toEqual(oneEstimate);
    expect(world.books.estimates[0]).toMatchObject({
      estimate_status: 'draft',
      reference: '1001',
      customer_id: world.books.customers[0]?.id,
      total: { amount: '25.00' },
      total_incl_vat: { amount: '30.25' },
    });
    expect(world.books.calls.filter((call) => /^GET \/v2\/estimates\/./.test(call))).toHaveLength(1);
    expect(world.link('SO-1')?.facts).toMatchObject({ document: 'order', reference: '1001' });
  });

  test('that came out otherwise needs a person', async () => {
    const world = new World({ settings: asOrder });
    world.books.trouble = ({ method, path }, when) => {
      if (method !== 'POST' || path !== '/v2/estimates' || when !== 'after') return;
      Object.assign(world.books.estimates[0] ?? {}, { total_incl_vat: { amount: '30.26' } });
    };
    expect(await world.problem(order())).toMatchObject({
      code: 'made_differs',
      params: { gross: '30.25', madeGross: '30.26' },
    });
    expect(standing(world)).toEqual(oneEstimate);
  });

  test('is final at once where the settings say so', async () => {
    const world = await booked({ ...asOrder, state: 'sent' });
    expect(world.books.estimates[0]).toMatchObject({ estimate_status: 'sent', send_method: 'self' });
  });

  test('is previewed as it is made', async () => {
    const world = new World({ settings: asOrder });
    const preview = await world.preview(order());
    expect(preview.problem).toBeNull();
    const body = preview.writes.find(({ what }) => what === 'document')?.body;
    await world.run(order());
    const {
      id: _,
      estimate_status,
      total,
      total_incl_vat,
      customer_id,
      ...made
    } = world.books.estimates[0] ?? {};
    expect(body).toEqual(made);
  });

  test('is linked to an estimate that stands already, whatever invoice has its reference', async () => {
    const world = new World({ settings: asOrder });
    const customer_id = world.books.addCustomer({
      email: 'noor@example.com',
      is_private: true,
      customer_name: 'Noor de Wit',
    });
    const amounts = { customer_id, reference: '1001' };
    const total = { amount: '30.25', currency: 'EUR' };
    world.books.addInvoice({ ...amounts, invoice_total_incl_vat: total });
    const id = world.books.addEstimate({ ...amounts, estimate_status: 'invoiced', total_incl_vat: total });
    expect(await world.run(order())).toMatchObject({ kind: 'skipped', reason: { code: 'found' } });
    expect(world.link('SO-1')).toMatchObject({ targetId: id, facts: { document: 'order', state: 'sent' } });
    expect(world.books.sent).toEqual([]);
  });
});

describe('a document that was begun, and nobody heard of', () => {
  test.each([
    ['as an estimate', asOrder, asOrder, oneEstimate],
    ['as an estimate, with settings that say invoice by now', asOrder, asInvoice, oneEstimate],
    ['as an invoice, with settings that say order by now', asInvoice, asOrder, oneInvoice],
  ] as const)(
    '%s is found as what it was begun as, and not made again',
    async (_name, before, after, stands) => {
      const world = new World({ settings: before });
      deaf(world);
      expect(await world.problem(order())).toMatchObject({ kind: 'outcome-unknown' });
      world.books.trouble = () => undefined;
      set(world, after);
      world.now += 60_000;
      expect(await world.run(order())).toMatchObject({ kind: 'done', reason: { code: 'booked' } });
      expect(standing(world)).toEqual(stands);
      expect(world.link('SO-1')?.facts.document).toBe(stands === oneEstimate ? 'order' : undefined);
    },
  );

  test('and was not made is made as what the settings say by now', async () => {
    const world = new World({ settings: asOrder });
    world.books.trouble = ({ method, path }, when) => {
      if (method === 'POST' && path === '/v2/estimates' && when === 'before') throw unanswered();
    };
    expect(await world.problem(order())).toMatchObject({ kind: 'outcome-unknown' });
    world.books.trouble = () => undefined;
    set(world, asInvoice);
    world.now += 3_600_000;
    expect(await world.run(order())).toMatchObject({ kind: 'done', reason: { code: 'booked' } });
    expect(standing(world)).toEqual(oneInvoice);
  });
});

describe('settings that come to name another kind', () => {
  test('make no second document of an order that has one', async () => {
    for (const [before, after, stands] of [
      [asOrder, asInvoice, oneEstimate],
      [asInvoice, asOrder, oneInvoice],
    ] as const) {
      const world = await booked(before);
      set(world, after);
      expect(await world.run(order())).toMatchObject({ reason: { code: 'already_booked' } });
      expect(standing(world)).toEqual(stands);
    }
  });

  test('still credit an invoice as an invoice', async () => {
    const world = await booked({ ...asInvoice, state: 'sent' });
    set(world, { ...asInvoice, state: 'sent', refunds: 'credit' });
    expect(await world.run(order({ cancelled: true }))).toMatchObject({ reason: { code: 'credited' } });
    expect(standing(world)).toEqual({ invoices: 2, estimates: 0 });
  });

  test('credit no estimate: a person is told, in plain words', async () => {
    const world = await booked();
    set(world, { ...asInvoice, refunds: 'credit' });
    const problem = await world.problem(order({ cancelled: true }));
    expect(problem).toMatchObject({ code: 'order_refunded', params: { amount: '30.25', system: 'Jortt' } });
    expect(standing(world)).toEqual(oneEstimate);
  });
});

describe('what is given back of an order that is an estimate', () => {
  test.each([
    ['cancelled', { cancelled: true }, '30.25'],
    ['refunded in part', { refunded: '12.10' }, '12.10'],
  ])('%s: is told to a person, and nothing is made', async (_name, change, amount) => {
    const world = await booked();
    const problem = await world.problem(order(change));
    expect(problem).toMatchObject({ code: 'order_refunded', params: { amount } });
    expect(toldOf(problem).action).toBe(
      'Koppel does not credit orders in Jortt: refund, correct or withdraw it there by hand, credit what was invoiced of it, and skip this.',
    );
    expect(standing(world)).toEqual(oneEstimate);
  });

  test('is nobody’s concern where the settings say so', async () => {
    const world = await booked({ ...asOrder, refunds: 'ignore' });
    expect(await world.run(order({ cancelled: true }))).toMatchObject({ reason: { code: 'already_booked' } });
  });
});

describe('settings and mapping', () => {
  const issues = (settings: Given['settings'], mapping = {}) =>
    orders
      .check(ordersSettings.parse(settings), mapping, jortt)
      .map(({ path, message }) => [path.join('.'), message]);

  test('of estimates have fields of their own', () => {
    const mapping = { valid_until: "'2026-04-01'", 'customer.phonenumber': 'customer.phone' };
    expect(issues(asOrder, mapping)).toEqual([]);
    expect(issues(asInvoice, mapping)).toMatchObject([['mapping.valid_until', /is not a field/]]);
    expect(issues(asOrder, { payment_term: '14' })).toMatchObject([
      ['mapping.payment_term', /it has introduction/],
    ]);
    expect(orders.targetFields(jortt)).toEqual(
      expect.arrayContaining(['valid_until', 'payment_term', 'customer.phonenumber', 'line.description']),
    );
    expect(new Set(orders.targetFields(jortt)).size).toBe(orders.targetFields(jortt).length);
  });

  test('cannot ask for credits of estimates', () => {
    expect(issues({ ...asInvoice, refunds: 'credit' })).toEqual([]);
    expect(issues({ ...asOrder, refunds: 'credit' })).toEqual([
      ['settings.refunds', 'must be flag or ignore: Koppel makes no credits of orders in Jortt'],
    ]);
  });

  test('ask for scopes of estimates only where orders become estimates', () => {
    const scopes = (settings: Given['settings']) => orders.scopes?.(ordersSettings.parse(settings), jortt);
    expect(scopes(asOrder)).toEqual(['estimates:read', 'estimates:write']);
    expect([scopes(asInvoice), scopes({})]).toEqual([[], []]);
  });
});
