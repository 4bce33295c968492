import { describe, expect, test } from 'vitest';
import type { Preview, PreviewWrite } from '../../../src/flows/contract.ts';
import type { Order } from '../../../src/records/order.ts';
import { problem } from '../../../src/records/problem.ts';
import { en } from '../../../src/texts/en.ts';
import { tellNote } from '../../../src/texts/tell.ts';
import { type Given, World } from './harness.ts';
import { charge, line, noor, order } from './samples.ts';

const rich = order({
  lines: [line({ quantity: '3', unitPrice: '0.333', discount: '0.10' }), line({ vatRate: '9' })],
  discounts: [charge({ amount: '2.00', vatRate: '9' })],
  fees: [charge({ amount: '0.99' })],
});

function bodyOf(shown: Preview, what: PreviewWrite['what']): unknown {
  return shown.writes.find((each) => each.what === what)?.body;
}

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
    expect(JSON.stringify(bodyOf(shown, 'document'))).toBe(JSON.stringify(world.books.sent[0]));
    expect(shown).toMatchObject({ skips: null, problem: null });
    expect(shown.writes.map(({ what, does }) => `${does} ${what}`)).toEqual([
      'update customer',
      'create document',
    ]);
  });

  test('to a new customer: all but the id that it will get', async () => {
    const world = new World();
    const shown = await world.preview(rich);
    await world.run(rich);
    const { customer_id: _id, ...rest } = world.books.sent[0] ?? {};
    expect(JSON.stringify(bodyOf(shown, 'document'))).toBe(JSON.stringify(rest));
    const posted = world.books.api.calls.find(
      ({ path, method }) => path === '/v3/customers' && method === 'POST',
    );
    expect(shown.writes[0]).toMatchObject({ what: 'customer', does: 'create' });
    expect(JSON.stringify(bodyOf(shown, 'customer'))).toBe(JSON.stringify(posted?.body));
  });

  test('with both totals', async () => {
    expect((await new World().preview(order())).checks).toEqual([
      { name: 'gross', expected: '30.25', actual: '30.25' },
      { name: 'vat', expected: '5.25', actual: '5.25' },
      { name: 'vat:21', expected: '5.25', actual: '5.25' },
    ]);
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
    expect(shown.skips).toEqual({ code: 'status_excluded', params: { status: 'AWAITING_PROCESSING' } });
    expect(bodyOf(shown, 'document')).toMatchObject({ reference: '1001' });
  });

  test('of an order that is booked says so, also when it has changed since', async () => {
    const world = new World();
    await world.run(order());
    const shown = await world.preview('SO-1');
    expect(shown.skips).toEqual({ code: 'already_booked', params: {} });
    expect(bodyOf(shown, 'document')).toMatchObject({ reference: '1001' });
    const changed = order({ lines: [line({ quantity: '5' })] });
    expect(await world.preview(changed)).toMatchObject({
      skips: null,
      problem: { code: 'order_changed', params: { bookedGross: '30.25', gross: '66.55' } },
      checks: [{ name: 'gross', actual: '66.55' }, {}, {}],
    });
  });

  test('of an order that stands in the target already says so', async () => {
    const world = new World();
    world.books.bookByHand('noor@example.com', {
      reference: '1001',
      invoice_total_incl_vat: { amount: '30.25' },
    });
    expect(await world.preview(order())).toMatchObject({
      skips: { code: 'found' },
      writes: [],
      checks: [{ name: 'gross', expected: '30.25', actual: '30.25' }, {}, {}],
    });
  });

  test('of an order without a customer of its own says that it goes as it is', async () => {
    const shown = await new World({
      settings: { customer: { defaultDebtor: { id: 'cccccccc-0000-4000-8000-000000000009', force: true } } },
    }).preview(order());
    expect(shown.writes[0]).toEqual({ what: 'customer', does: 'use', body: null });
  });
});

test('of an order that is new, and given back in part, says that a person must see it once it is booked', async () => {
  const part = order({ refunded: '10.00' });
  const shown = await new World({}).preview(part);
  expect(shown).toMatchObject({ skips: null, problem: { code: 'order_refunded' } });
  expect(shown.writes.map(({ what }) => what)).toContain('document');
  for (const refunds of ['credit', 'ignore'] as const)
    expect(await new World({ settings: { state: 'sent', refunds } }).preview(part)).toMatchObject({
      problem: null,
    });
});

