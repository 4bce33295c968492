import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import type { RegisterRow } from '../../../src/engine/storage/register-row.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { tidy } from '../../../src/engine/storage/tidying.ts';
import type { Sale } from '../../../src/flows/contract.ts';
import type { OrderFacts } from '../../../src/flows/links.ts';
import type { ProblemData } from '../../../src/records/problem.ts';
import { reason } from '../../../src/records/reason.ts';
import { dayMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flow = 'orders:shop:books';
const flows = [flow, 'orders:till:books'];
const now = Date.parse('2026-03-02T12:00:00Z');
const problem: ProblemData = {
  ...{ kind: 'rejected', code: 'choice_missing' },
  params: { setting: 'paymentMethods', value: 'Bancontact' },
};
const sale: Sale = {
  ...{ day: '2026-03-02', placedAt: '2026-03-02T11:58:00Z', currency: 'EUR' },
  ...{ gross: '61.24', vat: '9.99', vatByRate: [{ rate: '21', vat: '9.99' }], refunded: '0' },
};
const booked: OrderFacts = {
  ...{ gross: '61.24', vat: '9.99', credited: '0' },
  bookedAt: '2026-03-02T12:00:01.000Z',
};

function opened(sql: Sql = memorySql()): { readonly sql: Sql; readonly stores: Stores } {
  migrate(sql);
  return { sql, stores: new Stores(sql) };
}

/** A task of this order that has been started. */
function begin({ tasks }: Stores, key = 'A', at = now): number {
  tasks.add(flow, key, null, at);
  const id = tasks.openOf(flow, key)?.id ?? 0;
  tasks.start(id);
  return id;
}

function link({ links }: Stores, facts: Partial<OrderFacts> = {}, key = 'A'): void {
  links.put(
    'order',
    'shop',
    'books',
    key,
    { targetId: 'i1', fingerprint: '', facts: { ...booked, ...facts } },
    now,
  );
}

function skipped(
  { activity }: Stores,
  why: ReturnType<typeof reason>,
  key = 'A',
  outcome: 'skipped' | 'queued' = 'skipped',
): void {
  const { code, params } = why;
  activity.add({
    ...{ at: now, flow, key, task: 1, outcome, reason: code, params },
    ...{ targetId: null, calls: 0, emailFingerprint: null, sealed: null },
  });
}

describe('an order', () => {
  test('is on its way from its notice on, and has its number and amounts when it was read', () => {
    const { stores } = opened();
    begin(stores);
    expect(stores.register.get(flow, 'A')).toMatchObject({
      ...{ state: 'queued', day: '2026-03-02', at: now, firstSeen: now },
      ...{ number: null, sale: null, document: null, problem: null, reason: null, task: { id: 1 } },
    });
    stores.numbers.note(flow, 'A', 'SO-1');
    stores.register.note({ flow, key: 'A' }, sale);
    expect(stores.register.get(flow, 'A')).toMatchObject({
      ...{ state: 'queued', number: 'SO-1', at: Date.parse(sale.placedAt) },
      sale: { currency: 'EUR', gross: '61.24', vat: '9.99', vatByRate: sale.vatByRate, refunded: '0' },
    });
  });

  test('that needs a person says why, with the value that it is about, and what it comes to', () => {
    const { stores } = opened();
    const id = begin(stores);
    stores.register.note({ flow, key: 'A' }, sale);
    stores.tasks.end(id, 'parked', problem, now);
    expect(stores.register.get(flow, 'A')).toMatchObject({
      ...{ state: 'parked', problem, sale: { gross: '61.24' }, document: null },
    });
    stores.tasks.retry(id, now);
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'queued', problem: null });
  });

  test('that is tried again keeps saying so while it is tried', () => {
    const { sql, stores } = opened();
    const id = begin(stores);
    stores.tasks.wait(id, now + 9, { ...problem, kind: 'retry' }, true, now);
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'waiting', task: { dueAt: now + 9 } });
    // Every row that is written is paid for.
    sql.exec('CREATE TABLE written (key TEXT)');
    sql.exec(
      'CREATE TRIGGER watching AFTER UPDATE ON register BEGIN INSERT INTO written VALUES (NEW.key); END',
    );
    stores.tasks.start(id);
    expect(stores.register.get(flow, 'A')?.state).toBe('waiting');
    stores.tasks.wait(id, now + 99, { ...problem, kind: 'retry' }, true, now);
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'waiting', task: { dueAt: now + 99 } });
    expect(sql.exec('SELECT * FROM written')).toEqual([]);
  });

  test('is booked the moment its link stands, and stays so whatever is noticed of it later', () => {
    const { stores } = opened();
    const id = begin(stores);
    stores.register.note({ flow, key: 'A' }, sale);
    link(stores, { number: '202603-007' });
    const document = {
      ...{ id: 'i1', number: '202603-007', gross: '61.24', vat: '9.99', credited: '0' },
      bookedAt: Date.parse('2026-03-02T12:00:01Z'),
    };
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'booked', document });
    stores.tasks.end(id, 'done', null, now);
    const again = begin(stores);
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'booked', document });
    stores.tasks.end(again, 'skipped', null, now);
    skipped(stores, reason('already_booked', {}));
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'booked', reason: null, task: null });
  });

  test('that is booked and flagged needs a person and keeps its document', () => {
    const { stores } = opened();
    const id = begin(stores);
    link(stores);
    stores.tasks.end(id, 'parked', problem, now);
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'parked', document: { id: 'i1' } });
    stores.tasks.skip(id, now, 'page');
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'booked', problem: null });
  });

  test('is credited when all of it was given back', () => {
    const { stores } = opened();
    begin(stores);
    link(stores, { credited: '10.00' });
    expect(stores.register.get(flow, 'A')).toMatchObject({
      state: 'booked',
      document: { credited: '10.00' },
    });
    link(stores, { credited: '61.240' });
    expect(stores.register.get(flow, 'A')?.state).toBe('credited');
  });

  test('that a person left out is known as that when its task is gone, until that is taken back', () => {
    const { sql, stores } = opened();
    const task = begin(stores);
    expect(stores.register.leftOut(flow, 'A')).toBeNull();
    stores.tasks.end(task, 'parked', problem, now);
    stores.tasks.skip(task, now, 'page');
    const why = reason('left_out', { by: 'page', why: 'booked_by_hand' });
    skipped(stores, why);
    expect(stores.register.leftOut(flow, 'A')).toEqual(why);
    stores.tasks.deleteEndedBefore(now + 1, now + 1);
    begin(stores);
    expect(stores.register.leftOut(flow, 'A')).toEqual(why);
    // An earlier version took it back: it only wrote that down.
    skipped(stores, reason('taken_back', { by: 'page' }), 'A', 'queued');
    expect(stores.register.leftOut(flow, 'A')).toBeNull();
    sql.exec("DELETE FROM activity WHERE reason = 'taken_back'");
    stores.register.takeBack(flow, 'A');
    expect(stores.register.leftOut(flow, 'A')).toBeNull();
  });

  test('that the settings left out, or that has its document, is none that a person left out', () => {
    const { stores } = opened();
    stores.tasks.end(begin(stores), 'skipped', null, now);
    skipped(stores, reason('not_paid', {}));
    expect(stores.register.leftOut(flow, 'A')).toBeNull();
    skipped(stores, reason('left_out', { by: 'api' }));
    link(stores);
    expect(stores.register.leftOut(flow, 'A')).toBeNull();
  });

  test('that is not booked says why, until it is noticed again', () => {
    const { stores } = opened();
    const id = begin(stores);
    const why = reason('payment_status_excluded', { status: 'AWAITING_PAYMENT' });
    stores.tasks.end(id, 'skipped', null, now);
    skipped(stores, why);
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'skipped', reason: why });
    begin(stores);
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'queued', reason: null });
  });

  test('whose document is forgotten is on its way again', () => {
    const { stores } = opened();
    begin(stores);
    link(stores);
    stores.links.forget('order', 'shop', 'books', 'A');
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'queued', document: null });
  });

  test('of a till is in its day as long as its link says so', () => {
    const { stores } = opened();
    const id = begin(stores);
    const facts = {};
    const put = (targetId: string) =>
      stores.links.put('receipt', 'shop', 'books', 'A', { targetId, fingerprint: '', facts }, now);
    put('awaited day:2026-03-02:1');
    expect(stores.register.get(flow, 'A')?.state).toBe('queued');
    put('day:2026-03-02:1');
    expect(stores.register.get(flow, 'A')).toMatchObject({
      ...{ state: 'in_day', document: { id: 'day:2026-03-02:1' } },
    });
    stores.tasks.end(id, 'done', null, now);
    expect(stores.register.get(flow, 'A')?.state).toBe('in_day');
    put('');
    expect(stores.register.get(flow, 'A')).toMatchObject({ document: null });
  });

  test('outlives its task and the log, as its link does', () => {
    const { stores } = opened();
    const id = begin(stores);
    stores.register.note({ flow, key: 'A' }, sale);
    link(stores);
    stores.tasks.end(id, 'done', null, now);
    tidy(stores, 14, now + 400 * dayMs);
    expect(stores.tasks.list({}, 9)).toEqual([]);
    expect(stores.register.get(flow, 'A')).toMatchObject({ state: 'booked', sale: { gross: '61.24' } });
  });

  test('of another flow than orders has no row', () => {
    const { sql, stores } = opened();
    stores.tasks.add('customers:shop:books', 'A', null, now);
    stores.links.put('customer', 'shop', 'books', 'A', { targetId: 'c', fingerprint: '', facts: {} }, now);
    expect(sql.exec('SELECT * FROM register')).toEqual([]);
  });
});

