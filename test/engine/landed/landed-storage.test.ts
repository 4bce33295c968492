/**
 * Storage that the version of November 2026 (schema 5) wrote opens in this one, goes on and loses nothing. The dumps in
 * test/fixtures/landed/ hold the tables as they were, row by row, and what the systems held, as lists of entities: how a
 * stand-in keeps those is told in landed-world.ts alone. What is asserted is what a person sees through the reports and
 * what the systems were sent, so that neither names inside the engine nor the stand-ins' own shapes matter.
 */
import { describe, expect, test } from 'vitest';
import { Landed } from './landed.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const invoices = 'POST jortt /v3/invoices';
const newBuyers = 'POST jortt /v3/customers';

/** Links by what they are of, with what they lead to. */
function links(landed: Landed): Map<string, string> {
  const rows = landed.rows('links');
  return new Map(
    rows.map((row) => [[row.record, row.source, row.target, row.key].join(' '), String(row.target_id)]),
  );
}

function factsOf(landed: Landed, key: string): Record<string, string> {
  const row = landed.rows('links').find((each) => each.record === 'order' && each.key === key);
  return JSON.parse(String(row?.facts ?? '{}'));
}

/** Open tasks by state: `parked choice_missing DHTC7`. */
function open(landed: Landed): string[] {
  return landed.integration.reports
    .tasks({}, 1_000)
    .items.filter(({ state }) => state !== 'done' && state !== 'skipped')
    .map(({ state, problem, key }) => `${state} ${problem?.code ?? '-'} ${key}`)
    .sort();
}

const parkedOrders = [
  'parked choice_missing DHTC7',
  'parked email_missing 5UWGF',
  'parked order_changed OF4I3',
  'parked refused RX8TJ',
  'parked totals_differ 859IN',
];

function expectReadable(landed: Landed): void {
  for (const { state, problem } of landed.integration.reports.tasks({}, 1_000).items) {
    if (state !== 'parked') continue;
    expect(problem?.message).toMatch(/^[A-Z].+\.|^Jortt answered 422/);
    expect(problem?.action).toMatch(/^[A-Z].+\.$/);
  }
}

describe.each(['shop-to-books', 'books-to-shop'])('what was stored of %s', (name) => {
  test('is all there when it is opened', async () => {
    const landed = await Landed.open(name);
    const { tables } = landed.dump;
    for (const table of [
      'links',
      'steps',
      'hooks',
      'counters',
      'activity',
      'tasks',
      'cursors',
      'connections',
    ]) {
      expect([table, landed.rows(table).length]).toEqual([table, tables[table]?.length]);
    }
    expect(Number(landed.sql.exec("SELECT value FROM meta WHERE name = 'schema'")[0]?.value)).toBeGreaterThan(
      4,
    );
    expect(landed.calls).toEqual([]);
    expectReadable(landed);
  });

  test('is read as it was written: the log with reasons and payloads, the counts, the links', async () => {
    const landed = await Landed.open(name);
    const before = landed.dump.tables;
    const { reports } = landed.integration;
    const log = reports.activity({}, 1_000).items.reverse();
    expect(log.map(({ key, outcome }) => [key, outcome])).toEqual(
      before.activity?.map(({ key, outcome }) => [key, outcome]),
    );
    for (const { reason } of log) expect(reason).toMatch(/^[a-z].{3,}/);
    const kept = before.activity?.filter(({ payload }) => payload !== null) ?? [];
    for (const { id, outcome } of kept) {
      const { payload } = await reports.transfer(Number(id));
      expect(payload).toHaveProperty('calls');
      if (outcome === 'done') expect(payload).toMatchObject({ source: {}, target: expect.anything() });
    }
    expect(kept.length).toBeGreaterThan(6);
    expect(reports.view().days).toHaveLength(before.counters?.length ?? 0);
    expect(Object.fromEntries(links(landed))).toEqual(
      Object.fromEntries(
        (before.links ?? []).map((row) => [
          [row.record, row.source, row.target, row.key].join(' '),
          row.target_id,
        ]),
      ),
    );
  });

  test('outlives three hours of work: no link, no count and no entry of the log is lost', async () => {
    const landed = await Landed.open(name);
    const before = links(landed);
    const counted = landed.integration.reports.view().days;
    await landed.live(3 * hourMs);
    const after = links(landed);
    for (const [of, target] of before) expect([of, after.get(of)]).toEqual([of, target]);
    const now = landed.integration.reports.view().days;
    for (const { day, flow, name: what, count } of counted) {
      const same = now.find((each) => each.day === day && each.flow === flow && each.name === what);
      expect(same?.count).toBeGreaterThanOrEqual(count);
    }
    const ids = new Set(landed.rows('activity').map(({ id }) => id));
    expect(landed.dump.tables.activity?.filter(({ id }) => !ids.has(id ?? null))).toEqual([]);
    expect(landed.rows('steps')).toEqual([]);
  });
});