describe('of an order that was given back after it was booked', () => {
  const part = order({ refunded: '10.00' });
  const booked = async (settings: Given['settings'] = {}) => {
    const world = new World({ settings: { state: 'sent', ...settings } });
    await world.run(order());
    world.storing = (what) => {
      throw new Error(`stored ${what}`);
    };
    return world;
  };

  test('says that a person must see it, or that it was accepted', async () => {
    const world = await booked();
    expect(await world.preview(part)).toMatchObject({ skips: null, problem: { code: 'order_refunded' } });
    world.storing = () => undefined;
    await world.problem(part);
    world.accept('SO-1');
    expect(await world.preview(part)).toMatchObject({
      skips: { code: 'difference_accepted' },
      problem: null,
    });
  });

  test('shows the credit that would be made, to the byte', async () => {
    const world = await booked({ refunds: 'credit' });
    const shown = await world.preview(part);
    expect(shown).toMatchObject({ skips: null, problem: null });
    expect(shown.checks).toEqual([{ name: 'gross', expected: '-10.00', actual: '-10.00' }]);
    world.storing = () => undefined;
    await world.run(part);
    expect(shown.writes).toEqual([{ what: 'credit', does: 'create', body: expect.anything() }]);
    expect(JSON.stringify(bodyOf(shown, 'credit'))).toBe(JSON.stringify(world.books.sent[1]));
  });

  test('shows that the target credits it as a whole, or that a draft cannot be credited', async () => {
    const whole = order({ cancelled: true });
    const credit = { what: 'credit', does: 'create', body: null };
    expect((await (await booked({ refunds: 'credit' })).preview(whole)).writes).toEqual([credit]);
    expect(await (await booked({ refunds: 'credit', state: 'draft' })).preview(whole)).toMatchObject({
      skips: null,
      writes: [],
      problem: { code: 'credit_of_draft' },
    });
  });
});

test('rounding lines are explained in words', async () => {
  const of = order({
    pricesIncludeVat: false,
    lines: [line({ quantity: '250', unitPrice: '2.07' })],
    shipping: [],
    gross: '625.00',
    vat: '107.50',
    vatByRate: [{ rate: '21', vat: '107.50' }],
  });
  const told = async (given: Given) =>
    (await new World(given).preview(of)).notes?.map((note) => tellNote(note, en)) ?? [];
  const [sentence] = await told({});
  expect(sentence).toContain('rounds VAT on every piece');
  expect(sentence).toContain('Jortt would come to €626.18 with €108.68 VAT');
  expect(sentence).toContain('-5.58 · 21 %');
  expect(sentence).toContain('"rounding.vat": "accept"');
  expect((await told({ settings: { rounding: { vat: 'accept' } } }))[0]).toContain('€625.00 with €108.68');
  expect((await new World().preview(order())).notes).toEqual([]);
});

describe('of an order that would be parked', () => {
  const gross = { name: 'gross', expected: '30.25', actual: '30.25' };
  const { email: _none, ...guest } = noor;
  const dollars = order({ currency: 'USD' });
  const cases: [string, Given, Order, string, string[]][] = [
    ['its totals differ', {}, order({ gross: '99' }), 'totals_differ', ['customer', 'document']],
    ['it names nobody', {}, order({ customer: guest }), 'email_missing', ['document']],
    ['the target cannot hold its currency', {}, dollars, 'currency_unsupported', ['customer', 'document']],
    [
      'a choice is missing',
      { settings: { vat: { byRate: { map: { 9: 'low' } } } } },
      order(),
      'choice_missing',
      ['customer', 'document'],
    ],
    [
      'its mapping fails',
      { mapping: { remarks: '$number(order.number & "x")' } },
      order(),
      'mapping_failed',
      ['customer', 'document'],
    ],
    [
      'the target refuses a code',
      { settings: { vat: { byRate: { force: 'x' } } } },
      order(),
      'vat_code_unknown',
      ['customer', 'document'],
    ],
  ];

  test.each(cases)('because %s: its problem, the totals and what could be planned', async (...each) => {
    const [, given, of, code, planned] = each;
    const world = new World(given);
    const shown = await world.preview(of);
    expect(shown).toMatchObject({
      source: { number: '1001' },
      skips: null,
      problem: { kind: 'rejected', code },
    });
    expect(shown.writes.map(({ what }) => what)).toEqual(planned);
    expect(bodyOf(shown, 'document')).toMatchObject({ reference: '1001', line_items: [{}, {}] });
    expect(shown.checks[0]).toEqual({ ...gross, expected: of.gross });
    expect(shown.problem).toEqual((await world.problem(of)).toData());
  });

  test('because its reference is taken: the document is shown still', async () => {
    const world = new World();
    world.books.addInvoice({ reference: '1001', invoice_total_incl_vat: { amount: '12.00' } });
    const shown = await world.preview(order());
    expect(shown).toMatchObject({ problem: { code: 'reference_taken' }, checks: [gross, {}, {}] });
    expect(bodyOf(shown, 'document')).toMatchObject({ reference: '1001' });
  });

  test('though it is not wanted anyway: it would be skipped, not parked', async () => {
    const world = new World({ settings: { statuses: ['SHIPPED'] } });
    expect(await world.preview(order({ gross: '99' }))).toMatchObject({
      skips: { code: 'status_excluded' },
      problem: null,
    });
  });

  test('one that is not there ends the preview', async () => {
    await expect(new World().preview('SO-9')).rejects.toMatchObject({ code: 'order_gone' });
  });

  test('or that waits for a target that does not answer: all that is known without it', async () => {
    const world = new World();
    world.books.trouble = () => {
      throw problem('retry', 'network_failed', { system: 'Jortt' });
    };
    const shown = await world.preview(order());
    expect(shown).toMatchObject({
      source: { number: '1001' },
      skips: null,
      checks: [gross, {}, {}],
      problem: { kind: 'retry', code: 'network_failed' },
    });
    expect(bodyOf(shown, 'document')).toMatchObject({ reference: '1001' });
  });
});