const act = fc.record({
  what: fc.constantFrom(
    ...(['add', 'look again', 'done', 'left out', 'park', 'wait', 'put back', 'die', 'crash'] as const),
    ...(['retry', 'retry all', 'skip', 'unskip', 'release', 'tidy', 'move', 'drop'] as const),
    ...(['book', 'credit', 'forget', 'join', 'leave', 'read'] as const),
  ),
  flow: fc.constantFrom(...flows),
  key: fc.constantFrom('A', 'B', 'C'),
  code: fc.constantFrom('server_error', 'refused'),
});
type Act = typeof act extends fc.Arbitrary<infer Each> ? Each : never;

/** Does one thing that happens to orders. */
function happen(stores: Stores, { what, flow: of, key, code }: Act, at: number): void {
  const { tasks, links, register } = stores;
  const told: ProblemData = { kind: 'retry', code, params: { reference: key } };
  const due = tasks.due.next(at, flows);
  const [some] = tasks.list({}, 1);
  const [, source = ''] = of.split(':');
  const other = flows.find((each) => each !== of) ?? of;
  const linked = (credited: string): void => {
    const isInDay = (links.get('receipt', source, 'books', key)?.targetId ?? '') !== '';
    if (register.get(of, key) === null || isInDay) return;
    links.put(
      'order',
      source,
      'books',
      key,
      { targetId: `i${key}`, fingerprint: '', facts: { ...booked, credited } },
      at,
    );
  };
  const joins = (targetId: string): void => {
    if (register.get(of, key) === null || links.get('order', source, 'books', key) !== null) return;
    links.put('receipt', source, 'books', key, { targetId, fingerprint: '', facts: {} }, at);
  };
  if (what === 'add') tasks.add(of, key, null, at);
  else if (what === 'look again') tasks.lookAgain({ flow: of, key }, at, at);
  else if (what === 'retry all') tasks.retryParked(at);
  else if (what === 'retry') tasks.retry(some?.id ?? 0, at);
  else if (what === 'skip') tasks.skip(some?.id ?? 0, at, 'page');
  else if (what === 'unskip') tasks.unskip(some?.id ?? 0, at);
  else if (what === 'release') tasks.release([of], at - 5, at);
  else if (what === 'tidy') tasks.deleteEndedBefore(at, at);
  else if (what === 'drop') tasks.drop(of, at);
  else if (what === 'read') register.note({ flow: of, key }, sale);
  else if (what === 'book') linked('0');
  else if (what === 'credit') linked(booked.gross);
  else if (what === 'join') joins('day:2026-03-02:1');
  else if (what === 'leave') joins('');
  else if (what === 'forget') links.forget('order', source, 'books', key);
  else if (what === 'move') {
    tasks.move(of, other);
    register.forgetNotices(of);
  } else if (due) {
    tasks.start(due.id);
    if (what === 'done') tasks.end(due.id, 'done', null, at);
    if (what === 'left out') tasks.end(due.id, 'skipped', null, at);
    if (what === 'park') tasks.end(due.id, 'parked', told, at);
    if (what === 'wait') tasks.wait(due.id, at, told, true, at);
    if (what === 'put back') tasks.putBack(due);
    if (what === 'die') tasks.recover(at);
    if (what === 'crash') for (let time = 0; time < 7; time++) tasks.crashed(due.id, at);
  }
}