describe('a shop and its books, cut off in the middle of writing', () => {
  test('goes on: what was made is found and linked, what was not is made once', async () => {
    const landed = await Landed.open('shop-to-books');
    expect(open(landed)).toEqual([
      ...parkedOrders,
      // Running, when it was cut off: a document made, one not made, a customer made.
      ...['0RF6V', '8IJJT', 'RH6VP', 'X0IRB'].map((key) => `queued - ${key}`),
      ...['2TF83', 'V3CBH', 'VVO7A'].map((key) => `waiting server_error ${key}`),
    ]);
    await landed.live(hourMs);
    expect(open(landed)).toEqual(parkedOrders);
    // Neither RH6VP and V3CBH, which the books have, nor the credit of 2TF83.
    expect(
      landed
        .sent(invoices)
        .map(({ reference }) => reference)
        .sort(),
    ).toEqual(['0RF6V', '8IJJT', 'VVO7A', 'X0IRB']);
    expect(landed.sent(newBuyers).map(({ email }) => email)).toEqual(['niek.jong@post.example']);
    const made = landed.dump.world.jortt?.lists.invoices ?? [];
    for (const key of ['RH6VP', 'V3CBH']) {
      const [id] = made.find(([, invoice]) => (invoice as { reference: string }).reference === key) ?? [];
      expect(links(landed).get(`order shop books ${key}`)).toBe(id);
    }
    expect(factsOf(landed, '2TF83')).toMatchObject({ credited: '10', gross: '34.6' });
  });

  test('keeps its customers in step both ways without writing any again', async () => {
    const landed = await Landed.open('shop-to-books');
    await landed.live(3 * hourMs);
    const written = landed.calls
      .map(({ call }) => call)
      .filter((call) => /^(POST|PUT) .*customers/.test(call));
    // Buyers whose making was cut off were made for their orders, and stay where they are; nobody else moves.
    expect(written).toEqual([newBuyers]);
    landed.calls.length = 0;
    await landed.control('jortt', 'PATCH', `/customers/${bram(landed)}`, { address_street: 'Plein 9' });
    await landed.live(20 * minuteMs);
    expect(landed.sent('PUT ecwid /api/v3/1003/customers/330002')).toMatchObject([
      { billingPerson: { street: 'Plein 9' } },
    ]);
  });

  test('what is parked is retried and skipped as before, by what its link remembers', async () => {
    const landed = await Landed.open('shop-to-books');
    await landed.live(hourMs);
    landed.calls.length = 0;
    expect(landed.integration.retryParked()).toEqual({ retried: 5 });
    await landed.live(minuteMs);
    expect(landed.sent(invoices).map(({ reference }) => reference)).toEqual(['RX8TJ']);
    expect(open(landed)).toEqual(parkedOrders.filter((each) => !each.includes('refused')));
    const [changed] = landed.integration.reports
      .tasks({ state: 'parked' }, 100)
      .items.filter(({ key }) => key === 'OF4I3');
    landed.integration.skip(Number(changed?.id));
    expect(factsOf(landed, 'OF4I3').accepted).toBe('46.7 5.43 0');
    // This difference was accepted before the upgrade, that one just now.
    landed.integration.sync('orders', { keys: ['FSR6H', 'OF4I3'] });
    await landed.live(minuteMs);
    const reasons = landed.integration.reports.activity({}, 2).items.map(({ reason }) => reason);
    expect(reasons).toEqual(['the difference was accepted', 'the difference was accepted']);
  });

  test('a choice that was missing is made, and a refund that follows is credited by what is left', async () => {
    const landed = await Landed.open('shop-to-books');
    await landed.live(hourMs);
    landed.calls.length = 0;
    const { name, connections, flows, retentionDays } = landed.integration.reports.view();
    await landed.integration.configure({
      ...{ name, connections, retentionDays },
      flows: flows.map((flow) =>
        flow.flow === 'orders' ? { ...flow, settings: { ...flow.settings, paymentMethods } } : flow,
      ),
    });
    landed.integration.retryParked();
    // 5.00 of it is credited already.
    await landed.control('ecwid', 'PATCH', '/orders/UD7BI', { refund: { amount: '3.00' } });
    await landed.live(hourMs);
    const sent = landed.sent(invoices).map(({ reference }) => reference);
    expect(sent.sort()).toEqual(['DHTC7', 'RX8TJ', 'UD7BI-C8']);
    expect(factsOf(landed, 'UD7BI').credited).toBe('8');
    expect(open(landed).map((each) => each.split(' ')[1])).toEqual([
      'email_missing',
      'order_changed',
      'totals_differ',
    ]);
  });

  test('tells mail what mail was not told, and nobody anything twice', async () => {
    const landed = await Landed.open('shop-to-books');
    await landed.live(3 * hourMs);
    expect(landed.told).toEqual(['email problem refused']);
    landed.integration.retryParked();
    await landed.live(hourMs);
    expect(landed.told.slice(1).sort()).toEqual(['email solved refused', 'webhook solved refused']);
  });

  test('counts its tasks and its log on behind those that were tidied away', async () => {
    const landed = await Landed.open('shop-to-books');
    await landed.live(hourMs);
    const { tasks = 0, activity = 0 } = landed.dump.sequences;
    const added = landed.rows('activity').slice(landed.dump.tables.activity?.length);
    expect(Math.min(...added.map(({ id }) => Number(id)))).toBe(activity + 1);
    expect(landed.rows('tasks').some(({ id }) => Number(id) === tasks + 1)).toBe(true);
  });
});

