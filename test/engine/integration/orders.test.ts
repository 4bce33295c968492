import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../sandbox/ecwid/sales/lines.ts';
import { teapot } from '../../../sandbox/kit/shop/articles.ts';
import type { OrderFilter } from '../../../src/engine/reporting/order-reports.ts';
import type { OrderDetailView, OrderView } from '../../../src/engine/reporting/order-views.ts';
import { big, normalise } from '../../../src/records/money.ts';
import { integrationDocument } from '../../support/integration-document.ts';
import { refusedByJortt } from '../../support/refused-by-jortt.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { plainBasket, sahin } from '../../support/shop-deeds.ts';
import type { Subject } from '../../support/subject.ts';

const onPage = { who: 'ADMIN_TOKEN', token: null, via: 'page' } as const;

const { startIntegration, clock, outside, sell, merchant, invoices } = shopAndBooks();
const flow = 'orders:shop:books';

const plain = (amount: string) => normalise(big(amount));
const today = () => new Date(clock.now()).toISOString().slice(0, 10);

async function list(subject: Subject, filter: OrderFilter = {}, limit = 50): Promise<OrderView[]> {
  return (await subject.do(({ reports }) => reports.orders.list(filter, limit))).items;
}

function order(subject: Subject, key: string): Promise<OrderDetailView> {
  return subject.do(({ reports }) => reports.orders.order(flow, key));
}

async function bring(subject: Subject, id: string): Promise<void> {
  await subject.sync(id);
  await subject.settle();
}

function refuse(): void {
  outside.fault({
    ...{ system: 'jortt', method: 'POST', path: '/v3/invoices', kind: 'status', status: 422 },
    body: refusedByJortt,
  });
}

describe('the orders of an integration', () => {
  it('stand there once each, however often they were tried, with their amount, state and document', async () => {
    const subject = await startIntegration({ settings: { paymentStatuses: ['PAID'], state: 'sent' } });
    const done = await sell();
    await bring(subject, done.id);
    await bring(subject, done.id);
    const unpaid = await sell({ paymentStatus: 'AWAITING_PAYMENT' });
    await bring(subject, unpaid.id);
    refuse();
    const refused = await sell();
    await bring(subject, refused.id);
    const [invoice] = invoices();
    const byKey = Object.fromEntries((await list(subject)).map((each) => [each.key, each]));
    expect(Object.keys(byKey)).toHaveLength(3);
    expect(byKey[done.id]).toMatchObject({
      ...{ flow: 'orders', from: 'shop', to: 'books', number: done.id, state: 'booked', currency: 'EUR' },
      ...{ gross: plain(done.gross), vat: plain(done.tax), refunded: '0', problem: null, reason: null },
      document: { id: invoice?.id, gross: done.gross, credited: '0' },
    });
    expect(byKey[done.id]?.document?.number).toMatch(/^\d{6}-\d+$/);
    expect(byKey[unpaid.id]).toMatchObject({
      ...{ state: 'skipped', gross: plain(unpaid.gross), document: null },
      reason: { code: 'payment_status_excluded', message: expect.stringContaining('AWAITING_PAYMENT') },
    });
    expect(byKey[refused.id]).toMatchObject({
      ...{ state: 'parked', gross: plain(refused.gross), document: null, problem: { code: 'refused' } },
    });
  });

  it('are found by their number, its beginning, the number of their invoice, and their amount', async () => {
    const subject = await startIntegration({ settings: { state: 'sent' } });
    const one = await sell();
    const other = await sell({ basket: { ...plainBasket, lines: [lineOf(teapot)] } });
    for (const { id } of [one, other]) await bring(subject, id);
    const found = async (q: string) => (await list(subject, { q })).map(({ key }) => key).sort();
    expect(await found(one.id)).toEqual([one.id]);
    expect(await found(` #${one.id.toLowerCase().slice(0, 4)}`)).toContain(one.id);
    const invoice = (await order(subject, other.id)).document?.number ?? '';
    expect(await found(invoice)).toEqual([other.id]);
    expect(await found(other.gross)).toEqual([other.id]);
    expect(await found(`€ ${other.gross.replace('.', ',')}`)).toEqual([other.id]);
    expect(await found('nothing like it')).toEqual([]);
    expect(await found('%')).toEqual([]);
  });

  it('are filtered by state, flow and day, and read page by page without one slipping through', async () => {
    const subject = await startIntegration();
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) ids.push((await sell()).id);
    for (const id of ids.slice(0, 3)) await bring(subject, id);
    refuse();
    await bring(subject, ids[3] ?? '');
    await subject.do((engine) => engine.setState('paused'));
    await subject.sync(ids[4] ?? '');
    const keys = async (filter: OrderFilter) => (await list(subject, filter)).map(({ key }) => key).sort();
    expect(await keys({ state: 'booked' })).toEqual(ids.slice(0, 3).sort());
    expect(await keys({ state: 'parked' })).toEqual([ids[3]]);
    expect(await keys({ state: 'queued' })).toEqual([ids[4]]);
    expect(await keys({ flow: 'orders' })).toHaveLength(5);
    expect(await keys({ flow })).toHaveLength(5);
    expect(await keys({ flow: 'orders:shop:other' })).toEqual([]);
    expect(await keys({ from: today(), to: today() })).toHaveLength(5);
    expect(await keys({ to: '2020-01-01' })).toEqual([]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await subject.do(({ reports }) => reports.orders.list({ cursor }, 2));
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ key }) => key));
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen.sort()).toEqual(ids.toSorted());
    const tampered = subject.do(({ reports }) => reports.orders.list({ cursor: 'bm9uZQ' }, 2));
    await expect(tampered).rejects.toMatchObject({ data: { code: 'request_invalid' } });
  });

  it('keep nothing of a person, and stay when one is erased', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await bring(subject, id);
    refuse();
    const second = await sell();
    await bring(subject, second.id);
    const before = subject.sql('SELECT * FROM register');
    const words = [sahin.name, sahin.email, sahin.street, sahin.city].flatMap(
      (each) => each?.split(/\W+/) ?? [],
    );
    for (const word of words.filter((each) => each.length > 4))
      expect(JSON.stringify(before).toLowerCase()).not.toContain(word.toLowerCase());
    await subject.erase(sahin.email ?? '');
    expect(subject.sql('SELECT * FROM register')).toEqual(before);
    expect((await order(subject, id)).timeline).toEqual([]);
  });

  it('stay under the name that a connection is given, and are found by it', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await bring(subject, id);
    await subject.do((engine) => engine.renameConnection('shop', 'webshop'));
    expect(await list(subject)).toMatchObject([{ key: id, from: 'webshop', state: 'booked' }]);
    const renamed = subject.do(({ reports }) => reports.orders.order('orders:webshop:books', id));
    expect(await renamed).toMatchObject({ key: id, from: 'webshop' });
    await expect(order(subject, id)).rejects.toMatchObject({ data: { code: 'not_found' } });
  });

  it('that a flow is taken out of are left out and say so', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    refuse();
    await bring(subject, id);
    const without = { ...integrationDocument(), flows: [] };
    await subject.do((engine) => engine.configure(without, { drop: true }));
    expect(await list(subject)).toMatchObject([
      { key: id, state: 'skipped', problem: null, reason: { code: 'dropped' } },
    ]);
  });
});