/** What an order's link and open task say of it, of all that were ever known. */
function said(sql: Sql, { flow: of, key }: Pick<RegisterRow, 'flow' | 'key'>) {
  const [, source = '', target = ''] = of.split(':');
  const at = [source, target, key];
  const [order] = sql.exec(
    "SELECT target_id, facts FROM links WHERE record = 'order' AND source = ? AND target = ? AND key = ?",
    ...at,
  );
  const [receipt] = sql.exec(
    "SELECT target_id FROM links WHERE record = 'receipt' AND target_id <> '' AND source = ? AND target = ? AND key = ?",
    ...at,
  );
  const [open] = sql.exec(
    "SELECT state, problem FROM tasks WHERE flow = ? AND key = ? AND state IN ('queued', 'running', 'waiting', 'parked')",
    of,
    key,
  );
  const facts = order === undefined ? null : (JSON.parse(String(order.facts)) as OrderFacts);
  const rest = facts ? (facts.credited === facts.gross ? 'credited' : 'booked') : receipt ? 'in_day' : null;
  const isStuck = open?.state === 'waiting' || open?.state === 'parked';
  return {
    document: order?.target_id ?? receipt?.target_id ?? null,
    state: isStuck ? open.state : (rest ?? (open ? 'queued' : null)),
    problem: isStuck && open.problem !== null ? JSON.parse(String(open.problem)) : null,
  };
}

test('whatever happens, the register says what links and tasks say, and has every order once', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { sql, stores } = opened();
      for (const [index, each] of acts.entries()) {
        happen(stores, each, index + 1);
        const rows = stores.register.list({}, 99);
        for (const row of rows) {
          const { document, state, problem: told } = said(sql, row);
          expect(row.document?.id ?? null).toBe(document);
          // Where neither has anything to say it was left out; or it waits to be looked at, as its link was taken away.
          if (state === null) expect(['skipped', 'queued']).toContain(row.state);
          else expect(row.state).toBe(state);
          expect(row.problem).toEqual(told);
        }
        const known = new Set(rows.map((row) => `${row.flow} ${row.key}`));
        expect(known.size).toBe(rows.length);
        for (const task of stores.tasks.list({}, 99))
          if (task.state !== 'done' && task.state !== 'skipped')
            expect(known).toContain(`${task.flow} ${task.key}`);
      }
    }),
    { numRuns: 60 },
  );
});