const paymentMethods = { map: { iDEAL: 'already_paid', Klarna: 'already_paid' } };

function bram(landed: Landed): string {
  return links(landed).get('customer shop books id:330002') ?? '';
}

describe('books and a shop that refused its credentials, in the middle of a window', () => {
  const shopOrders = 'POST magento /rest/V1/orders';

  test('the window is read on from its page, and no record of before is taken for changed', async () => {
    const landed = await Landed.open('books-to-shop');
    await landed.live(minuteMs);
    const pages = landed.calls.filter(({ call }) => call === 'GET jortt /v3/invoices');
    expect(pages[0]?.query).toBe('?invoice_status=sent&page=1');
    await landed.live(hourMs);
    // Bram moved while nobody could be written to, Daan is new. Anna was known, by a digest.
    expect(landed.rows('tasks').filter(({ flow }) => String(flow).startsWith('customers'))).toHaveLength(5);
    expect(landed.sent('POST magento /rest/V1/customers')).toMatchObject([
      { customer: { email: 'daan.smit@post.example' } },
    ]);
  });

  test('the connection is tried, works, and everything that waited for it ends, once', async () => {
    const landed = await Landed.open('books-to-shop');
    expect(landed.integration.reports.view().problems).toMatchObject([
      { code: 'credentials_refused', connection: 'shop' },
      { code: 'email_missing' },
      { code: 'email_missing' },
    ]);
    await landed.live(3 * hourMs);
    const references = landed.sent(shopOrders).map(({ entity }) => (entity as Entity).ext_order_id);
    // 202603-004 was made before the shop began to refuse, and is found.
    expect(references.sort()).toEqual(['202603-005', '202603-006', '202603-007']);
    expect(links(landed).get('order books shop 47e2ef2c-2bdc-4b68-87d2-0fc4592631ff')).toBe('3');
    expect(landed.told.sort()).toEqual([
      'email solved credentials_refused',
      'webhook solved credentials_refused',
    ]);
    expect(open(landed).map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
      'parked email_missing',
      'parked email_missing',
    ]);
  });

  test('a record that lacked an address goes when it has one', async () => {
    const landed = await Landed.open('books-to-shop');
    await landed.live(hourMs);
    landed.calls.length = 0;
    const [cora] = landed.integration.reports
      .tasks({ state: 'parked' }, 10)
      .items.filter(({ flow }) => flow === 'customers');
    await landed.control('jortt', 'PATCH', `/customers/${cora?.key}`, { email: 'cora.blom@post.example' });
    landed.integration.retryParked();
    await landed.live(hourMs);
    expect(open(landed)).toEqual([]);
    expect(landed.sent('POST magento /rest/V1/customers')).toHaveLength(1);
    expect(landed.sent(shopOrders)).toHaveLength(1);
  });
});

interface Entity {
  readonly ext_order_id: string;
}