describe('one order', () => {
  it('that is booked shows its totals, its lines in pairs, and every try', async () => {
    const subject = await startIntegration();
    const { id, gross, tax: vat } = await sell();
    await bring(subject, id);
    const shown = await order(subject, id);
    expect(shown.checks.slice(0, 2)).toEqual([
      { name: 'gross', expected: gross, actual: gross },
      { name: 'vat', expected: vat, actual: vat },
    ]);
    expect(shown.lines?.map(({ source, target, differs }) => [source?.kind, target?.kind, differs])).toEqual([
      ['item', 'item', false],
      ['shipping', 'shipping', false],
    ]);
    expect(shown.timeline).toMatchObject([{ outcome: 'done', key: id }]);
    expect(shown.lastTask).toMatchObject({ state: 'done', key: id });
  });

  it('that is refused, or lacks a setting, shows its totals too', async () => {
    const settings = { vat: { byRate: { map: { 9: '9' } } } };
    const lacking = await startIntegration({ settings });
    const { id, gross, tax: vat } = await sell();
    await bring(lacking, id);
    const shown = await order(lacking, id);
    expect(shown).toMatchObject({
      ...{ state: 'parked', problem: { code: 'choice_missing', values: { value: '21' } } },
      ...{ gross: plain(gross), lastTask: { state: 'parked' } },
    });
    expect(shown.checks.slice(0, 2)).toEqual([
      { name: 'gross', expected: gross, actual: gross },
      { name: 'vat', expected: vat, actual: vat },
    ]);
    expect(shown.lines?.every(({ differs }) => !differs)).toBe(true);
  });

  it('shows what the register knows of its totals where nothing is kept', async () => {
    const subject = await startIntegration({ retentionDays: 0 });
    const done = await sell();
    await bring(subject, done.id);
    refuse();
    const refused = await sell();
    await bring(subject, refused.id);
    const [shown, other] = [await order(subject, done.id), await order(subject, refused.id)];
    expect(shown.lines).toBeNull();
    expect(shown.checks.slice(0, 2)).toEqual([
      { name: 'gross', expected: plain(done.gross), actual: done.gross },
      { name: 'vat', expected: plain(done.tax), actual: done.tax },
    ]);
    expect(other.checks[0]).toEqual({ name: 'gross', expected: plain(refused.gross), actual: null });
  });

  it('that a person left out, and took back, tells of both', async () => {
    const subject = await startIntegration();
    refuse();
    const { id } = await sell();
    await bring(subject, id);
    await subject.skip(id);
    expect(await order(subject, id)).toMatchObject({
      ...{ state: 'skipped', reason: { code: 'left_out' }, lastTask: { skippedBy: 'api' } },
    });
    const task = Number((await order(subject, id)).lastTask?.id);
    await subject.do((engine) => engine.unskip(task, onPage));
    expect(await order(subject, id)).toMatchObject({ state: 'queued', reason: null });
    await subject.settle();
    const shown = await order(subject, id);
    expect(shown.state).toBe('booked');
    expect(shown.timeline.map(({ outcome }) => outcome)).toEqual(['done', 'queued', 'skipped', 'parked']);
  });

  it('that is given back is credited, in part first', async () => {
    const subject = await startIntegration({ settings: { state: 'sent', refunds: 'credit' } });
    const { id, gross } = await sell();
    await bring(subject, id);
    const number = (await order(subject, id)).document?.number;
    await merchant(id, { refund: { amount: '5.00' } });
    await bring(subject, id);
    expect(await order(subject, id)).toMatchObject({
      ...{ state: 'booked', refunded: '5', document: { credited: '5', number } },
    });
    await merchant(id, { refund: { amount: normalise(big(gross).minus(5)) } });
    await bring(subject, id);
    expect(await order(subject, id)).toMatchObject({ state: 'credited', refunded: plain(gross) });
  });

  it('that nobody knows is said to be none', async () => {
    const subject = await startIntegration();
    await expect(order(subject, 'NONE')).rejects.toMatchObject({ data: { code: 'not_found' } });
  });
});

