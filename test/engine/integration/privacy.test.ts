import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../support/durations.ts';
import { leaksIn, makeEventful } from '../../support/eventful.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { sahin } from '../../support/shop-deeds.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, clock, outside, sell, merchant, inBooks, invoices } = shopAndBooks();

async function eventfulIntegration(): Promise<Subject> {
  const subject = await startIntegration();
  await makeEventful(subject, { sell, merchant, inBooks, outside });
  return subject;
}

describe('personal data', () => {
  it('stands in no table in plain text, not even of tasks that fail', async () => {
    const subject = await eventfulIntegration();
    const tables = subject.tables();
    expect(tables.activity?.length).toBeGreaterThan(3);
    expect(tables.tasks?.length).toBeGreaterThan(1);
    const text = JSON.stringify(tables);
    expect(leaksIn(text)).toEqual([]);
  });

  it('is not logged, nor is any secret', async () => {
    const { logged } = await eventfulIntegration();
    const text = logged.join('\n');
    expect(text).toContain('"event":"task"');
    expect(leaksIn(text)).toEqual([]);
  });

  it('is erased with one call: its links and its activity, however the address is written', async () => {
    const subject = await eventfulIntegration();
    const other = await sell({ buyer: { ...sahin, email: 'other@mail.example' } });
    await subject.hook(other.id);
    await subject.settle();
    const erased = await subject.do((engine) => engine.erase('Sahin.Yildiz@EXAMPLE.com'));
    expect(erased.links).toBe(1);
    expect(erased.activity).toBeGreaterThan(1);
    const left = await subject.activity();
    expect(new Set(left.map(({ key }) => key))).toEqual(new Set([other.id]));
    expect(subject.sql("SELECT count(*) AS n FROM links WHERE record = 'customer'")).toEqual([{ n: 1 }]);
    expect(await subject.do((engine) => engine.erase('Sahin.Yildiz@EXAMPLE.com'))).toEqual({
      links: 0,
      activity: 0,
    });
  });
});

describe('a reference stands in plain text for good', () => {
  const named = "order.number & ' ' & order.customer.name";
  const stored = (mapping: Record<string, string>) =>
    [
      "UPDATE meta SET value = json_set(value, '$.flows[0].mapping', json(?)) WHERE name = 'document'",
      JSON.stringify(mapping),
    ] as const;

  it.each([
    named,
    'order.*[0]',
    '$substring($string(order), 0, 20)',
    'order.delivery.name',
    'order.note',
    'order.lines[0].name',
  ])('so that what may read of a person is refused: %s', async (reference) => {
    const subject = await startIntegration();
    await expect(subject.configure({ mapping: { reference } })).rejects.toMatchObject({
      issues: [{ path: ['flows', 0, 'mapping', 'reference'], code: 'reference_not_open' }],
    });
  });

  it('and what reads the order alone is taken, and finds its document', async () => {
    const reference = "'W-' & order.number & '-' & order.customer.address.country";
    const subject = await startIntegration({ mapping: { reference } });
    const { id } = await sell();
    await subject.hook(id);
    await subject.settle();
    expect(invoices()).toMatchObject([{ reference: expect.stringMatching(/^W-.+-NL$/) }]);
    expect((await subject.view()).warnings).toEqual([]);
  });

  it('and a mapping of before goes on, with a warning, until it is saved again', async () => {
    const subject = await startIntegration();
    subject.sql(...stored({ reference: named }));
    await subject.evict();
    const { id } = await sell();
    await subject.hook(id);
    await subject.settle();
    expect(invoices()).toMatchObject([{ reference: expect.stringContaining(` ${sahin.name}`) }]);
    const { warnings } = await subject.view();
    expect(warnings.map(({ code }) => code)).toEqual(['reference_names_people']);
    await expect(subject.configure({ mapping: { reference: named } })).rejects.toMatchObject({
      issues: [{ code: 'reference_not_open' }],
    });
    await subject.configure({ mapping: { reference: 'order.number' } });
    expect((await subject.view()).warnings).toEqual([]);
  });
});

describe('the retention', () => {
  it('deletes what was read and written, and keeps that it happened', async () => {
    const subject = await startIntegration({ retentionDays: 2 });
    const { id } = await sell();
    await subject.hook(id);
    await subject.settle();
    await clock.advance(dayMs);
    await subject.settle(hourMs);
    expect(await payloads(subject)).toEqual([expect.any(String)]);
    await clock.advance(1.5 * dayMs);
    await subject.settle(hourMs);
    expect(await payloads(subject)).toEqual([null]);
    const [entry] = await subject.activity();
    expect(entry).toMatchObject({ key: id, outcome: 'done' });
    expect(await subject.do(({ reports }) => reports.transfer(Number(entry?.id)))).toMatchObject({
      payload: null,
    });
  });

  it('of no days keeps no payload at all, from the start', async () => {
    const subject = await startIntegration({ retentionDays: 0 });
    await subject.hook((await sell()).id);
    await subject.settle(1_000);
    expect(await payloads(subject)).toEqual([null]);
    expect((await subject.activity())[0]).toMatchObject({ outcome: 'done' });
    expect(invoices()).toHaveLength(1);
  });

  it('forgets ended tasks and old deliveries, and books nothing twice for it', async () => {
    const subject = await startIntegration({ retentionDays: 1 });
    const { id } = await sell();
    await subject.hook(id, { eventId: 'once' });
    await subject.settle();
    await clock.advance(6 * dayMs);
    await subject.settle(hourMs);
    expect(subject.rowCounts()).toMatchObject({ tasks: 0, hooks: 0 });
    await subject.hook(id, { eventId: 'once' });
    await subject.settle(hourMs);
    expect(invoices()).toHaveLength(1);
  });
});

async function payloads(subject: Subject): Promise<unknown[]> {
  return subject.sql('SELECT payload FROM activity').map(({ payload }) => payload);
}