describe('the amounts of a day', () => {
  it('say what came in, what the books have of it, and what they have not and why', async () => {
    const subject = await startIntegration({ settings: { paymentStatuses: ['PAID'] } });
    const booked = [await sell(), await sell()];
    for (const { id } of booked) await bring(subject, id);
    const unpaid = await sell({ paymentStatus: 'AWAITING_PAYMENT' });
    await bring(subject, unpaid.id);
    const amounts = () =>
      subject.do(({ reports }) => reports.orders.amounts({ by: 'day', from: today(), to: today() }));
    const sum = (of: 'gross' | 'tax', ...sold: (typeof unpaid)[]) =>
      normalise(sold.reduce((all, each) => all.plus(each[of]), big('0')));
    expect(await amounts()).toEqual([
      {
        ...{ period: today(), currency: 'EUR', count: 3, refunded: '0' },
        ...{ gross: sum('gross', ...booked, unpaid), vat: sum('tax', ...booked, unpaid) },
        vatByRate: [{ rate: '21', vat: sum('tax', ...booked, unpaid) }],
        booked: {
          ...{ count: 2, gross: sum('gross', ...booked), documents: sum('gross', ...booked) },
          ...{ documentsVat: sum('tax', ...booked), credited: '0', amount: sum('gross', ...booked) },
        },
        notBooked: [
          {
            ...{ state: 'skipped', count: 1, gross: sum('gross', unpaid), refunded: '0' },
            reason: {
              code: 'payment_status_excluded',
              message: expect.stringContaining('AWAITING_PAYMENT'),
              values: { status: 'AWAITING_PAYMENT' },
            },
          },
        ],
      },
    ]);
    await merchant(unpaid.id, { pay: true });
    await bring(subject, unpaid.id);
    expect(await amounts()).toMatchObject([{ count: 3, booked: { count: 3 }, notBooked: [] }]);
  });

  it('are added up by month, and of no more days than a year and a month', async () => {
    const subject = await startIntegration();
    const { id, gross } = await sell();
    await bring(subject, id);
    const asked = (from: string) =>
      subject.do(({ reports }) => reports.orders.amounts({ by: 'month', from, to: today() }));
    expect(await asked(`${today().slice(0, 7)}-01`)).toMatchObject([
      { period: today().slice(0, 7), count: 1, gross: plain(gross) },
    ]);
    await expect(asked('2020-01-01')).rejects.toMatchObject({ data: { code: 'request_invalid' } });
  });
});
